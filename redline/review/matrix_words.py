"""The words of the legal matrix in each language: its views, its columns, and what stands in them."""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, str]

_EN: Words = {
    "matrix": "Legal matrix",
    "acts": "Acts", "provisions": "Provisions", "references": "References", "terms": "Terms",
    "findings": "Findings", "goals": "Goals",
    "id": "ID", "document": "Document", "title": "Title", "form": "Form", "number": "No.", "date": "Date",
    "authority": "Authority", "level": "Level", "status": "Status", "redaction": "Text as of",
    "languages": "Languages", "provisions-count": "Provisions", "words-count": "Words",
    "amended": "Last amended by", "provision": "Provision", "words": "Words of the provision",
    "subject": "Subject", "body": "Competent body", "bearer": "Who", "modality": "Duty, right, prohibition",
    "deadline": "Deadline", "delegated": "Left to", "higher": "Acts it names", "cited-by": "Cited by",
    "goal": "Goal", "annotation": "Annotation", "risk": "Risk", "source": "Source", "finding-ids": "Findings",
    "cites": "Cites", "cited": "Document cited", "cited-provision": "Provision cited", "outcome": "Found",
    "term": "Term", "meaning": "Meaning", "finding": "Finding", "check": "Check", "severity": "Severity",
    "confidence": "Confidence", "message": "What is wrong", "place": "Place", "quote": "Quotation",
    "other-place": "Other place", "other-quote": "Quotation there", "decision": "Decision",
    "comment": "Reason", "text": "Goal", "implemented": "Implemented by",
    "likelihood": "Likelihood", "impact": "Impact", "consequence": "Consequence in law", "affects": "Affects",
    "basis": "Legal basis", "recommendation": "Recommendation", "owner": "Responsible body",
    "duty": "duty", "right": "right", "prohibition": "prohibition",
    "found": "there", "absent": "not there", "unclear": "cannot be told", "outside": "not in the dossier",
    "extracted": "read from the texts", "reviewers": "the reviewers'",
    "legend": "Grey heads: read from the texts by redline. Blue heads: what the reviewers say.",
    "concordance": "Concordance table", "totals": "Totals", "without-counterpart": "Without counterpart",
    "counterpart": "Answers to it", "counterpart-words": "Words there", "coverage": "Coverage",
    "judged-by": "Told by", "grounds": "Grounds", "concordance-comment": "Reviewer's comment",
    "full": "full", "partial": "partial", "none": "none", "not-relevant": "not relevant",
    "by-reviewers": "reviewer", "guessed": "redline (a guess)", "citing": "one cites the other",
    "by-goal": "named for goal", "goal-elsewhere": "other documents are named for goal",
    "goal-unserved": "nothing is named for goal", "nearest": "nearest",
    "differs": "a denial, time or number differs",
    "same-words": "words in common",
    "concordance-legend": "“Told by: reviewer” is the reviewers' judgement in the dossier. Everything else "
    "is a "
    "guess from words in common and citations, to be judged by a person.",
    "annotated-only": "Printed here: the provisions that bear an annotation, a risk or a finding. All of "
    "them "
    "are in the workbook.",
}  # fmt: skip
_RU: Words = {
    "matrix": "Правовая матрица",
    "acts": "Акты", "provisions": "Нормы", "references": "Ссылки", "terms": "Термины",
    "findings": "Несоответствия", "goals": "Цели",
    "id": "Код", "document": "Документ", "title": "Заголовок", "form": "Форма", "number": "№", "date": "Дата",
    "authority": "Орган, принявший акт", "level": "Уровень", "status": "Статус", "redaction": "Редакция на",
    "languages": "Языки", "provisions-count": "Элементов", "words-count": "Слов",
    "amended": "Последнее изменение", "provision": "Структурный элемент", "words": "Текст",
    "subject": "Предмет", "body": "Компетентный орган", "bearer": "Субъект",
    "modality": "Обязанность, право, запрет", "deadline": "Срок", "delegated": "Отсылка к акту органа",
    "higher": "Упомянутые акты", "cited-by": "Ссылаются", "goal": "Цель", "annotation": "Аннотация",
    "risk": "Риск", "source": "Источник", "finding-ids": "Несоответствия", "cites": "Ссылка",
    "cited": "Документ, на который ссылка", "cited-provision": "Элемент, на который ссылка",
    "outcome": "Результат", "term": "Термин", "meaning": "Значение", "finding": "Несоответствие",
    "check": "Проверка", "severity": "Тяжесть", "confidence": "Достоверность", "message": "Суть",
    "place": "Место", "quote": "Цитата", "other-place": "Другое место", "other-quote": "Цитата оттуда",
    "decision": "Решение", "comment": "Обоснование", "text": "Цель", "implemented": "Чем реализуется",
    "likelihood": "Вероятность", "impact": "Влияние", "consequence": "Правовые последствия",
    "affects": "Кого затрагивает", "basis": "Правовое основание", "recommendation": "Рекомендация",
    "owner": "Ответственный орган",
    "duty": "обязанность", "right": "право", "prohibition": "запрет",
    "found": "есть", "absent": "нет", "unclear": "неоднозначно", "outside": "вне досье",
    "extracted": "извлечено из текстов", "reviewers": "внесено экспертами",
    "legend": "Серые заголовки: извлечено из текстов программой redline. Голубые заголовки: мнение "
    "экспертов.",
    "concordance": "Таблица соответствия", "totals": "Итоги", "without-counterpart": "Без соответствия",
    "counterpart": "Чему соответствует", "counterpart-words": "Текст там", "coverage": "Охват",
    "judged-by": "Кем определено", "grounds": "Основание", "concordance-comment": "Комментарий эксперта",
    "full": "полный", "partial": "частичный", "none": "нет", "not-relevant": "не требуется",
    "by-reviewers": "эксперт", "guessed": "redline (предположение)", "citing": "ссылка одной на другую",
    "by-goal": "названо для цели", "goal-elsewhere": "названы другие документы для цели",
    "goal-unserved": "ничего не названо для цели", "nearest": "ближайшее",
    "differs": "различаются отрицание, срок или число",
    "same-words": "общие слова",
    "concordance-legend": "«Кем определено: эксперт» – мнение экспертов из досье. Все остальное – "
    "предположение "
    "по общим словам и ссылкам, которое должен оценить человек.",
    "annotated-only": "Здесь напечатаны элементы с аннотацией, риском или несоответствием; все элементы "
    "есть в "
    "книге Excel.",
}  # fmt: skip
_KK: Words = {
    "matrix": "Құқықтық матрица",
    "acts": "Актілер", "provisions": "Нормалар", "references": "Сілтемелер", "terms": "Терминдер",
    "findings": "Сәйкессіздіктер", "goals": "Мақсаттар",
    "id": "Коды", "document": "Құжат", "title": "Тақырыбы", "form": "Нысаны", "number": "№", "date": "Күні",
    "authority": "Қабылдаған орган", "level": "Деңгейі", "status": "Мәртебесі", "redaction": "Редакция күні",
    "languages": "Тілдері", "provisions-count": "Элементтер", "words-count": "Сөздер",
    "amended": "Соңғы өзгеріс", "provision": "Құрылымдық элемент", "words": "Мәтіні",
    "subject": "Мәні", "body": "Құзыретті орган", "bearer": "Субъект",
    "modality": "Міндет, құқық, тыйым", "deadline": "Мерзім", "delegated": "Орган актісіне сілтеме",
    "higher": "Аталған актілер", "cited-by": "Сілтеме жасайтындар", "goal": "Мақсат",
    "annotation": "Аннотация", "risk": "Тәуекел", "source": "Дереккөз", "finding-ids": "Сәйкессіздіктер",
    "cites": "Сілтеме", "cited": "Сілтеме жасалған құжат", "cited-provision": "Сілтеме жасалған элемент",
    "outcome": "Нәтиже", "term": "Термин", "meaning": "Мағынасы", "finding": "Сәйкессіздік",
    "check": "Тексеру", "severity": "Ауырлығы", "confidence": "Сенімділігі", "message": "Мәні",
    "place": "Орны", "quote": "Дәйексөз", "other-place": "Басқа орны", "other-quote": "Ондағы дәйексөз",
    "decision": "Шешім", "comment": "Негіздеме", "text": "Мақсат", "implemented": "Немен іске асырылады",
    "likelihood": "Ықтималдығы", "impact": "Әсері", "consequence": "Құқықтық салдары",
    "affects": "Кімге қатысты", "basis": "Құқықтық негізі", "recommendation": "Ұсыным",
    "owner": "Жауапты орган",
    "duty": "міндет", "right": "құқық", "prohibition": "тыйым",
    "found": "бар", "absent": "жоқ", "unclear": "анық емес", "outside": "досьеден тыс",
    "extracted": "мәтіндерден алынған", "reviewers": "сарапшылар енгізген",
    "legend": "Сұр тақырыптар: мәтіндерден redline алған. Көк тақырыптар: сарапшылардың пікірі.",
    "concordance": "Сәйкестік кестесі", "totals": "Қорытынды", "without-counterpart": "Сәйкестігі жоқ",
    "counterpart": "Неге сәйкес", "counterpart-words": "Ондағы мәтін", "coverage": "Қамтылуы",
    "judged-by": "Кім анықтаған", "grounds": "Негізі", "concordance-comment": "Сарапшының пікірі",
    "full": "толық", "partial": "ішінара", "none": "жоқ", "not-relevant": "қажет емес",
    "by-reviewers": "сарапшы", "guessed": "redline (болжам)", "citing": "бірінің біріне сілтемесі",
    "by-goal": "мақсат үшін аталған", "goal-elsewhere": "басқа құжаттар аталған мақсат",
    "goal-unserved": "ештеңе аталмаған мақсат", "nearest": "ең жақыны",
    "differs": "болымсыздық, мерзім не сан бөлек",
    "same-words": "ортақ сөздер",
    "concordance-legend": "«Кім анықтаған: сарапшы» – досьедегі сарапшылардың пікірі. Қалғанының бәрі – "
    "ортақ "
    "сөздер мен сілтемелер бойынша болжам, оны адам бағалауға тиіс.",
    "annotated-only": "Мұнда аннотациясы, тәуекелі немесе сәйкессіздігі бар элементтер басылған; барлығы "
    "Excel "
    "кітабында.",
}  # fmt: skip
WORDS: Mapping[str, Words] = {"en": _EN, "ru": _RU, "kk": _KK}


