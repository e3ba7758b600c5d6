"""Kazakh: how provisions are cited, and where sentences end.

Citations go from the outermost unit to the innermost, each number before its unit: all but the last in the
genitive, all but the first as belonging to the one before it (`5-баптың 2-тармағының 1) тармақшасы`).
Unnumbered units are counted by ordinals (`екінші бөлігінің үшінші абзацы`): Law of Kazakhstan No. 480-V of
6 April 2016 "On Legal Acts", article 25.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from redline.languages.citations import CitationReader
from redline.languages.heads import Heads
from redline.languages.kk_forms import CASES, MOST, Case, forms, inflect, ordinal, ordinals
from redline.languages.kk_inflection import KazakhInflector
from redline.languages.running import RunningReader, Surroundings
from redline.languages.sentences import SentenceRules
from redline.languages.tabled import TabledPack
from redline.languages.tables import Form, PartWord, Table, Unit, words_of
from redline.languages.writing import counted_part, said_in_words, written_parts
from redline.model.address import Citation, Part, PartKind, Step

_ANNEX = ("attachment", "component", "schedule", "annex", "appendix")

_UNITS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("қосымша", _ANNEX),
    ("бөлім", ("section", "part")),
    ("кіші бөлім", ("subsection",)),
    ("бөлімше", ("subsection",)),
    ("тарау", ("chapter",)),
    ("параграф", ("subchapter", "paragraph")),
    ("бап", ("article",)),
    ("ескертпе", ("note",)),
    ("бөлік", ("part", "paragraph")),
    ("тармақ", ("paragraph", "point")),
    ("тармақша", ("point", "subparagraph", "item")),
)
_BARE_UNITS = frozenset({"қосымша", "ескертпе"})
"""Units that need no number where there is one of them."""
_WRITTEN: Mapping[str, str] = {
    "article": "бап",
    "paragraph": "тармақ",
    "point": "тармақша",
    "subparagraph": "тармақша",
    "item": "тармақша",
    "li": "тармақша",
    "part": "бөлік",
    "section": "бөлім",
    "subsection": "кіші бөлім",
    "chapter": "тарау",
    "subchapter": "параграф",
    "note": "ескертпе",
    **dict.fromkeys(_ANNEX, "қосымша"),
}
_IN_PARENTHESES = frozenset({"тармақша"})

# Kind; nouns. The first one is written.
_BARE: tuple[tuple[PartKind, str], ...] = (
    ("heading", "тақырып"),
    ("num", "нөмір"),
    ("text", "мәтін"),
    ("title", "атау"),
    ("preamble", "кіріспе"),
    ("toc", "мазмұн"),
    ("intro", "кіріспе бөлік"),
    ("wrap", "қорытынды бөлік"),
)
_COUNTED: tuple[tuple[PartKind, str], ...] = (
    ("block", "абзац"),
    ("part", "бөлік"),
    ("sentence", "сөйлем"),
    ("definition", "анықтама|ұғым"),
    ("item", "тармақ орны"),
    ("table", "кесте"),
    ("row", "жол"),
    ("column", "баған"),
    ("cell", "ұяшық"),
    ("note", "сілтеме"),
    ("formula", "формула"),
    ("image", "сурет"),
)
_WORDS: Mapping[PartKind, str] = {kind: nouns.split("|")[0] for kind, nouns in (*_BARE, *_COUNTED)}


def _forms(noun: str) -> Iterator[tuple[str, Form]]:
    """Every form of a noun; of a phrase, of its last word. Genitives of both numbers look different."""
    before, space, last = noun.rpartition(" ")
    for word, many in forms(last):
        yield before + space + word, "many" if many else "one"


def _units() -> dict[str, Unit]:
    words: dict[str, Unit] = {}
    for noun, elements in _UNITS:
        words |= {word: Unit(elements, form, bare=noun in _BARE_UNITS) for word, form in _forms(noun)}
    words |= {
        word: Unit(("preamble",), "one", bare=True) for word, form in _forms("кіріспе") if form == "one"
    }
    return words


def _parts() -> dict[str, PartWord]:
    words: dict[str, PartWord] = {}
    for kind, noun in _BARE:
        words |= {word: PartWord(kind) for word, form in _forms(noun) if form == "one"}
    for kind, nouns in _COUNTED:
        hint = "paragraph" if kind == "part" else None
        for noun in nouns.split("|"):
            words |= {word: PartWord(kind, hint, form) for word, form in _forms(noun)}
    return words


TABLE = Table(
    units=_units(),
    parts=_parts(),
    ordinals=dict(ordinals()),
    ordinal_digits=r"(\d+)-(?:ші|шы|інші|ыншы|нші|ншы)(?![^\W_])",
    joins=frozenset({"және", "немесе", "не"}),
    number_signs=frozenset({"№"}),
    acts=frozenset(word for noun in ("акт", "заң", "кодекс") for word, _ in forms(noun)),
    number=r"\d+(?:-\d+)*[A-Za-z]?(?![A-Za-z])",
    number_first=True,
)

_OF_THIS_ACT = re.compile(
    r"\A\s*осы (?:Конституциялық )?(?:Заңның|Кодекстің|Жарлықтың|Қаулының|Бұйрықтың|Ереженің|Қағидалардың) ",
    re.IGNORECASE,
)

_SENTENCES = SentenceRules(
    never_end=words_of("б т тт қ қар мыс т.б № проф акад бет ред сур кест"),
    before_numbers=words_of("ж жж"),
    may_end=words_of("ж жж ғ ғғ млн млрд трлн т.с.с т.б тг"),
    starters=words_of(
        "Осы Егер Бұл Ол Олар Мұндай Көрсетілген Уәкілетті Шетелдік Шетелдіктер Қазақстан Мемлекеттік Жұмыс "
        "Өтініш Шешім Тараптар Тұлға Адам Адамдар"
    ),
)

_LAW = (
    r"(?:[Зз]аң|[Кк]одекс|[Ққ]ағида|[Ққ]аулы|[Бб]ұйры[қғ]|[Жж]арлы[қғ]|[Ее]реже|[Кк]онвенция|[Кк]елісім"
    r"|[Шш]арт"
    r"|[Кк]онституция)"
)
_SURROUNDINGS = Surroundings(
    own=re.compile(r"(?!)"),
    within=re.compile(r"(?!)"),
    foreign=re.compile(r"(?!)"),
    foreign_before=re.compile(rf"(?<!осы )(?<!Осы )\b{_LAW}[а-яәғқңөұүһі]*(?:ның|нің|дың|дің|тың|тің) \Z"),
    act_named=re.compile(
        rf"\b(?:Республикасы|Республикасының) (?:[А-ЯӘҒҚҢӨҰҮҺІа-яәғқңөұүһі]+ ){{0,3}}{_LAW}[а-яәғқңөұүһі]*"
        rf"|\bтуралы» [^.;]{{0,60}}{_LAW}[а-яәғқңөұүһі]*"
        r"|\b[А-ЯӘҒҚҢӨҰҮҺІ][а-яәғқңөұүһі]+ кодекс[а-яәғқңөұүһі]*"
        r"|\bКонституция[а-яәғқңөұүһі]*"
    ),
    goes_on=re.compile(r"[\s,]*(?:(?:және|немесе|не)\s+)?\d[\d-]*(?:\)|-)\s?[а-яәғқңөұүһі]*"),
    own_before=re.compile(
        rf"\b[Оо]сы (?:Конституциялық )?{_LAW}[а-яәғқңөұүһі]*(?:ның|нің|дың|дің|тың|тің|ға|ге|қа|ке) \Z"
    ),
    within_before=re.compile(r"\b[Оо]сы (?P<unit>[а-яәғқңөұүһі]+(?:ның|нің|дың|дің|тың|тің)) \Z"),
)


HEADS = Heads(
    words=dict(_UNITS) | {"§": ("subchapter",)},
    number_first=True,
    named={"жалпы бөлік": "part", "ерекше бөлік": "part"},
    contents=frozenset({"мазмұны"}),
    itself=re.compile(
        r"[Оо]сы (?:Конституциялық )?(?:[Зз]аң|[Кк]одекс|[Ққ]ағида|[Ее]реже|[Ққ]аулы|[Бб]ұйры"
        r"|[Жж]арлы|[Нн]ұсқаулы)"
    ),
    notes=re.compile(r"Ескертпе(?:лер)?\s*(?:[.:]|$)"),
    annex=re.compile(
        r"(?!.*\b[Оо]сы )[^.;:]*(?:[Зз]аңына|[Кк]одексіне|[Бб]ұйрығына|[Ққ]аулысына|[Жж]арлығына"
        r"|[Ққ]ағидаларына|[Ее]режесіне|[Шш]ешіміне|[Нн]ұсқаулығына|[Рр]егламентіне|[Шш]артына"
        r"|[Кк]елісіміне) "
        r"(?:(?P<number>\d+(?:-\d+)*) ?- ?)?[Ққ]осымша"
    ),
    signature=re.compile(
        r"(?:\w+ Республикасының(?:\s+|$)|(?=[ПТМ]))(?:Президент|Төраға|Премьер-Министр|Министр|$)"
    ),
)


class Kazakh(TabledPack, frozen=True):
    """The Kazakh language pack."""

    def read_citation(self, text: str) -> tuple[Citation, ...] | None:
        """The provisions that `text` cites, `осы Заңның` before them or not; None when it is no citation."""
        found = self.reader.read(_OF_THIS_ACT.sub("", text))
        return None if found is None else tuple(replace(citation, text=text) for citation in found)

    def write_citation(
        self,
        steps: tuple[Step, ...],
        parts: tuple[Part, ...] = (),
        *,
        case: Case = "nominative",
        belongs: bool = False,
    ) -> str:
        """The citation of one provision: `5-баптың 2-тармағының 1) тармақшасы`.

        Parts that a sentence counts stand behind it (`екінші бөлігінің үшінші абзацы`), others behind a
        slash.

        Args:
            steps, parts: outermost first.
            case: of the innermost unit.
            belongs: whether something is named before it that it belongs to (`осы Заңның 5-бабы`).
        """
        said = 0
        while said < len(parts) and _sayable(parts[said]):
            said += 1
        things: list[Step | Part] = [*steps, *parts[:said]]
        pieces: list[str] = []
        for place, thing in enumerate(things):
            wanted: Case = case if place == len(things) - 1 else "genitive"
            pieces.append(_said(thing, wanted, possessed=place > 0 or belongs))
        return written_parts(" ".join(pieces), parts[said:], TABLE)

    def write_like(self, steps: tuple[Step, ...], words: str) -> str | None:
        """The citation of one provision in the case of another; None where that cannot be told."""
        last, first = words.split()[-1].rpartition("-")[2], words.split()[0].rpartition("-")[2]
        case = _case_of(last)
        if case is None:
            return None
        belongs = any(first == form for noun, _ in _UNITS for form in _possessed_forms(noun))
        return self.write_citation(steps, case=case, belongs=belongs)


def _inflected(noun: str, case: Case, *, possessed: bool) -> str:
    before, space, last = noun.rpartition(" ")
    return before + space + inflect(last, case, possessed=possessed)


def _possessed_forms(noun: str) -> Iterator[str]:
    return (_inflected(noun, case, possessed=True) for case in CASES)


def _case_of(word: str) -> Case | None:
    found = {
        case
        for noun, _ in _UNITS
        for possessed in (False, True)
        for case in CASES
        if _inflected(noun, case, possessed=possessed) == word
    }
    return next(iter(found)) if len(found) == 1 else None


def _sayable(part: Part) -> bool:
    """Whether a part can be said in the chain of a citation: counted by an ordinal, or one of its kind."""
    if part.kind in ("heading", "preamble", "toc", "text", "intro", "wrap"):
        return True
    counted = part.kind in _WORDS and part.kind != "item" and part.index is not None
    return counted and part.words in (None, "paragraph") and (part.index or 0) <= MOST


def _said(thing: Step | Part, case: Case, *, possessed: bool) -> str:
    if isinstance(thing, Part):
        word = _inflected(_WORDS[thing.kind], case, possessed=possessed)
        return word if thing.index is None else f"{ordinal(thing.index)} {word}"
    element = thing.units[0] if thing.units else ""
    name = "кіріспе" if element == "preamble" else _WRITTEN.get(element, "тармақ")
    name = "бөлік" if counted_part(thing) else name
    word = _inflected(name, case, possessed=possessed)
    if thing.number is None:
        return word
    if counted_part(thing) and said_in_words(thing.number, MOST):
        return f"{ordinal(int(thing.number))} {word}"
    return f"{thing.number}) {word}" if name in _IN_PARENTHESES else f"{thing.number}-{word}"


PACK = Kazakh(
    code="kk",
    reader=CitationReader(TABLE),
    running=RunningReader(TABLE, _SURROUNDINGS),
    inflector=KazakhInflector(),
    heads=HEADS,
    rules=_SENTENCES,
    unit_words={word: unit.elements for word, unit in TABLE.units.items() if unit.elements},
    outside={
        "preface": "деректемелер", "preamble": "кіріспе", "toc": "мазмұны", "conclusions": "қолтаңба",
        "body": "акт мәтіні", "act": "акт", "docTitle": "тақырып",
    },
)  # fmt: skip
