"""The version of an Act in hand (`as_of` in `acts`), held against the file and the dates of the spec."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redline.akn.document import Act
from redline.engine.time import Scheduled


def version_warnings(
    version: datetime.date | None, act: Act, date: datetime.date | None, as_of: datetime.date | None
) -> Iterator[str]:
    """What does not agree with the version that the spec says is amended.

    Args:
        version: the Act's `as_of` in the spec; where it is not given, the file's own date counts.
        act: the file in hand.
        date: the date of the consolidated text, as far as the spec gives one.
        as_of: the day whose text is asked for.
    """
    own = act.expression_date
    if version is not None and own is not None and own != version:
        yield (
            f"the spec amends the version of {version} (as_of), and the metadata of the file says {own}: "
            "check that it is the right file"
        )
    held = version or own
    if as_of is not None and held is not None and as_of < held:
        yield (
            f"the text of {as_of} is asked for, and the file is the text of {held}: "
            f"what stood on {as_of} cannot be had from it"
        )
    if version is not None and date is None:
        yield (
            f"no date of the amended text is known: the text is dated as the version in hand, {version}; "
            "give date: YYYY-MM-DD in the spec, or --as-of"
        )


def version_notes(version: datetime.date | None, item: Scheduled) -> tuple[str, ...]:
    """What is odd about a change that takes effect before the version in hand."""
    early = version is not None and item.date is not None and item.date < version
    if not early or item.status != "applied":
        return ()
    return (
        f"takes effect on {item.date}, before the version in hand ({version}), which may hold it already",
    )
