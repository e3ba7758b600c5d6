"""The search for citations that operations leave behind reads few articles, and finds what reading all finds."""

from __future__ import annotations

import json
from typing import Any
from unittest import mock

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import redline
from redline.engine.may_cite import Concern
from redline.engine.references import Citations

NUMBERS = st.integers(1, 7)
CITATIONS = st.one_of(
    st.builds("Article {}".format, NUMBERS),
    st.builds("paragraph {}".format, NUMBERS),
    st.builds("paragraph {} of this Article".format, NUMBERS),
    st.builds("paragraph {} of Article {}".format, NUMBERS, NUMBERS),
    st.builds("Article {}({})".format, NUMBERS, NUMBERS),
    st.builds("Articles {}, {} and {}".format, NUMBERS, NUMBERS, NUMBERS),
    st.builds("Articles {} to {}".format, NUMBERS, NUMBERS),
    st.builds("paragraphs {} to {} of Article {}".format, NUMBERS, NUMBERS, NUMBERS),
    st.builds("Chapter {}".format, NUMBERS),
    st.builds("Article {} of this Chapter".format, NUMBERS),
    st.builds("paragraph {} of Chapter {}".format, NUMBERS, NUMBERS),
    st.builds("paragraph {} of this Chapter".format, NUMBERS),
    st.builds("Article II, and the Law on Fees and Article {}".format, NUMBERS),
    st.builds('<ref href="#art_{}">that provision</ref>'.format, NUMBERS),
)
WORDS = st.lists(CITATIONS, max_size=3).map(lambda found: f"Under {'; '.join(found)} a fee is due.")
FRAME = (
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta/><body>'
    "{}</body>{}</act></akomaNtoso>"
)


@st.composite
def acts(draw: Any) -> tuple[str, list[str]]:
    """An Act of two chapters, and perhaps an annex, that cites itself; and the identifiers of its units."""
    known: list[str] = []
    article = 0

    def unit(kind: str, eid: str, number: str, inside: str) -> str:
        known.append(eid)
        return f'<{kind} eId="{eid}"><num>{number}</num>{inside}</{kind}>'

    def articles(count: int, before: str = "") -> str:
        nonlocal article
        made = []
        for _ in range(count):
            article += 1
            eid = f"{before}art_{article}"
            numbers = range(1, draw(st.integers(0, 4)) + 1)
            inside = "".join(
                unit("paragraph", f"{eid}__para_{n}", f"{n}.", f"<content><p>{draw(WORDS)}</p></content>")
                for n in numbers
            )
            made.append(
                unit(
                    "article",
                    eid,
                    f"Article {article}.",
                    inside or f"<content><p>{draw(WORDS)}</p></content>",
                )
            )
        return "".join(made)

    chapters = [articles(draw(st.integers(1, 3))) for _ in range(2)]
    body = "".join(
        unit("chapter", f"chp_{n}", f"Chapter {n}.", inside) for n, inside in enumerate(chapters, 1)
    )
    annex = ""
    if draw(st.booleans()):
        article = 0
        inside = articles(2, "att_1__")
        annex = (
            '<attachments><attachment eId="att_1"><heading>Annex 1</heading><doc name="annex"><meta/>'
            f"<mainBody>{inside}</mainBody></doc></attachment></attachments>"
        )
    return FRAME.format(body, annex), known


@st.composite
def packages(draw: Any) -> tuple[str, list[dict[str, Any]]]:
    """An Act, and operations that take provisions away, or give them other numbers or places."""
    act, known = draw(acts())
    chosen = draw(st.lists(st.sampled_from(known), min_size=1, max_size=3, unique=True))
    return act, [
        draw(
            st.sampled_from(
                [
                    {"repeal": eid},
                    {"repeal": eid, "leave": "nothing"},
                    {"renumber": eid, "as": "9"},
                    {"move": eid, "after": draw(st.sampled_from(known))},
                    {"move": eid, "after": draw(st.sampled_from(known)), "number": "9"},
                    {"enclose": eid, "as": "Chapter 9. More"},
                ]
            )
        )
        for eid in chosen
    ]


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
@given(packages())
def test_no_citation_is_missed_where_few_articles_are_read(package: tuple[str, list[dict[str, Any]]]) -> None:
    data, operations = package
    spec = {
        "redline": 1,
        "id": "x",
        "language": "en",
        "acts": {"a": "a.xml"},
        "amendments": [{"act": "a", "operations": operations}],
    }
    try:
        loaded = redline.load_spec(json.dumps(spec, indent=1), acts={"a": redline.load_act(data.encode())})
        marked = redline.amend(loaded)["a"]
    except redline.RedlineError:
        assume(False)
        return
    working = marked.working
    citations = Citations(working, working.view(0), working.view())
    found = list(citations.stale())
    with mock.patch.object(Concern, "may_be_cited", return_value=True):
        assert found == list(citations.stale())