_LABELS: Mapping[str, Words] = {
    "ru": {
        "constitution": "Конституция", "treaty": "международный договор",
        "constitutional-law": "конституционный закон", "code": "кодекс", "law": "закон",
        "presidential-decree": "указ Президента", "government-resolution": "постановление Правительства",
        "ministerial-order": "приказ министра", "local-decision": "решение местного органа",
        "strategy": "стратегия", "in-force": "действует", "not-in-force": "не введен в действие",
        "draft": "проект", "repealed": "утратил силу", "high": "высокий", "medium": "средний",
        "low": "низкий", "high confidence": "высокая", "medium confidence": "средняя",
        "low confidence": "низкая", "accepted": "принято", "rejected": "отклонено",
        "annotated": "с примечанием", "error": "высокая", "warning": "средняя", "note": "низкая",
    },
    "kk": {
        "constitution": "Конституция", "treaty": "халықаралық шарт",
        "constitutional-law": "конституциялық заң", "code": "кодекс", "law": "заң",
        "presidential-decree": "Президент жарлығы", "government-resolution": "Үкімет қаулысы",
        "ministerial-order": "министр бұйрығы", "local-decision": "жергілікті орган шешімі",
        "strategy": "стратегия", "in-force": "қолданыста", "not-in-force": "қолданысқа енгізілмеген",
        "draft": "жоба", "repealed": "күші жойылған", "high": "жоғары", "medium": "орташа",
        "low": "төмен", "high confidence": "жоғары", "medium confidence": "орташа",
        "low confidence": "төмен", "accepted": "қабылданды", "rejected": "қабылданбады",
        "annotated": "ескертпемен", "error": "жоғары", "warning": "орташа", "note": "төмен",
    },
}  # fmt: skip
"""What the dossier says in words of its own language, for the reader of the papers."""


def label(word: str, language: str) -> str:
    """A word of the dossier's language (`in-force`, `high`) in the reader's."""
    return _LABELS.get(language, {}).get(word, word.removesuffix(" confidence"))


def matrix_words(language: str) -> Words:
    """The words of a language, or the English ones."""
    return WORDS.get(language, _EN)
