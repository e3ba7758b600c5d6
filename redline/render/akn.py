"""An Act as Akoma Ntoso XML."""

from __future__ import annotations

from redline.akn.document import Act


def render_akn(act: Act) -> bytes:
    """The document's bytes; those it was loaded from, where nothing has changed it."""
    return act.to_bytes()
