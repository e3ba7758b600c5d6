"""However a dossier changes from run to run, what is found in it is what a run from nothing finds."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from redline.dossier.library import CACHE
from redline.review import findings_json
from redline.reviewing import check_dossier

SAID = {
    "ru": (
        "Заявитель обязан представить документы в уполномоченный орган в течение {n} рабочих дней со дня "
        "получения уведомления о решении по заявлению на привлечение иностранной рабочей силы.",
        "Заявитель вправе представить документы в уполномоченный орган в течение {n} рабочих дней со дня "
        "получения уведомления о решении по заявлению на привлечение иностранной рабочей силы.",
        "Министерство внутренних дел ведет учет разрешений в порядке, определяемом пунктом {n} статьи {n} "
        "настоящего Закона.",
        "МВД отказывает в выдаче разрешения, если работодатель не представил отчет об условиях труда.",
        "Сбор за выдачу разрешения не взимается с работодателей, которые исчерпали квоту за {n} месяцев.",
        "Портал принимает заявления работодателей в соответствии со статьей {n} Закона Республики Казахстан "
        "«О занятости работников».",
    ),
    "kk": (
        "Өтініш беруші хабарламаны алған күннен бастап {n} жұмыс күні ішінде шетелдік жұмыс күшін тартуға "
        "арналған құжаттарды уәкілетті органға ұсынуға міндетті.",
        "Өтініш беруші хабарламаны алған күннен бастап {n} жұмыс күні ішінде шетелдік жұмыс күшін тартуға "
        "арналған құжаттарды уәкілетті органға ұсынуға құқылы.",
        "Ішкі істер министрлігі осы Заңның {n}-бабының {n}-тармағына сәйкес рұқсаттардың есебін жүргізеді.",
    ),
}
TITLES = ("О занятости работников", "О миграции населения", "О разрешениях")
TERMS = ("квота – предельное число иностранных работников;", "квота – число разрешений, выданных за год;")
documents = st.sampled_from(("first", "second", "third", "fourth"))


@st.composite
def laws(draw: st.DrawFn) -> tuple[str, str]:
    """The language of a law and its text: terms, then articles of a few points."""
    language = draw(st.sampled_from(("ru", "ru", "kk")))
    lines: list[str] = []
    if language == "ru":
        lines += ["Статья 1. Основные понятия", "В настоящем Законе используются следующие понятия:"]
        lines += [
            f"{n}) {term}" for n, term in enumerate(draw(st.lists(st.sampled_from(TERMS), max_size=2)), 1)
        ]
    for number in range(2, draw(st.integers(3, 5))):
        lines.append(f"Статья {number}. Порядок" if language == "ru" else f"{number}-бап. Тәртіп")
        said = draw(
            st.lists(st.tuples(st.sampled_from(SAID[language]), st.integers(2, 9)), min_size=1, max_size=4)
        )
        lines += [f"{place}. {text.format(n=n)}" for place, (text, n) in enumerate(said, 1)]
    return language, "\n".join(lines) + "\n"


def write(folder: Path, held: dict[str, tuple[str, str]]) -> None:
    """A dossier of these laws; files that it no longer names are left where they are, as people leave them."""
    lines = ["dossier: 1", "jurisdiction: kz", "documents:"]
    for place, (name, (language, text)) in enumerate(held.items()):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        lines += [f"  {name}:", f"    file: {{{language}: {name}.txt}}", f"    title: {TITLES[place % 3]}"]
        lines += ["    level: ministerial-order" if place == 1 else "    level: law"]
    (folder / "dossier.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def found(folder: Path) -> bytes:
    checked = check_dossier(folder, everything=True)
    return findings_json.render(checked.dossier, checked.findings, checked.checks, checked.language)


def found_from_nothing(folder: Path) -> bytes:
    kept, aside = folder / CACHE, folder / "aside"
    kept.rename(aside)
    result = found(folder)
    shutil.rmtree(kept)
    aside.rename(kept)
    return result


@settings(max_examples=12, deadline=None)
@given(
    start=st.dictionaries(documents, laws(), min_size=2),
    changes=st.lists(st.tuples(documents, st.none() | laws()), min_size=1, max_size=4),
)
def test_a_run_after_acts_were_changed_added_and_taken_out_finds_what_a_run_from_nothing_finds(
    start: dict[str, tuple[str, str]], changes: list[tuple[str, tuple[str, str] | None]]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, held = Path(name), dict(start)
        write(folder, held)
        assert found(folder) == found_from_nothing(folder)
        for document, law in changes:
            if law is not None:
                held[document] = law
            elif len(held) > 1:
                held.pop(document, None)
            write(folder, held)
            assert found(folder) == found_from_nothing(folder)


def test_the_laws_of_these_dossiers_give_the_checks_something_to_find(tmp_path: Path) -> None:
    def law(add: int) -> str:
        points = (f"{n}. {said.format(n=n + add)}" for n, said in enumerate(SAID["ru"], 1))
        return "\n".join(["Статья 1. Порядок", *points])

    write(tmp_path, {"first": ("ru", law(2)), "second": ("ru", law(4))})
    checks = {each.finding.check for each in check_dossier(tmp_path, everything=True).findings}
    assert {"body-name", "contradiction", "deadline", "duplicate", "dangling-reference"} <= checks
