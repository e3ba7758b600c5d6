"""Eight laws of Kazakhstan in Russian and Kazakh, amended together and held against one another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import pytest

import redline
from redline.addresses.parallel import Outline, outline_of
from redline.addresses.parallel import Path as Path_
from redline.akn.marks import View
from redline.akn.structure import heading_of
from redline.importers import import_act
from redline.validate import outline_findings

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
PAIRS = sorted(CORPUS.glob("text/*_kz.txt"))
pytestmark = pytest.mark.usefixtures("corpus")

BASE = View({})


@lru_cache(maxsize=2)
def versions(kazakh: Path) -> dict[str, redline.Act]:
    files = {"ru": kazakh.with_name(kazakh.name.replace("_kz.txt", ".txt")), "kk": kazakh}
    return {
        language: redline.load_act(
            import_act(file, jurisdiction="kz", language=language).act.to_bytes(), name=f"{language}.xml"
        )
        for language, file in files.items()
    }


@pytest.mark.parametrize("kazakh", PAIRS, ids=lambda path: path.stem)
def test_the_versions_are_built_alike_but_for_a_few_provisions(kazakh: Path) -> None:
    acts = versions(kazakh)
    outlines = [outline_of(act.document, BASE) for act in acts.values()]
    differences = list(outline_findings(list(acts.values())))
    assert len(differences) <= 0.02 * sum(map(len, outlines))
    assert len(set(outlines[0]) & set(outlines[1])) >= 0.97 * len(outlines[0])


def amendable(path: Path_, outlines: Sequence[Outline]) -> bool:
    """Whether a provision stands in both versions, with a heading and not repealed."""
    standing = [outline.get(path) for outline in outlines]
    return all(one is not None and heading_of(one, BASE) and not BASE.repealed(one) for one in standing)


@pytest.mark.parametrize("kazakh", PAIRS, ids=lambda path: path.stem)
def test_a_law_amended_in_both_languages_is_amended_as_in_each_alone(kazakh: Path) -> None:
    acts = versions(kazakh)
    outlines = [outline_of(act.document, BASE) for act in acts.values()]
    articles = [
        path[0][1]
        for path in outlines[0]
        if len(path) == 1 and path[0][0] == "article" and "~" not in path[0][1] and amendable(path, outlines)
    ][2:8:2]
    text = {
        "ru": ("Новый заголовок", "добавлено"),
        "kk": ("Жаңа тақырып", "қосылды"),
    }
    head = "redline: 1\nid: x\njurisdiction: kz\nlanguage: ru\nacts:\n  law: {}\namendments:\n- act: law\n  operations:\n"

    def operations(values: list[str]) -> str:
        """One operation on each of the articles; what differs by language is in `values`."""
        title, words = values
        return "".join(
            f"  - retitle: {number}-бап\n    as: {title}\n" if place % 2 else
            f"  - add: {words}\n    at: end\n    in: статья {number} / heading\n"
            for place, number in enumerate(articles)
        )  # fmt: skip

    both = [f"{{ru: {text['ru'][place]}, kk: {text['kk'][place]}}}" for place in (0, 1)]
    spec = redline.load_spec(
        head.format("{ru: ru.xml, kk: kk.xml}") + operations(both),
        acts={("law", language): act for language, act in acts.items()},
    )
    together = redline.amend(spec)
    for language, act in acts.items():
        alone = redline.load_spec(
            head.format("law.xml").replace("language: ru", f"language: {language}")
            + operations(list(text[language])),
            acts={"law": act},
        )
        marked = together["law", language]
        assert marked.before().to_bytes() == act.to_bytes()
        assert marked.after().to_bytes() == redline.amend(alone)["law"].after().to_bytes()
