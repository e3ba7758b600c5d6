"""Where the links of a Word document lead: bookmarks of its own, and addresses of the network.

Word refuses a whole document for one address that is none, and takes bookmarks whose names differ by capitals
only for one.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from urllib.parse import quote, urlsplit, urlunsplit

_SCHEMES = ("http", "https")
_KEPT = "!$&'()*+,;=:@/?~-._%"
"""What may stand in the path, the query and the fragment of an address (RFC 3986)."""
_NO_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[a-z0-9_]([a-z0-9._-]*[a-z0-9_.])?|\[[0-9a-f:.]+\]")


def bookmark_names(anchors: Iterable[str]) -> Mapping[str, str]:
    """The name of the bookmark of each identifier: letters, digits and underscores, at most 40 of them.

    Identifiers that have to be written otherwise, or differ by capitals only, are told apart by a checksum.
    """
    plain = {anchor: "".join(char if char.isalnum() else "_" for char in anchor) for anchor in anchors}
    times = Counter(anchor.casefold() for anchor in plain)
    return {
        anchor: f"ref_{name}"
        if name == anchor and len(name) <= 36 and times[anchor.casefold()] == 1
        else f"ref_{name[:26]}_{zlib.crc32(anchor.encode()):08x}"
        for anchor, name in plain.items()
    }


@lru_cache(maxsize=1024)
def web_address(href: str) -> str | None:
    """An address of the network as Word takes it, in ASCII; None of what is no such address."""
    try:
        parts = urlsplit(href.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return None
    host = f"[{host}]" if ":" in host else host
    if parts.scheme not in _SCHEMES or not _HOST.fullmatch(host) or parts.username is not None:
        return None  # without the name and password in it, it would be another address
    where = f"{host}:{port}" if port is not None else host
    return urlunsplit((parts.scheme, where, *map(_quoted, (parts.path, parts.query, parts.fragment))))


def address_of(target: str) -> str:
    """An address of the network or of a mailbox as Word takes it; empty for anything else."""
    if target.startswith("mailto:"):
        mailbox = _quoted(target.removeprefix("mailto:"))
        return f"mailto:{mailbox}" if mailbox else ""
    return web_address(target) or ""


def _quoted(part: str) -> str:
    return quote(_NO_ESCAPE.sub("%25", part), safe=_KEPT)
