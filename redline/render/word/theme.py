"""The theme of a Word document: the colours and fonts that its menus offer.

No style of ours refers to it. But word processors expect one in every document, and validators miss it.
"""

from __future__ import annotations

from redline.render.word.styles import FONT

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "44546A",
    "lt2": "E7E6E6",
    "accent1": "4472C4",
    "accent2": "ED7D31",
    "accent3": "A5A5A5",
    "accent4": "FFC000",
    "accent5": "5B9BD5",
    "accent6": "70AD47",
    "hlink": "0563C1",
    "folHlink": "954F72",
}


def theme_xml() -> str:
    """The part `word/theme/theme1.xml`."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    faces = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="{_DRAWING}" name="Act"><a:themeElements>'
        f'<a:clrScheme name="Act">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Act"><a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="Act"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )
