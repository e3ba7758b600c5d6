"""The drafting profiles. A new one is a file beside this one and a line in `PROFILES`."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from redline.errors import SpecError
from redline.jurisdictions import generic, kz, uk, us_dc
from redline.jurisdictions.profile import Level, Profile

__all__ = ["PROFILES", "Level", "Profile", "get_profile"]

PROFILES: tuple[Profile, ...] = (generic.PROFILE, kz.PROFILE, uk.PROFILE, us_dc.PROFILE)


def get_profile(name: str) -> Profile:
    """The profile of that name.

    Raises:
        SpecError: `jurisdiction-unknown`, with the nearest name and all there are.
    """
    names = [profile.name for profile in PROFILES]
    if name in names:
        return PROFILES[names.index(name)]
    near = process.extractOne(name.lower().replace("_", "-"), names, scorer=fuzz.ratio, score_cutoff=60)
    known = ", ".join(names)
    raise SpecError(
        "jurisdiction-unknown",
        f'no drafting profile is called "{name}"',
        do=f"did you mean {near[0]}? The profiles are {known}" if near else f"use one of {known}",
    )
