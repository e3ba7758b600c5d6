"""Images are embedded where the file lies with the Act, and described where it does not."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

import redline
from redline.render.docx import render_docx

from .reading import W, act_xml, amended, article, exact, faults, names_in, part, texts

FIGURE = '<p>See <img src="{}" alt="Map of the lake"/> here.</p>'
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def picture(kind: str = "png", size: tuple[int, int] = (40, 20), dpi: int = 96) -> bytes:
    held = io.BytesIO()
    Image.new("RGB", size, (10, 90, 160)).save(held, kind, dpi=(dpi, dpi))
    return held.getvalue()


def written(folder: Path, source: str) -> tuple[bytes, list[str]]:
    """The document of an Act in a folder whose first article shows an image, and what the drafter is told."""
    (folder / "act.xml").write_text(act_xml(article(1, FIGURE.format(source))), encoding="utf-8")
    told: list[str] = []
    act = redline.load_act(folder / "act.xml")
    return render_docx(act, tell=lambda where, remark: told.append(remark)), told


def media(document: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return [package.read(name) for name in package.namelist() if name.startswith("word/media/")]


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif"])
def test_an_image_beside_the_act_is_embedded_as_it_is(tmp_path: Path, kind: str) -> None:
    (tmp_path / "lake").write_bytes(picture(kind))
    document, told = written(tmp_path, "lake")
    assert media(document) == [picture(kind)]
    assert faults(document) == []
    assert told == []


def test_its_description_is_there_for_those_who_do_not_see_it(tmp_path: Path) -> None:
    (tmp_path / "lake.png").write_bytes(picture())
    shown = next(part(written(tmp_path, "lake.png")[0]).iter(f"{DRAWN}docPr"))
    assert shown.get("descr") == "Map of the lake"


def test_it_has_its_own_size_and_never_more_than_the_page_has_room_for(tmp_path: Path) -> None:
    for size, width in (((96, 48), 914400), ((9600, 96), 9638 * 635)):
        (tmp_path / "lake.png").write_bytes(picture(size=size))
        extent = next(part(written(tmp_path, "lake.png")[0]).iter(f"{DRAWN}extent"))
        assert abs(int(extent.get("cx") or 0) - width) < 700
        assert abs(int(extent.get("cx") or 0) / int(extent.get("cy") or 1) / (size[0] / size[1]) - 1) < 0.05


def test_an_image_in_a_folder_below_and_a_name_from_windows_are_found(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "the lake.png").write_bytes(picture())
    for source in ("figures/the%20lake.png", ".\\figures\\the lake.png"):
        assert media(written(tmp_path, source)[0]) == [picture()]


@pytest.mark.parametrize(
    "source",
    [
        "../lake.png",
        "{outside}/lake.png",
        "file://{outside}/lake.png",
        "link/lake.png",
        "http://example.org/lake.png",
        "",
    ],
)
def test_nothing_outside_the_folder_of_the_act_is_ever_read(tmp_path: Path, source: str) -> None:
    (tmp_path / "lake.png").write_bytes(picture())
    inside = tmp_path / "acts"
    inside.mkdir()
    (inside / "link").symlink_to(tmp_path)
    document, told = written(inside, source.format(outside=tmp_path))
    assert media(document) == []
    assert "[Map of the lake]" in texts(document)[-2][1]
    assert len(told) == 1
    assert told[0].endswith("is shown by its description: no file of that name lies in the folder of the Act")


def test_a_file_that_is_no_image_is_described(tmp_path: Path) -> None:
    (tmp_path / "lake.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    document, told = written(tmp_path, "lake.png")
    assert media(document) == []
    assert told == ["the image lake.png is shown by its description: it is no PNG, JPEG or GIF"]


def test_an_image_that_comes_or_goes_is_a_tracked_change(tmp_path: Path) -> None:
    (tmp_path / "lake.png").write_bytes(picture())
    figure = FIGURE.format("lake.png")
    old = act_xml(article(1, figure) + article(2, "Two."))
    root = exact(amended(old, "- {repeal: art 1, leave: nothing}", folder=tmp_path))
    drawing = next(root.iter(f"{W}drawing"))
    assert next(drawing.iterancestors(f"{W}del"), None) is not None
    new = f"- replace: art 2\n  with:\n    akn: |\n      {article(2, figure)}"
    root = exact(amended(act_xml(article(1, "One.") + article(2, "Two.")), new, folder=tmp_path))
    assert next(next(root.iter(f"{W}drawing")).iterancestors(f"{W}ins"), None) is not None


def test_an_image_shown_twice_is_embedded_once(tmp_path: Path) -> None:
    (tmp_path / "lake.png").write_bytes(picture())
    (tmp_path / "act.xml").write_text(act_xml(article(1, *[FIGURE.format("lake.png")] * 2)), encoding="utf-8")
    document = render_docx(redline.load_act(tmp_path / "act.xml"))
    assert len(list(part(document).iter(f"{W}drawing"))) == 2
    assert len([name for name in names_in(document) if name.startswith("word/media/")]) == 1
    numbers = [e.get("id") for e in part(document).iter(f"{DRAWN}docPr")]
    assert len(set(numbers)) == 2
