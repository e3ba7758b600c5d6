"""Russian: how provisions are cited, and where sentences end.

Citations go from the innermost unit to the outermost, in genitives (`подпункт 2) пункта 1 статьи 5`), or from
the outermost in the nominative (`ст. 5 п. 1 пп. 2)`). Unnumbered units are counted in words behind the noun
(`абзац третий части второй`): Law of Kazakhstan No. 480-V of 6 April 2016 "On Legal Acts", article 25.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from redline.languages.citations import CitationReader
from redline.languages.heads import Heads
from redline.languages.ru_forms import MOST, NOUNS, Case, ordinal, ordinals
from redline.languages.ru_inflection import RussianInflector
from redline.languages.running import RunningReader, Surroundings
from redline.languages.sentences import SentenceRules
from redline.languages.tabled import TabledPack
from redline.languages.tables import Form, PartWord, Table, Unit, words_of
from redline.languages.writing import counted_part, said_in_words, written_parts
from redline.model.address import Citation, Part, PartKind, Step

_ANNEX = ("attachment", "component", "schedule", "annex", "appendix")

# Noun; elements; abbreviations. In codes the numbered unit of an article is called часть, elsewhere пункт.
_UNITS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("статья", ("article",), "ст стст"),
    ("приложение", _ANNEX, "прил"),
    ("раздел", ("section", "part"), "разд"),
    ("подраздел", ("subsection",), "подразд"),
    ("глава", ("chapter",), "гл"),
    ("параграф", ("subchapter", "paragraph"), "§ §§"),
    ("статья", ("article",), "ст стст"),
    ("примечание", ("note",), "прим примеч"),
    ("пункт", ("paragraph", "point"), "п"),
    ("подпункт", ("point", "subparagraph", "item"), "пп подп подпп"),
    ("часть", ("part", "paragraph"), "ч чч"),
)
"""The outermost first; часть stands inside пункт and подпункт, or in place of them."""

_SHORT_PARTS = (("абзац", "абз"), ("предложение", "предл"))

_WRITTEN: Mapping[str, str] = {
    "article": "статья",
    "paragraph": "пункт",
    "point": "подпункт",
    "subparagraph": "подпункт",
    "item": "подпункт",
    "li": "подпункт",
    "part": "часть",
    "section": "раздел",
    "subsection": "подраздел",
    "chapter": "глава",
    "subchapter": "параграф",
    "note": "примечание",
    **dict.fromkeys(_ANNEX, "приложение"),
}
_IN_PARENTHESES = frozenset({"подпункт"})

# Kind; nouns. The first one is written.
_BARE: tuple[tuple[PartKind, str], ...] = (
    ("heading", "заголовок"),
    ("num", "номер"),
    ("text", "текст"),
    ("title", "наименование название"),
    ("preamble", "преамбула"),
    ("toc", "оглавление содержание"),
)
_COUNTED: tuple[tuple[PartKind, str], ...] = (
    ("block", "абзац"),
    ("part", "часть"),
    ("sentence", "предложение"),
    ("definition", "определение понятие"),
    ("item", "позиция"),
    ("table", "таблица"),
    ("row", "строка"),
    ("column", "графа столбец"),
    ("cell", "ячейка"),
    ("note", "сноска"),
    ("formula", "формула"),
    ("image", "рисунок"),
)
_PHRASES: tuple[tuple[PartKind, str], ...] = (
    ("intro", "вступительная часть|вступительной части|вступительную часть|вступительной частью"),
    ("intro", "вводная часть|вводной части|вводную часть|вводной частью"),
    ("wrap", "заключительная часть|заключительной части|заключительную часть|заключительной частью"),
)
_WORDS: Mapping[PartKind, str] = {kind: nouns.split()[0] for kind, nouns in (*_BARE, *_COUNTED)}


_RANKS: Mapping[str, int] = {
    noun: rank for rank, noun in enumerate([*(noun for noun, _, _ in _UNITS), "абзац", "предложение"])
}
_NAMES: Mapping[str, str] = {form: noun for noun in _RANKS for form in (*NOUNS[noun].one, *NOUNS[noun].many)}
_SHORT: Mapping[str, str] = {
    short: noun
    for noun, abbreviations in (*((noun, short) for noun, _, short in _UNITS), *_SHORT_PARTS)
    for short in abbreviations.split()
}
_WORD = re.compile(r"[^\W\d_]++\.?+(?!\))")
_OF_THIS_ACT = re.compile(
    r",? настоящего (?:Конституционного )?(?:Закона|Кодекса|Указа|Положения|Постановления|Приказа)\s*\Z",
    re.IGNORECASE,
)
_TOWARDS = re.compile(r"\A\s*ко?\s", re.IGNORECASE)
"""At the head of an address «к статье 5» is статья 5; further on it says what a note belongs to."""
_EITHER = frozenset({"часть", "пункт", "подпункт"})
"""A часть stands inside a пункт in laws of Kazakhstan, a пункт inside a часть in those of Russia."""


def _spelled_out(text: str) -> str:
    """Abbreviations as words, so that their endings say what stands inside what: `п. 2 ст. 5` is
    `пункт 2 статьи 5`, `ст. 5 п. 2` is `статья 5 пункт 2`.
    """
    text = _OF_THIS_ACT.sub("", text)
    text = _TOWARDS.sub("", text.replace("п.п.", "пп.").replace("п/п", "пп"))
    named = [noun for word in _WORD.findall(text) if (noun := _noun_of(word)) is not None]
    if not named or not any(word.rstrip(".").lower() in _SHORT for word in _WORD.findall(text)):
        return text
    from_within = _RANKS[named[0]] > _RANKS[named[-1]]
    before: str | None = None

    def spelled(match: re.Match[str]) -> str:
        nonlocal before
        noun = _noun_of(match[0])
        if noun is None:
            return match[0]
        outer, before = before, noun
        if match[0].rstrip(".").lower() not in _SHORT:
            return match[0]
        if outer is not None and "часть" in (outer, noun) and {outer, noun} <= _EITHER:
            holds = from_within
        else:
            holds = outer is not None and _RANKS[noun] < _RANKS[outer]
        form = NOUNS[noun].form("genitive" if holds else "nominative")
        return form if text[match.end() : match.end() + 1].isspace() else f"{form} "

    return _WORD.sub(spelled, text)


def _noun_of(word: str) -> str | None:
    bare = word.rstrip(".").lower()
    return _SHORT.get(bare) or _NAMES.get(bare)


def _forms(noun: str) -> Iterator[tuple[str, Form]]:
    """Every form of a noun; one that is both singular and plural (`статьи`) counts as either."""
    one, many = frozenset(NOUNS[noun].one), frozenset(NOUNS[noun].many)
    for word in sorted(one | many):
        yield word, "any" if word in one & many else "one" if word in one else "many"


def _units() -> dict[str, Unit]:
    words: dict[str, Unit] = {}
    for noun, elements, abbreviations in _UNITS:
        bare = noun in ("приложение", "примечание")
        words |= {word: Unit(elements, form, bare) for word, form in _forms(noun)}
        words |= {word: Unit(elements, "any", bare) for word in abbreviations.split()}
    words |= {word: Unit(("preamble",), "one", bare=True) for word in NOUNS["преамбула"].one}
    return words


def _parts() -> dict[str, PartWord]:
    words = {phrase: PartWord(kind) for kind, phrases in _PHRASES for phrase in phrases.split("|")}
    for kind, nouns in _BARE:
        words |= {word: PartWord(kind) for noun in nouns.split() for word in NOUNS[noun].one}
    for kind, nouns in _COUNTED:
        hint = "paragraph" if kind == "part" else None
        for noun in nouns.split():
            words |= {word: PartWord(kind, hint, form) for word, form in _forms(noun)}
    words |= {word: PartWord("block", form="any") for word in ("абз",)}
    words |= {word: PartWord("sentence", form="any") for word in ("предл",)}
    return words


def _genitives() -> frozenset[str]:
    """What stands in the genitive holds what is named before it."""
    nouns = [noun for noun, _, _ in _UNITS] + [noun for _, names in _COUNTED for noun in names.split()]
    found = {NOUNS[noun].form("genitive", many=many) for noun in nouns for many in (False, True)}
    return frozenset(found - {"глав"} | {"преамбулы"})


_ACTS = words_of(
    "акт акта акту актом акте закон закона закону законом законе кодекс кодекса кодексу кодексом кодексе"
)

TABLE = Table(
    units=_units(),
    parts=_parts(),
    ordinals=dict(ordinals()),
    ordinal_digits=r"(\d+)-(?:ый|ий|ой|й|ая|яя|я|ое|ее|е|го|му|ю|ую|х|ым|м)(?![^\W_])",
    joins=frozenset({"и", "или", "либо"}),
    runs=frozenset({"по", "до"}),
    outer=_genitives(),
    within=frozenset({"к", "ко"}),
    fillers=frozenset({"в", "во", "с", "со"}),
    number_signs=frozenset({"№"}),
    acts=_ACTS,
    number=r"\d+[A-Za-zА-Яа-яЁё]?(?:[-.]\d+)*(?![^\W\d_])",
)

_SENTENCES = SentenceRules(
    never_end=words_of(
        "ст стст п пп подп ч гл разд прил абз см ср напр т.е № им акад проф стр с рис табл пер просп ул д "
        "кв обл р-н"
    ),
    before_numbers=words_of("г гг"),
    ends=words_of("т.д т.п"),
    may_end=words_of("г гг в вв руб тыс млн млрд трлн др пр тг чел экз"),
    starters=words_of(
        "В Во На По При Если Для За К О Об От До С Со Из Не И А Но Или Это Эти Этот Эта Настоящий Настоящая "
        "Настоящее Настоящие Лицо Лица Порядок Срок Решение Указанные Указанный Уполномоченный "
        "Он Она Оно Они Его Ее Их Ему Им Там Тогда Так Также Кроме Однако При Далее После Перед Запрещается "
        "Допускается Разрешается Государственные Государственный Данный Данные Такие Такой Каждый Все Всё "
        "Иностранец Иностранцы"
    ),
)

_OF_LAW = (
    r"(?:[А-ЯЁа-яё][а-яё-]*(?:ого|его|ой|ей|ых|их) )*"
    r"(?:[Зз]акон(?:а|ов)|[Кк]одекс(?:а|ов)|[Пп]остановлени[яй]|[Пп]равил|[Пп]оложени[яй]|[Пп]риказ(?:а|ов)"
    r"|[Уу]каз(?:а|ов)|[Дд]оговор(?:а|ов)|[Сс]оглашени[яй]|[Кк]онвенци[ий]|[Кк]онституции|[Рр]егламент(?:а"
    r"|ов)"
    r"|[Ии]нструкци[ий]|[Уу]став(?:а|ов))\b"
)
_SURROUNDINGS = Surroundings(
    own=re.compile(
        r",? (?:к )?(?:настоящ(?:его|ей|их|ему|им)|данно(?:го|й|му)) "
        r"(?:(?:[Кк]онституционн[а-яё]+ )?(?:[Зз]акон|[Кк]одекс|[Пп]равил|[Пп]оложени|[Пп]остановлени"
        r"|[Пп]риказ|[Уу]каз|[Рр]егламент|[Ии]нструкци|[Уу]став)[а-яё]*)\b"
    ),
    within=re.compile(r",? (?:настоящ(?:его|ей)|данно(?:го|й)|это(?:го|й)) (?P<unit>[а-яё]+)"),
    foreign=re.compile(rf",? (?:{_OF_LAW}|(?:указанн|названн|эт|т)(?:ого|ой) {_OF_LAW})|,? к [А-ЯЁ]"),
    foreign_before=re.compile(
        r"(?:[Зз]акон|[Кк]одекс|[Пп]равил|[Пп]остановлени|[Пп]риказ|[Кк]онвенци|[Дд]оговор|[Кк]онституци)"
        r"[а-яё]*(?: (?:Республики Казахстан|РК|РФ|от [^«\"]{1,40}|№ ?\S+|«[^»]*»|\"[^\"]*\"))*,? ?\Z"
    ),
    act_named=re.compile(
        r"\b(?:[Зз]акон|[Кк]одекс|[Кк]онвенци|[Дд]оговор|[Сс]оглашени|[Пп]остановлени|[Пп]риказ|[Уу]каз)"
        r"[а-яё]* (?:Республики|РК|РФ|от|№|«|\"|о |об |Правительства)"
        r"|\b[А-ЯЁ][а-яё]+(?:ый|ого|ому|ым|ом) кодекс[а-яё]*"
        r"|\b(?:указанн|названн)[а-яё]+ (?:[Зз]акон|[Кк]одекс)"
        r"|\bКонституци[а-яё]+"
    ),
    goes_on=re.compile(
        r"(?:[\s,;–—-]|\b(?:и|или|либо|а|также|кроме|за|исключением|по|до)\b)*"
        r"(?:(?<![\d])(?:\d|[IVXLC]+\b)|\b[а-я]\)|\b(?:кроме|за исключением)\b)"
    ),
)


HEADS = Heads(
    words={noun: elements for noun, elements, _ in _UNITS} | {"§": ("subchapter",)},
    named={"общая часть": "part", "особенная часть": "part"},
    contents=frozenset({"оглавление", "содержание"}),
    signature=re.compile("(?:Первый )?Президент|Председатель|Премьер-Министр|Министр"),
    itself=re.compile(
        r"[Нн]астоящ\w+ (?:Конституционн\w+ )?(?:[Зз]акон|[Кк]одекс|[Пп]равил|[Пп]оложени|[Пп]остановлени"
        r"|[Пп]риказ|[Уу]каз|[Ии]нструкци|[Рр]егламент|[Сс]тандарт)"
    ),
    notes=re.compile(r"Примечани[ея]\s*(?:[.:]|$)"),
    annex=re.compile(
        r"Приложение(?: №? ?(?P<number>\d+(?:-\d+)*))? ко? (?!настоящ|указанн)(?:[а-яё]+ )?"
        r"(?:Конституционному )?(?:[Зз]акону|[Кк]одексу|[Пп]риказу|[Пп]остановлению|[Уу]казу|[Пп]равилам"
        r"|[Рр]ешению|[Пп]оложению|[Ии]нструкции|[Рр]егламенту|[Сс]тандарту|[Дд]оговору|[Сс]оглашению)\b"
        r"(?!.*\b(?:изложи|дополни|исключи|замени|внес|утверди|призна|применя|распростран)).*"
    ),
)


class Russian(TabledPack, frozen=True):
    """The Russian language pack."""

    def read_citation(self, text: str) -> tuple[Citation, ...] | None:
        """The provisions that `text` cites; None when it is no citation.

        `часть вторая` is part 2 of a provision's own words, and keeps the word `paragraph` in `Part.words`,
        since in codes it means the numbered unit 2 of an article.
        """
        found = self.reader.read(_spelled_out(text))
        return None if found is None else tuple(replace(citation, text=text) for citation in found)

    def read_parts(self, text: str) -> tuple[tuple[Part, ...], ...] | None:
        """The parts that stand between two slashes of an address; None when they are none in Russian."""
        return self.reader.read_parts(_spelled_out(text))

    def write_citation(
        self, steps: tuple[Step, ...], parts: tuple[Part, ...] = (), *, case: Case = "nominative"
    ) -> str:
        """The citation of one provision: `подпункт 2) пункта 1 статьи 5`.

        Parts that a sentence counts go in front (`абзац третий части второй пункта 1 статьи 5`), others stand
        behind a slash.

        Args:
            steps, parts: outermost first.
            case: of the innermost unit; the others are genitives.
        """
        said = 0
        while said < len(parts) and _sayable(parts[said]):
            said += 1
        things: list[Step | Part] = [*steps, *parts[:said]]
        pieces: list[str] = []
        noted = False
        for place, thing in enumerate(reversed(things)):
            wanted: Case = case if place == 0 else "dative" if noted else "genitive"
            written = _step(thing, wanted) if isinstance(thing, Step) else _part(thing, wanted)
            pieces.append(f"к {written}" if noted else written)
            noted = isinstance(thing, Step) and thing.units[:1] == ("note",)
        return written_parts(" ".join(pieces), parts[said:], TABLE)

    def write_like(self, steps: tuple[Step, ...], words: str) -> str | None:
        """The citation of one provision in the case and order of another; None where the case is in doubt."""
        case = _case_of(words)
        if case is None:
            return None
        first = words.split()[0]
        written = self.write_citation(steps, case=case)
        return written[:1].upper() + written[1:] if first[:1].isupper() else written


def _sayable(part: Part) -> bool:
    """Whether a part can be said in the chain of a citation: counted in words, or one of its kind."""
    if part.kind in ("heading", "preamble", "toc", "text"):
        return True
    counted = part.kind in _WORDS and part.index is not None
    return counted and part.words in (None, "paragraph") and (part.index or 0) <= MOST


def _part(part: Part, case: Case) -> str:
    noun = NOUNS[_WORDS[part.kind]]
    word = noun.form(case)
    return word if part.index is None else f"{word} {ordinal(part.index, noun.gender, case)}"


def _step(step: Step, case: Case) -> str:
    element = step.units[0] if step.units else ""
    if element == "preamble":
        return NOUNS["преамбула"].form(case)
    name = "часть" if counted_part(step) else _WRITTEN.get(element, "пункт")
    word = NOUNS[name].form(case)
    if counted_part(step) and said_in_words(step.number, MOST):
        return f"{word} {ordinal(int(step.number), NOUNS[name].gender, case)}"
    if step.number is None:
        return word
    return f"{word} {step.number}{')' if name in _IN_PARENTHESES else ''}"


def _case_of(words: str) -> Case | None:
    """The case of a citation's innermost unit; None where its form can be several that are not all alike.

    Nominative and accusative of masculine nouns are one form; what is written instead may tell them apart.
    """
    first = words.split()[0].lower()
    cases = {case for name, _, _ in _UNITS for case, many in NOUNS[name].cases_of(first) if not many}
    return next(iter(cases)) if len(cases) == 1 else None


PACK = Russian(
    code="ru",
    reader=CitationReader(TABLE),
    running=RunningReader(TABLE, _SURROUNDINGS),
    inflector=RussianInflector(),
    heads=HEADS,
    rules=_SENTENCES,
    unit_words={word: unit.elements for word, unit in TABLE.units.items() if unit.elements and len(word) > 2},
    outside={
        "preface": "реквизиты", "preamble": "преамбула", "toc": "оглавление", "conclusions": "подпись",
        "body": "текст акта", "act": "акт", "docTitle": "заголовок",
    },
)  # fmt: skip
