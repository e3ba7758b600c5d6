"""Generated Acts and specs, small enough to read and rich enough to surprise."""

from __future__ import annotations

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


def sentence(draw: Any, label: str) -> str:
    words = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=6))
    # One word of its own makes every block addressable by its words.
    words.insert(draw(st.integers(0, len(words))), label)
    text = " ".join(words)
    style = draw(st.integers(0, 5))
    first = text.split()[0]
    if style == 0:
        text = text.replace(first, f"<b>{first}</b>", 1)
    if style == 1:
        text = text.replace(first, f'<ref href="#art_1">{first}</ref>', 1)
    if style == 2:
        text = text.replace(" ", ' <authorialNote marker="1"><p>note</p></authorialNote>', 1)
    return f"The {text}."


@st.composite
def acts(draw: Any) -> tuple[str, list[str]]:
    """An Act as XML, and the eIds of its provisions."""
    ids: list[str] = []
    articles = []
    for number in range(1, draw(st.integers(2, 4)) + 1):
        eid = f"art_{number}"
        ids.append(eid)
        count = draw(st.integers(0, 3))
        if not count:
            inner = f"<content><p>{sentence(draw, f'w{number}')}</p></content>"
        else:
            inner = f"<intro><p>{sentence(draw, f'w{number}')}</p></intro>" if draw(st.booleans()) else ""
            for place in range(1, count + 1):
                ids.append(f"{eid}__para_{place}")
                inner += (
                    f'<paragraph eId="{eid}__para_{place}"><num>{place}.</num><content>'
                    f"<p>{sentence(draw, f'w{number}x{place}')}</p></content></paragraph>"
                )
        heading = f"<heading>Heading {number}</heading>" if draw(st.booleans()) else ""
        articles.append(f'<article eId="{eid}"><num>Article {number}.</num>{heading}{inner}</article>')
    body = "\n".join(articles)
    return (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta/>'
        f"<body>\n{body}\n</body></act></akomaNtoso>"
    ), ids


@st.composite
def operations(draw: Any, ids: list[str], number: int) -> dict[str, Any]:
    """One operation on a random provision; it may well be impossible."""
    eid = draw(st.sampled_from(ids))
    article = eid.partition("__")[0].removeprefix("art_")
    place = eid.rpartition("_")[2]
    is_article = "__" not in eid
    words = f"w{article}" if is_article else f"w{article}x{place}"
    head = f"Article {article}. New heading\n" if is_article else f"{place}. "
    verb = draw(st.integers(0, 12))
    fresh = f"new{number}"
    return [
        {"substitute": words, "with": fresh, "in": eid},
        {"add": fresh, "after": words, "in": eid},
        {"omit": words, "in": eid},
        {"repeal": eid, "leave": draw(st.sampled_from(["nothing", "number", "note"]))},
        {"replace": eid, "with": f"{head}{fresh} words of the {words} kind."},
        {"insert": f"Article {article}-{number}. {fresh}\nText." if is_article else f"{place}-{number}. {fresh}.",
         draw(st.sampled_from(["before", "after"])): eid},
        {"renumber": eid, "as": f"{place}{number}"},
        {"move": eid, draw(st.sampled_from(["before", "after"])): draw(st.sampled_from(ids))},
        {"retitle": eid, "as": f"Title {fresh}"},
        {"designate": eid, "as": "1."},
        {"split": eid, "before": words, "as": [place, f"{place}-{number}"]},
        {"join": [eid, draw(st.sampled_from(ids))], "with": " and "},
        {"substitute": draw(st.sampled_from(WORDS)), "with": fresh, "times": "all"},
    ][verb]  # fmt: skip


@st.composite
def packages(draw: Any) -> tuple[str, dict[str, Any]]:
    """An Act and a spec of one to five operations on it, with or without dates."""
    act, ids = draw(acts())
    items = []
    for number in range(1, draw(st.integers(1, 5)) + 1):
        operation = draw(operations(ids, number))
        if draw(st.integers(0, 3)) == 0:
            operation = {**operation, "commencement": draw(st.sampled_from(["2026-01-01", "2027-01-01"]))}
        items.append(operation)
    return act, {
        "redline": 1,
        "id": "generated",
        "jurisdiction": "kz",
        "addressing": draw(st.sampled_from(["base", "current"])),
        "acts": {"a": "a.xml"},
        "amendments": [{"act": "a", "operations": items}],
    }
