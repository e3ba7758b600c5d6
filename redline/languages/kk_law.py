"""Kazakh: the set phrases of laws."""

from __future__ import annotations

import re

from redline.languages.law_words import CYRILLIC_ALIKE, LawWords
from redline.languages.tables import words_of

_L = "а-яёәғқңөұүһі"
_U = "А-ЯЁӘҒҚҢӨҰҮҺІ"
_WHOSE = rf"(?:[{_U}][{_L}]+ )?Республикасы(?:ның|нын)?"
_FORM = (
    rf"(?:Конституциялық )?[Зз]аң(?:[{_L}]*)|[Кк]одекс(?:[{_L}]*)|[Жж]арлы[қғ](?:[{_L}]*)|[Ққ]аулы(?:[{_L}]*)"
    rf"|[Бб]ұйры[қғ](?:[{_L}]*)"
)
_DATE = rf"(?:(?P<year>\d{{4}}) жылғы (?P<day>\d{{1,2}}) (?P<month>[{_L}]+) )?"
_NUMBER = r"(?:№ ?(?P<number>[0-9][\w/-]*) )?"
_NUMBERS = {
    "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9, "он": 10,
    "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60, "жетпіс": 70, "сексен": 80, "тоқсан": 90,
    "жүз": 100, "екі жүз": 200,
}  # fmt: skip
_WORD = "|".join(word for word in _NUMBERS if " " not in word)
_AMOUNT = rf"(?P<amount>\d+|(?:{_WORD})(?: (?:{_WORD}))*)"
_TIME = rf"(?P<unit>(?:жұмыс |күнтізбелік )?(?:күн|ай|жыл|сағат|тәулік|апта|тоқсан)(?:[{_L}]*))"

