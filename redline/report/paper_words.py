"""The words of the papers beside the report (methodology, note, lists, briefs) in each language."""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, str]

_EN: Words = {
    "methodology": "Methodology of the review",
    "purpose": "Purpose and questions", "sources": "Documents reviewed", "reading": "How the texts are read",
    "checks": "Checks", "scale": "Risk", "decisions": "Decisions on findings", "limits": "Sources and limits",
    "what purpose": "what the review is to find out, for whom, and by which criteria.",
    "read by program": "Grey: what the set phrases of the law's language tell is read from the texts by the "
    "program redline; what a text says otherwise is not there. Blue: what the reviewers write.",
    "column": "Column of the matrix", "filled by": "Filled in by", "program": "read from the texts",
    "people": "the reviewers",
    "checks said": "Each finding names its places and quotes them. A check guesses where it says so; every "
    "finding is to be looked at by a person.",
    "example": "Example", "level": "Risk", "when": "When",
    "scale said": "Likelihood and impact are each assessed from 1 to 5 by the reviewers; their product is "
    "the "
    "risk. Where nothing was assessed, the risk is that of the check.",
    "product": "product of {least} to {most}",
    "decision": "Decision", "means": "What it means",
    "means accepted": "It is a fault, and is to be mended.",
    "means rejected": "It is none; it is in the register with the reason, and is not counted.",
    "means annotated": "It stays open, with a remark.",
    "note": "Explanatory note", "note title": "Explanatory note to the draft: {title}",
    "initiator": "Body that submits the draft", "grounds": "Grounds for the draft",
    "need": "Why the draft is needed", "aims": "Aims", "subject": "Subject of the draft",
    "structure": "Structure and content of the draft", "treaties": "Obligations under treaties",
    "consequences": "Expected consequences", "other-acts": "Other acts that have to be brought into line",
    "costs": "Costs", "earlier-measures": "Measures taken before",
    "missing note": "[To be written: {what}. In the dossier: explanatory-note: {{{section}: …}}]",
    "amends": "The draft amends {acts} acts in {changes} operations:",
    "treaties listed": "Treaties among the documents reviewed:",
    "acts listed": "By-laws named by the list of by-laws: {count}.",
    "by-laws": "List of by-laws to be adopted, amended or repealed",
    "by-law": "Act", "action": "What is to be done", "ground": "Ground", "body": "Responsible body",
    "until": "Until", "adopt": "adopt", "amend": "amended by the package",
    "repeal": "repealed by the package",
    "check": "examine: it cites what the package changes",
    "ask": "to be given", "left": "“{words}” ({place})", "no by-laws": "The package touches no by-law.",
    "new by-law": "an act by which this is determined",
    "glossary": "Glossary of terms", "term": "Term ({language})", "defined": "Defined in",
    "no counterpart": "no counterpart", "no terms": "No document defines terms in more than one language.",
    "glossary said": "Terms that the documents define, as each language version has them; read from the "
    "texts.",
    "brief": "Brief", "brief title": "{title}: what changes", "in force": "In force",
    "concerns": "Bodies named in what changes", "findings answered": "Findings that this answers",
    "further": "{count} more changes stand in the comparison table.", "of changes": "Changes",
}  # fmt: skip
_RU: Words = {
    "methodology": "Методология анализа",
    "purpose": "Цель и вопросы анализа", "sources": "Рассмотренные документы",
    "reading": "Как прочитаны тексты", "checks": "Проверки", "scale": "Риск",
    "decisions": "Решения по несоответствиям", "limits": "Источники и ограничения",
    "what purpose": "что и для кого выясняется, по каким критериям.",
    "read by program": "Серые графы: программа redline извлекает из текстов то, что выражено "
    "устойчивыми оборотами языка закона; выраженное иначе не учтено. Голубые графы заполняют эксперты.",
    "column": "Графа матрицы", "filled by": "Кем заполнена", "program": "извлечено из текстов",
    "people": "экспертами",
    "checks said": "Каждое несоответствие указывает места и цитирует их. Если проверка предполагает, она об "
    "этом говорит; каждое несоответствие подлежит рассмотрению экспертом.",
    "example": "Пример", "level": "Риск", "when": "Когда",
    "scale said": "Вероятность и влияние оцениваются экспертами от 1 до 5; риск определяется их "
    "произведением. "
    "Если оценки нет, риск установлен самой проверкой.",
    "product": "произведение от {least} до {most}",
    "decision": "Решение", "means": "Что означает",
    "means accepted": "Несоответствие имеется и подлежит устранению.",
    "means rejected": "Несоответствия нет; остается в реестре с обоснованием и не учитывается.",
    "means annotated": "Остается открытым с примечанием.",
    "note": "Пояснительная записка", "note title": "Пояснительная записка к проекту «{title}»",
    "initiator": "Орган – инициатор проекта", "grounds": "Основания для разработки проекта",
    "need": "Необходимость принятия проекта", "aims": "Конкретные цели", "subject": "Предмет регулирования",
    "structure": "Структура и содержание проекта",
    "treaties": "Обязательства по международным договорам",
    "consequences": "Предполагаемые последствия",
    "other-acts": "Необходимость приведения других актов в соответствие с проектом",
    "costs": "Финансовые затраты", "earlier-measures": "Информация о ранее принятых мерах",
    "missing note": "[Подлежит заполнению: {what}. В досье: explanatory-note: {{{section}: …}}]",
    "amends": "Проектом изменяются акты ({acts}); поправок: {changes}.",
    "treaties listed": "Международные договоры среди рассмотренных документов:",
    "acts listed": "Подзаконных актов в перечне: {count}.",
    "by-laws": "Перечень подзаконных актов, подлежащих принятию, изменению или признанию утратившими силу",
    "by-law": "Акт", "action": "Что сделать", "ground": "Основание", "body": "Ответственный орган",
    "until": "Срок", "adopt": "принять", "amend": "изменяется пакетом",
    "repeal": "признается утратившим силу пакетом",
    "check": "рассмотреть: ссылается на то, что изменяет пакет",
    "ask": "подлежит указанию", "left": "«{words}» ({place})",
    "no by-laws": "Пакет не затрагивает подзаконных актов.",
    "new by-law": "акт, которым это определяется",
    "glossary": "Глоссарий терминов", "term": "Термин ({language})", "defined": "Где определен",
    "no counterpart": "соответствия нет",
    "no terms": "Ни один документ не определяет термины более чем на одном языке.",
    "glossary said": "Термины, определенные в документах, в каждой языковой версии; извлечены из текстов.",
    "brief": "Справка", "brief title": "{title}: что меняется", "in force": "Вводится в действие",
    "concerns": "Органы, названные в изменяемых нормах", "findings answered": "Устраняемые несоответствия",
    "further": "Еще изменений в сравнительной таблице: {count}.", "of changes": "Изменений",
}  # fmt: skip
_KK: Words = {
    "methodology": "Талдау әдіснамасы",
    "purpose": "Талдаудың мақсаты мен сұрақтары", "sources": "Қаралған құжаттар",
    "reading": "Мәтіндер қалай оқылды", "checks": "Тексерулер", "scale": "Тәуекел",
    "decisions": "Сәйкессіздіктер бойынша шешімдер", "limits": "Дереккөздер мен шектеулер",
    "what purpose": "не және кім үшін анықталады, қандай өлшемшарттар бойынша.",
    "read by program": "Сұр бағандар: redline бағдарламасы мәтіндерден заң тілінің тұрақты оралымдарымен "
    "айтылғанды алады; басқаша айтылғаны есепке алынбайды. Көк бағандарды сарапшылар толтырады.",
    "column": "Матрица бағаны", "filled by": "Кім толтырған", "program": "мәтіндерден алынған",
    "people": "сарапшылар",
    "checks said": "Әрбір сәйкессіздік орындарын көрсетіп, олардан дәйексөз келтіреді. Тексеру болжам "
    "жасаса, "
    "бұл туралы айтылады; әрбір сәйкессіздікті сарапшы қарауға тиіс.",
    "example": "Мысал", "level": "Тәуекел", "when": "Қашан",
    "scale said": "Ықтималдығы мен әсерін сарапшылар 1-ден 5-ке дейін бағалайды; тәуекел олардың "
    "көбейтіндісімен "
    "айқындалады. Баға берілмесе, тәуекелді тексерудің өзі белгілейді.",
    "product": "көбейтіндісі {least}–{most}",
    "decision": "Шешім", "means": "Мағынасы",
    "means accepted": "Сәйкессіздік бар және жойылуға тиіс.",
    "means rejected": "Сәйкессіздік жоқ; негіздемесімен тізілімде қалады және есепке алынбайды.",
    "means annotated": "Ескертпемен ашық қалады.",
    "note": "Түсіндірме жазба", "note title": "«{title}» жобасына түсіндірме жазба",
    "initiator": "Жобаны әзірлеуші орган", "grounds": "Жобаны әзірлеу негіздемесі",
    "need": "Жобаны қабылдау қажеттігі", "aims": "Нақты мақсаттары", "subject": "Реттеу нысанасы",
    "structure": "Жобаның құрылымы мен мазмұны", "treaties": "Халықаралық шарттар бойынша міндеттемелер",
    "consequences": "Болжамды салдары",
    "other-acts": "Басқа актілерді жобаға сәйкес келтіру қажеттігі",
    "costs": "Қаржылық шығындар", "earlier-measures": "Бұрын қабылданған шаралар туралы ақпарат",
    "missing note": "[Толтырылуға тиіс: {what}. Досьеде: explanatory-note: {{{section}: …}}]",
    "amends": "Жоба {acts} актіні өзгертеді; түзетулер саны: {changes}.",
    "treaties listed": "Қаралған құжаттар арасындағы халықаралық шарттар:",
    "acts listed": "Тізбедегі заңға тәуелді актілер саны: {count}.",
    "by-laws": "Қабылдануға, өзгертілуге немесе күші жойылды деп танылуға тиіс заңға тәуелді актілердің "
    "тізбесі",
    "by-law": "Акт", "action": "Не істеу керек", "ground": "Негізі", "body": "Жауапты орган",
    "until": "Мерзімі", "adopt": "қабылдау", "amend": "топтамамен өзгертіледі",
    "repeal": "топтамамен күші жойылды деп танылады",
    "check": "қарау: топтама өзгертетін нормаға сілтеме жасайды",
    "ask": "көрсетілуге тиіс", "left": "«{words}» ({place})",
    "no by-laws": "Топтама заңға тәуелді актілерге қатысты емес.",
    "new by-law": "мұны айқындайтын акт",
    "glossary": "Терминдер глоссарийі", "term": "Термин ({language})", "defined": "Қайда айқындалған",
    "no counterpart": "сәйкесі жоқ",
    "no terms": "Бірде-бір құжат терминдерді бірнеше тілде айқындамайды.",
    "glossary said": "Құжаттарда айқындалған терминдер әр тілдегі мәтін бойынша; мәтіндерден алынған.",
    "brief": "Анықтама", "brief title": "{title}: не өзгереді", "in force": "Қолданысқа енгізіледі",
    "concerns": "Өзгеретін нормаларда аталған органдар", "findings answered": "Жойылатын сәйкессіздіктер",
    "further": "Салыстырма кестеде тағы {count} өзгеріс бар.", "of changes": "Өзгерістер",
}  # fmt: skip
WORDS: Mapping[str, Words] = {"en": _EN, "ru": _RU, "kk": _KK}


def paper_words(language: str) -> Words:
    """The words of a language, or the English ones."""
    return WORDS.get(language, _EN)
