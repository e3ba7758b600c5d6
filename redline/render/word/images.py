"""Images of an Act: embedded where the file lies in the Act's own folder, described where it does not."""

from __future__ import annotations

import urllib.parse
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct, field

from redline.model.blocks import Image
from redline.render.word.xml import quoteattr

_LARGEST = 20_000_000
_MOST = 100_000_000
"""Bytes: of one image, and of all images of a document."""
_TALLEST = 12_000
"""In twentieths of a point: so that a picture stays on one page with its caption."""
_TWIPS_PER_INCH = 1440
_EMU_PER_TWIP = 635
_TYPES = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif"}


class Picture(Struct, frozen=True):
    """An image that is embedded.

    Attributes:
        name: of its part: `image1.png`.
        data: the file.
        width, height: in twentieths of a point.
    """

    name: str
    data: bytes
    width: int
    height: int


class Images(Struct):
    """Finds the images of one Act.

    Attributes:
        folder: the Act's folder; None where it came from no file.
        tell: told of each image that is not embedded, and why.
        found: source -> the picture, or None where it cannot be embedded; in the order of the text.
    """

    folder: Path | None
    tell: Callable[[str], None]
    found: dict[str, Picture | None] = field(default_factory=dict)

    def picture(self, image: Image) -> Picture | None:
        """The picture to embed; None where only its description can stand there."""
        if image.source not in self.found:
            self.found[image.source] = self._read(image.source)
        return self.found[image.source]

    def pictures(self) -> list[Picture]:
        """All that are embedded."""
        return [picture for picture in self.found.values() if picture is not None]

    def _read(self, source: str) -> Picture | None:
        path = self._beside(source)
        if path is None:
            return self._described(source, "no file of that name lies in the folder of the Act")
        try:
            if path.stat().st_size > _LARGEST or self._size() > _MOST:
                return self._described(source, "it is larger than 20 MB, or all of them than 100 MB")
            data = path.read_bytes()
        except OSError as error:
            return self._described(source, f"it cannot be read ({error.strerror or error})")
        # Here, since most Acts have no images and python-docx takes long to load.
        from docx.image.image import Image as Header

        try:
            header = Header.from_blob(data)
            sides = header.px_width / (header.horz_dpi or 72), header.px_height / (header.vert_dpi or 72)
        except Exception:
            # What a damaged image makes of its reader has no class of its own.
            return self._described(source, "it is no PNG, JPEG or GIF")
        if header.content_type not in _TYPES or not all(sides):
            return self._described(source, "it is no PNG, JPEG or GIF")
        name = f"image{len(self.pictures()) + 1}.{_TYPES[header.content_type]}"
        return Picture(name, data, *(max(1, round(side * _TWIPS_PER_INCH)) for side in sides))

    def _beside(self, source: str) -> Path | None:
        """The file of an image inside the Act's folder; nothing outside it is ever read."""
        if self.folder is None or not source or "\0" in source:
            return None
        parts = urllib.parse.urlsplit(source)
        if parts.scheme or parts.netloc:
            return None
        # Some Acts were made on Windows: `.\\figure.png`.
        named = urllib.parse.unquote(parts.path).replace("\\", "/")
        folder = self.folder.resolve()
        path = (folder / named).resolve()
        return path if path.is_relative_to(folder) and path.is_file() else None

    def _size(self) -> int:
        return sum(len(picture.data) for picture in self.pictures())

    def _described(self, source: str, why: str) -> Picture | None:
        self.tell(f"the image {source or 'without a name'} is shown by its description: {why}")
        return None


def drawing(picture: Picture, relation: str, number: int, words: str, widest: int) -> str:
    """A picture in a line of text, made smaller where it is larger than the page has room for.

    Args:
        picture: what is shown.
        relation: the id of its part among the relations.
        number: an id that nothing else in the document has.
        words: its description, for those who do not see it.
        widest: the width of the text, in twentieths of a point.
    """
    scale = min(1.0, widest / picture.width, _TALLEST / picture.height)
    width, height = (max(1, int(side * scale)) * _EMU_PER_TWIP for side in (picture.width, picture.height))
    extent = f'cx="{width}" cy="{height}"'
    named = f'id="{number}" name={quoteattr(picture.name)} descr={quoteattr(words)}'
    return (
        '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        f'wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f"<wp:docPr {named}/>"
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic '
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
        f"<pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