LAW = LawWords(
    acts=(
        re.compile(
            rf"[\"«](?P<title>[^\"»«]{{3,300}}?)(?: туралы)?[\"»] {_DATE}{_NUMBER}{_WHOSE} (?:Президентінің "
            rf"|Үкіметінің )?"
            rf"(?P<form>{_FORM})"
        ),
        re.compile(
            rf"[\"«](?P<title>[^\"»«]{{3,300}}?)(?: туралы)?[\"»] {_WHOSE} "
            rf"(?:[{_U}{_L}-]+ ){{1,6}}{_DATE}{_NUMBER}"
            rf"(?P<form>[Бб]ұйры[қғ][{_L}]*|[Ққ]аулы[{_L}]*)"
        ),
        re.compile(
            rf"{_DATE}{_NUMBER}(?P<form>[Бб]ұйры[қғ][{_L}]*|[Ққ]аулы[{_L}]*) бекітілген "
            rf"(?P<topic>[{_U}][^\"«».;:]{{4,150}}?) (?:қағида|нұсқаулы|ереже|әдістеме)[{_L}]*"
        ),
        re.compile(
            rf"{_WHOSE} (?P<adjective>[{_U}][{_L}]+(?: [{_L}-]+){{0,2}}) (?P<form>[Кк]одекс[{_L}]*)"
        ),
        re.compile(rf"{_WHOSE} (?P<form>Конституциясы(?:[{_L}]*))"),
    ),
    forms=(
        ("constitution", re.compile(r".*Конституциясы\Z", re.IGNORECASE)),
        ("constitutional-law", re.compile(r".*Конституциялық заңы\Z", re.IGNORECASE)),
        ("code", re.compile(r".*Кодексі\Z", re.IGNORECASE)),
        ("law", re.compile(r".*Заңы\Z", re.IGNORECASE)),
        ("presidential-decree", re.compile(r".*Жарлығы\Z", re.IGNORECASE)),
        ("government-resolution", re.compile(r".*Үкіметінің\b.*қаулысы\Z", re.IGNORECASE)),
        ("ministerial-order", re.compile(r".*бұйрығы\Z", re.IGNORECASE)),
        ("local-decision", re.compile(r".*(?:мәслихат|әкімдік|әкім).*(?:шешімі|қаулысы)\Z", re.IGNORECASE)),
    ),
    own=re.compile(r"[Оо]сы (?:Конституциялық )?\Z"),
    part_behind=re.compile(r"(?!)"),
    part_before=re.compile(rf"(?:бөлі[гк]|абзац|сөйлем)[{_L}]* \Z"),
    lists=re.compile(rf"(?<=[{_L}])(?:, | және | немесе | не )"),
    transitional=re.compile(
        r"қолданысқа енгізіл|күші жойыл|күшіне енеді|өтпелі ережелер|дейін қолданылады",
        re.IGNORECASE,
    ),
    repeals=re.compile(r"күші жойылды деп таны|күші жойылды деп тан"),
    months={
        "қаң": 1, "ақп": 2, "нау": 3, "сәу": 4, "мам": 5, "мау": 6, "шіл": 7, "там": 8, "қыр": 9, "қаз": 10,
        "қар": 11, "жел": 12,
    },
    definitions=re.compile(r".*\b(?:ұғымдар|терминдер|анықтамалар)\b.*", re.IGNORECASE),
    definition_lead=re.compile(r"(?:мынадай|келесі) (?:негізгі )?(?:ұғымдар|терминдер) (?:пайдаланылады"
        r"|қолданылады)"),
    meaning=re.compile(r"(?P<term>[^–—:;]{2,160}?) +[–—-] +(?P<meaning>\S.+)", re.DOTALL),
    short_name=re.compile(r"\(бұдан әрі(?: *[–—-]+ *|: )(?:тиісінше +)?(?P<name>[^();]{2,120})\)"),
    deadlines=(
        re.compile(rf"\b{_AMOUNT} {_TIME} (?:ішінде|аралығында|мерзімде|мерзім ішінде|кешіктірм?ей"
            rf"|кешіктірілмей)"),
        re.compile(rf"\b{_AMOUNT} {_TIME}(?:ден|дан|нен|нан|тен|тан)? (?:кешіктірмей|кешіктірілмей"
            rf"|аспайтын)"),
    ),
    numbers=_NUMBERS,
    roots=(
        *sorted(((word, value) for word, value in _NUMBERS.items() if " " not in word), reverse=True),
        ("онкүндік", 10), ("мың", 1000), ("жиырм", 20), ("жартысы", 50),
    ),
    units=(
        (r"жұмыс", "working day"), (r"күнтізбелік күн", "calendar day"), (r"күнтізбелік ай", "month"),
        (r"күнтізбелік жыл", "year"), (r"күн|тәулік", "day"), (r"ай", "month"), (r"жыл", "year"),
        (r"сағат", "hour"), (r"апта", "week"), (r"тоқсан", "quarter"),
    ),
    modalities={
        "prohibition": re.compile(r"\b(?:тыйым салынады|жол берілмейді|құқылы емес|құқығы жоқ)\b"),
        "duty": re.compile(r"\b(?:міндетті|тиіс)\b(?! емес)"),
        "right": re.compile(r"\b(?:құқылы|құқығы бар)\b(?! емес)"),
    },
    delegations=(
        re.compile(
            rf"(?:^|[,;:] |\) |\. )(?P<body>[{_U}{_L}][^,.;:()]{{3,160}}?) (?:айқындайтын|белгілейтін"
            rf"|бекітетін|айқындаған"
            rf"|белгілеген|бекіткен)(?: және [{_L}]+)? тәртіп(?:пен|те)"
        ),
    ),
    bodies=re.compile(
        rf"\b(?P<body>(?:{_WHOSE} )?(?:Үкіметі|[{_U}][{_L}]+(?: [{_L}]+){{0,2}} министрлігі"
        rf"|Ұлттық Банкі)(?:[{_L}]*)"
        rf"|(?:[{_L}]+ (?:саласындағы|жөніндегі) )?[Уу]әкілетті орган(?:[{_L}]*)"
        rf"|[Жж]ергілікті атқарушы орган(?:[{_L}]*)|[Мм]әслихат(?:[{_L}]*)|[Әә]кімдік(?:[{_L}]*))"
    ),
    endings=re.compile(
        r"(?:лар|лер|дар|дер|тар|тер)?(?:сы|сі|ы|і)?(?:ның|нің|дың|дің|тың|тің|ндағы|ндегі|дағы|дегі|тағы"
        r"|тегі"
        r"|нда|нде|нан|нен|дан|ден|тан|тен|мен|бен|пен|да|де|та|те|на|не|ға|ге|қа|ке|ны|ні|ды|ді|ты|ті|ң|н)?$"
    ),
    alphabet="аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    acts_follow=False,
    alike=CYRILLIC_ALIKE,
    stops=words_of("және немесе мен бен пен үшін осы бұл не да де сондай ақ болып табылады"),
)  # fmt: skip
