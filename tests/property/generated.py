"""Generated Acts and specs, small enough to read and rich enough to surprise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

WORDS = [
    "permit",
    "register",
    "quota",
    "body",
    "employer",
    "foreigner",
    "fee",
    "appeal",
    "order",
    "stay",
    "entry",
    "duty",
    "notice",
    "period",
    "term",
    "act",
]
_IRI = "/akn/xx/act/2020/1"
_LEVEL = (
    '<FRBRthis value="{0}/!main"/><FRBRuri value="{0}"/><FRBRdate date="2020-01-01" name="made"/>'
    '<FRBRauthor href="#body" as="#author"/>'
)
META = (
    '<meta><identification source="#body">'
    f'<FRBRWork>{_LEVEL.format(_IRI)}<FRBRcountry value="xx"/></FRBRWork>'
    f'<FRBRExpression>{_LEVEL.format(_IRI + "/eng@")}<FRBRlanguage language="eng"/></FRBRExpression>'
    f"<FRBRManifestation>{_LEVEL.format(_IRI + '/eng@.xml')}</FRBRManifestation>"
    "</identification></meta>"
)


@dataclass(frozen=True)
class Article:
    """An article of a generated Act.

    Attributes:
        number: its number.
        paragraphs: how many numbered paragraphs it has.
        table: whether it ends with a table.
        stub: whether it is repealed and keeps its place.
    """

    number: int
    paragraphs: int
    table: bool
    stub: bool

    @property
    def eid(self) -> str:
        return f"art_{self.number}"

    @property
    def units(self) -> list[str]:
        """Its identifier, and those of its paragraphs."""
        return [self.eid, *(f"{self.eid}__para_{place}" for place in range(1, self.paragraphs + 1))]


def sentence(draw: Any, label: str) -> str:
    words = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=6))
    # One word of its own makes every block addressable by its words.
    words.insert(draw(st.integers(0, len(words))), label)
    text = " ".join(words)
    style = draw(st.integers(0, 7))
    first = text.split()[0]
    if style == 0:
        text = text.replace(first, f"<b>{first}</b>", 1)
    if style == 1:
        text = text.replace(first, f'<ref href="#art_1">{first}</ref>', 1)
    if style == 2:
        text = text.replace(" ", ' <authorialNote marker="1"><p>note</p></authorialNote>', 1)
    note = '<authorialNote marker="2"><p>end note</p></authorialNote>' if style == 3 else ""
    more = " It is so. The rest follows." if style > 5 else ""
    return f"The {text}.{note}{more}"


def table(draw: Any, number: int) -> str:
    """Three rows of three columns; a cell may reach over two rows, another over two columns."""
    down, across = draw(st.booleans()), draw(st.booleans())
    rows = [[f"<th><p>head {column}</p></th>" for column in range(3)]]
    for row in range(2):
        rows.append([f"<td><p>c{number}r{row}k{column}</p></td>" for column in range(3)])
    if down:
        rows[1][0] = rows[1][0].replace("<td>", '<td rowspan="2">')
        rows[2].pop(0)
    if across:
        rows.append([f'<td colspan="2"><p>wide{number}</p></td>', "<td><p>last</p></td>"])
    lines = ["".join(row) for row in rows]
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


@st.composite
def articles(draw: Any) -> list[tuple[Article, str]]:
    """Articles, each with its markup."""
    made = []
    count = draw(st.integers(2, 4))
    for number in range(1, count + 1):
        if number > 1 and draw(st.integers(0, 5)) == 0:
            stub = Article(number, 0, table=False, stub=True)
            markup = f"<num>Article {number}.</num><content><p>Repealed.</p></content>"
            made.append((stub, f'<article eId="art_{number}" status="removed">{markup}</article>'))
            continue
        article = Article(number, draw(st.integers(0, 3)), draw(st.integers(0, 2)) == 0, stub=False)
        made.append((article, _markup(draw, article)))
    return made


def _markup(draw: Any, article: Article) -> str:
    number = article.number
    grid = table(draw, number) if article.table else ""
    own = f"<p>{sentence(draw, f'w{number}')}</p>"
    if not article.paragraphs:
        inner = f"<content>{own}{grid}</content>"
    else:
        inner = f"<intro>{own}{grid}</intro>" if grid or draw(st.booleans()) else ""
        for place in range(1, article.paragraphs + 1):
            inner += (
                f'<paragraph eId="{article.eid}__para_{place}"><num>{place}.</num><content>'
                f"<p>{sentence(draw, f'w{number}x{place}')}</p></content></paragraph>"
            )
        if draw(st.integers(0, 3)) == 0:
            inner += "<wrapUp><p>In all cases.</p></wrapUp>"
    heading = f"<heading>Heading {number}</heading>" if draw(st.booleans()) else ""
    return f'<article eId="{article.eid}"><num>Article {number}.</num>{heading}{inner}</article>'


@st.composite
def acts(draw: Any) -> tuple[str, list[Article]]:
    """An Act as XML, and its articles."""
    made = draw(articles())
    body = "\n".join(markup for _, markup in made)
    if draw(st.booleans()):
        body = f'<chapter eId="chp_1"><num>Chapter 1</num>\n{body}\n</chapter>'
    return (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
        f'<act name="act">{META}<body>\n{body}\n</body></act></akomaNtoso>'
    ), [article for article, _ in made]


class Choice:
    """A place in an Act, and what operations need to speak of it."""

    def __init__(self, draw: Any, all_articles: list[Article], article: Article, number: int) -> None:
        self.draw = draw
        self.articles = all_articles
        self.article = article
        self.number = number
        self.fresh = f"new{number}"
        self.eid = draw(st.sampled_from(article.units))
        self.place = self.eid.rpartition("_")[2]
        self.is_article = self.eid == article.eid
        self.words = f"w{article.number}" if self.is_article else f"w{article.number}x{self.place}"

    def one_of(self, *values: Any) -> Any:
        return self.draw(st.sampled_from(values))

    def unit(self, text: str, *, suffix: bool = True) -> str:
        """New text that begins with a number of the level of the place."""
        number = f"{self.place}-{self.number}" if suffix else self.place
        return f"Article {number}. New\n{text}" if self.is_article else f"{number}. {text}"

    @property
    def part(self) -> str:
        name = self.one_of("sentence 1", "sentence last", "block 1", "text", "intro", "heading", "wrap")
        return f"{self.eid} / {name}"

    @property
    def table(self) -> str:
        return f"{self.article.eid} / table 1"

    @property
    def any_unit(self) -> str:
        return self.one_of(*(unit for article in self.articles for unit in article.units))


Builder = Callable[[Choice], dict[str, Any]]

LOCAL: tuple[Builder, ...] = (
    lambda at: {"substitute": at.words, "with": at.fresh, "in": at.eid},
    lambda at: {"substitute": {"from": at.words}, "with": f"{at.fresh}.", "in": at.eid},
    lambda at: {"omit": {"from": "The", "to": at.words}, "in": at.eid},
    lambda at: {"add": at.fresh, "after": at.words, "in": at.eid},
    lambda at: {"add": f"{at.fresh} ", "at": at.one_of("start", "end"), "in": f"{at.eid} / block 1"},
    lambda at: {"omit": at.words, "in": at.eid},
    lambda at: {"repeal": at.eid, "leave": at.one_of("nothing", "number", "note")},
    lambda at: {"repeal": at.part},
    lambda at: {"replace": at.part, "with": f"The {at.fresh} words^[a note] stand here."},
    lambda at: {
        "replace": at.eid,
        "with": at.unit(f"{at.fresh} words of the {at.words} kind.", suffix=False),
    },
    lambda at: {"insert": f"{at.fresh} is said.", at.one_of("before", "after"): f"{at.eid} / sentence 1"},
    lambda at: {"insert": f"{at.fresh} block.", "into": at.eid, "at": at.one_of("start", "end")},
    lambda at: {"insert": at.unit(f"{at.fresh}."), at.one_of("before", "after"): at.eid},
    lambda at: {"retitle": at.eid, "as": f"Title {at.fresh}"},
    lambda at: {"designate": at.eid, "as": "1."},
    lambda at: {
        "restore": at.article.eid,
        "with": f"Article {at.article.number}. Again\nThe {at.fresh}.",
    },
    lambda at: {"insert": f"| {at.fresh} | b | c |", at.one_of("before", "after"): f"{at.table} / row 2"},
    lambda at: {"insert": f"| {at.fresh} | b |", "after": f"{at.table} / row 2"},
    lambda at: {"insert": f"| {at.fresh} | b | c |", "into": at.table, "at": at.one_of("start", "end")},
    lambda at: {"replace": f"{at.table} / row 2", "with": f"| {at.fresh} | b | c |"},
    lambda at: {"repeal": f"{at.table} / row {at.one_of(2, 3)}"},
    lambda at: {"repeal": f"{at.table} / column {at.one_of(1, 2, 3)}"},
    lambda at: {
        "insert": "\n".join(f"| {at.fresh} |" for _ in range(at.one_of(3, 4))),
        at.one_of("before", "after"): f"{at.table} / column {at.one_of(1, 2)}",
    },
    lambda at: {
        "replace": f"{at.table} / column {at.one_of(1, 2, 3)}",
        "with": "\n".join(f"| {at.fresh} |" for _ in range(at.one_of(2, 3, 4))),
    },
)
"""Operations that change nothing outside the article they are aimed at."""
WIDE: tuple[Builder, ...] = (
    lambda at: {"renumber": at.eid, "as": f"{at.place}{at.number}"},
    lambda at: {"move": at.eid, at.one_of("before", "after"): at.any_unit},
    lambda at: {
        "move": at.eid,
        "into": at.any_unit,
        "at": at.one_of("start", "end"),
        "as": f"{at.place}{at.number}",
    },
    lambda at: {"split": at.eid, "before": at.words, "as": [at.place, f"{at.place}-{at.number}"]},
    lambda at: {"join": [at.eid, at.any_unit], "with": " and "},
    lambda at: {"join": [at.eid, at.any_unit]},
    lambda at: {
        "enclose": at.one_of("art_1", "art_1 .. art_2", ["art_2"]),
        "as": f"Chapter {at.number + 1}. New",
    },
    lambda at: {"substitute": at.one_of(*WORDS), "with": at.fresh, "times": "all"},
)
"""Operations that may reach further."""
DATES = ("2026-01-01", "2027-01-01")


@st.composite
def operations(draw: Any, made: list[Article], number: int) -> dict[str, Any]:
    """One operation at a random place; it may well be impossible."""
    choice = Choice(draw, made, draw(st.sampled_from(made)), number)
    operation = draw(st.sampled_from(LOCAL + WIDE))(choice)
    timing = draw(st.integers(0, 9))
    if timing < 2:
        operation = {**operation, "commencement": DATES[timing]}
    if timing == 2:
        operation = {**operation, "commencement": DATES[0], "until": DATES[1]}
    if timing == 3:
        operation = {**operation, "when": draw(st.sampled_from(["assumed", "open"]))}
    return operation


@st.composite
def packages(draw: Any) -> tuple[str, dict[str, Any]]:
    """An Act and a spec of one to five operations on it, with or without dates, conditions and effects."""
    act, made = draw(acts())
    items = [draw(operations(made, number)) for number in range(1, draw(st.integers(1, 5)) + 1)]
    entry: dict[str, Any] = {"act": "a", "operations": items}
    if draw(st.integers(0, 5)) == 0:
        entry["effects"] = [{"suspend": draw(st.sampled_from(made)).eid, "from": DATES[0]}]
    return act, {
        "redline": 1,
        "id": "generated",
        "jurisdiction": draw(st.sampled_from(["kz", "generic"])),
        "addressing": draw(st.sampled_from(["base", "current"])),
        "acts": {"a": "a.xml"},
        "amendments": [entry],
    }


@st.composite
def apart(draw: Any) -> tuple[str, list[dict[str, Any]]]:
    """An Act, and operations of which no two are aimed at the same article."""
    act, made = draw(acts())
    items = []
    for number, article in enumerate(made, 1):
        operation = draw(st.sampled_from(LOCAL))(Choice(draw, made, article, number))
        items.append({**operation, "id": f"x{number}"})
    return act, items


@st.composite
def pairs(draw: Any) -> tuple[str, list[dict[str, Any]]]:
    """An Act, and two operations of one date, often on the same article."""
    act, made = draw(acts())
    article = draw(st.sampled_from(made))
    other = draw(st.sampled_from([article, draw(st.sampled_from(made))]))
    items = []
    for number, place in enumerate((article, other), 1):
        operation = draw(st.sampled_from(LOCAL + WIDE))(Choice(draw, made, place, number))
        items.append({**operation, "id": f"x{number}"})
    return act, items
