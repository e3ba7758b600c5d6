"""Kazakhstan: what the Institute of Legislation adds to the consolidated texts on adilet.zan.kz.

Counted on 64 consolidated laws: `Сноска.` and `Ескерту.` stand behind what was amended, `Примечание ИЗПИ!`
and `ЗҚАИ-ның ескертпесі!` before what will be; `Примечание.` and `Ескертпе.` alone are the law's own words,
and so is now and then an `Ескерту.` that speaks of no amendment.
"""

from __future__ import annotations

import re

from redline.jurisdictions.editorial import Editorial

_IGNORE = re.IGNORECASE

EDITORIAL = Editorial(
    notes=re.compile(
        r"Сноска\b|Footnote\. "
        r"|Примечание\. (?:См\.|В соответствии с Законом Республики Казахстан от)"
        r"|Нормативн\w+ постановлени\w+ Конституционного (?:Суда|Совета) .*\bпризнан"
        r"|Қазақстан Республикасы(?:ның)? Конституциялық (?:Соты|Кеңесі)(?:ның)? .*\bдеп таны"
        r"|ҚР Конституциялық (?:Соты|Кеңесі)(?:ның)? .*\bдеп таны"
        r"|По всему тексту,? (?:Закона |Кодекса )?(?:слова|после слов)|Бүкіл мәтін бойынша"
        # Kazakhstan's laws never call the country РК or ҚР; the publisher's notes do.
        # Nor do the laws of its neighbours (РФ, РУз); their registers follow the same forms.
        r"|(?!\d+(?:-\d+)*[.)])(?!\(?\s*(?:Исключ|Утратил|Действовал|Ал(?:ын)?ып тасталды))"
        r"(?:(?!№)[^\"])*\b(?:Закон\w*|законами) Р[А-Я] от \d\d\.\d\d\.\d{4}"
        r"|(?!\d+(?:-\d+)*[.)])(?!\(?\s*(?:Ал(?:ын)?ып тасталды|Күші жойылды))"
        r"(?:(?!№)[^\"])*(?:көзделген|енгізілді|редакцияда|толықтырылды) [-–] [А-ЯҚ]Р "
        r"(?:\d\d\.\d\d\.\d{4}|\d{4}\.)"
        r"|\d+(?:-\d+)?-бап(?: - \d+(?:-\d+)?-баптар| ?, .*-баптар)? ал(?:ын)?ып тасталды",
        _IGNORE,
    ),
    doubtful=re.compile(r"Ескерту\b"),
    markers=re.compile(
        r"(?:Примечание (?:РЦПИ|ИЗПИ)|(?:ЗҚАИ|РҚАО)-ның ескертпесі|Вниманию пользователей"
        r"|Қолданушылар назарына)\s*!?",
        _IGNORE,
    ),
    told=re.compile(
        r"Конституционным Судом РК|вступа\w+ в силу|предусм"
        r"|вводи|введ[её]н|действ|утратил|исключ|приостан|изменени|редакци|признан|в удобства|создан"
        r"|слова? \"|\bсм\.|көзделген|қолданысқа|тасталды|тоқтат|енгізіл|қараңыз|деген сөз|редакцияда"
        r"|өзгер|толықтыр|жасады|күші|№ \d|\d\d\.\d\d\.\d{4}|\d{4}\.\d\d\.\d\d",
        _IGNORE,
    ),
    goes_on=re.compile(
        r"(?:в |по |после )?(?:всему |тексту |заголовк\w+ |стать\w+ )*(?:слов|цифр|аббревиатур)"
        r"|\"|«|№|\(|[А-ЯҚ]Р |деген|Законом Р[А-Я]\b|тақырыб|мәтін|бүкіл мәтін",
        _IGNORE,
    ),
    leftovers=re.compile(
        r"Для удобства пользования\b.*|Қолданушыларға ыңғайлы болуы үшін\b.*"
        r"|(?:(?:ОГЛАВЛЕНИЕ|СОДЕРЖАНИЕ|МАЗМҰНЫ|ПРЕСС-РЕЛИЗ|БАСПАСӨЗ-РЕЛИЗ)[\s.]*)+",
        _IGNORE,
    ),
    amending=re.compile(
        r"(?P<date>\d\d\.\d\d\.\d{4})?(?P<year_first>\d{4}\.\d\d\.\d\d)?\s*(?:г\.|ж\.)?\s*(?:№|No?\.?)\s*"
        r"(?P<number>\d+(?:-[IVXІХ]+)?)"
    ),
    in_force=re.compile(
        r"\s*(?:Конституци\w+\s*)?(?:Заң\w+\s*)?\([^()]*?(?:"
        r"вводится в действие с?\s*(?P<day>\d\d\.\d\d\.\d{4}|\d{1,2} [а-я]+ \d{4})"
        r"|shall be enforced from (?P<english>\d\d\.\d\d\.\d{4})"
        r"|(?P<first>\d\d\.\d\d\.\d{4}|\d{4}\.\d\d\.\d\d)\.?(?:ж\.)?\s*(?:бастап\s*)?қолданысқа)",
        _IGNORE,
    ),
    kinds={
        "repeal": re.compile(r"исключ|утратил|тасталды|күші жойыл|excluded|repealed", _IGNORE),
        "insertion": re.compile(r"дополнен|толықтырыл|supplemented", _IGNORE),
        "substitution": re.compile(r"редакц|изменени|өзгеріс|ауыстырыл|заменен|amended|worded", _IGNORE),
    },
    future=re.compile(r"предусматрива|көзделген|\(вводится в действие по истечении .*предусм", _IGNORE),
    # Only with the repealing Act behind it, or with nothing: `исключен из реестра` is law.
    repealed=re.compile(
        r"\(?\s*(?:(?:Стать[яи]|Глава|Пункт|Подпункт|Часть|Абзац|Параграф|Раздел)\s[\d\s,и-]*"
        r"|\d+(?:-\d+)?-бап\s+)?(?:[-–]\s*\d+(?:-\d+)?[.)]\s*)?"
        r"(?:<\*>\s*$|(?:Исключ(?:ен[аоы]?|ить)?|Утратил[аио]? силу)"
        r"(?:\s*[-–]?\s*(?:Конституционным )?Законом (?:Р[А-Я]\b|от \d)|\s*[-–]?\s*в соответствии с "
        r"|\s*[-–]\s*(?:№|от \d)|\s*[).;]*\s*$)"
        r"|Действовал[аио]? до \d"
        r"|(?:Ал(?:ын)?ып тасталды|Күші жойылды)(?:\s*[-–]?\s*(?:[А-ЯҚ]Р\b|\d\d\.\d\d\.\d{4})|\s*[).;]*\s*$)"
        r"|(?:is |was )?(?:excluded|deleted|repealed) by (?:the )?Law\b"
        r"|\d\d\.\d\d\.\d{4} дейін қолданыста болды)",
        _IGNORE,
    ),
    repeal=re.compile(r"исключен|утратил|тасталды|күші жойы|excluded|repealed", _IGNORE),
    torn=re.compile(r"№|\((?:вводится|алғашқы ресми)"),
)
