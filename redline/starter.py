"""A first spec for an Act: commented for a drafter, with a provision and words that are really there."""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from string import Template

import redline
from redline.akn.document import Act
from redline.akn.names import local_name
from redline.akn.structure import all_units, heading_of, num_of, number_of, text_blocks, words_of
from redline.akn.working import WorkingAct
from redline.errors import AmendmentErrors, RenderError, SpecError
from redline.jurisdictions import PROFILES, get_profile
from redline.languages import short_code
from redline.languages.shortening import shortened
from redline.show import load_file
from redline.show.naming import names_of
from redline.spec import load_spec

NEW_WORDS = "THE NEW WORDS"
"""What stands in a starter spec where the drafter's words go."""

_BASIC = ("article", "section", "rule", "regulation", "paragraph")
_TRIES = 200


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of a spec: the Act's alias, the id, the profile, the Act's path and the spec's own name."""

    alias: str
    id: str
    profile: str
    source: str
    file: str


@dataclass(frozen=True, slots=True)
class _Sample:
    """A provision with words that occur in it once."""

    address: str
    title: str
    heading: str
    words: str
    next_number: str


def start_spec(
    source: str | os.PathLike[str],
    out: str | os.PathLike[str] | None = None,
    *,
    jurisdiction: str | None = None,
    id: str | None = None,
) -> str:
    """A spec to begin with: it names the Act, quotes words of its first provision, and loads as it is.

    Args:
        source: the Act's file.
        out: where to write it; a file that is there is never overwritten. None writes nothing.
        jurisdiction: the drafting profile; default the one of the Act's country, else `generic`.
        id: the spec's id; default made from the Act's file name.

    Returns:
        the spec, as YAML.

    Raises:
        ActError: the Act cannot be loaded.
        SpecError: no profile of that name; or the Act does not lie in the spec's folder or below.
        RenderError: the file cannot be written, or is there already.
    """
    path = Path(source)
    act = load_file(path)
    if out is not None and Path(out).exists():
        raise _not_written(Path(out), "is there already, and is never overwritten")
    profile = get_profile(jurisdiction or _profile_of(act)).name
    relative = _relative(path, Path(out).parent if out is not None else Path())
    alias = _slug(path.stem)
    file = Path(out).name if out is not None else "spec.yaml"
    text = _draft(act, _Head(alias, id or f"{alias}-amendment", profile, relative, file))
    if out is not None:
        _write_new(Path(out), text)
    return text


def _draft(act: Act, head: _Head) -> str:
    """The first spec that loads and applies.

    Raises:
        SpecError: no words of the Act can be quoted; or what was given for its head is wrong.
    """
    for sample in islice(_samples(act), _TRIES):
        text = _written(act, head, sample)
        spec = load_spec(text, acts={head.alias: act})
        with contextlib.suppress(AmendmentErrors):
            redline.amend(spec)
            return text
    raise SpecError(
        "address-not-found",
        f"{act.name} has no numbered provision with words that could be quoted",
        do="look at what it holds with: redline show ACT",
    )


def _samples(act: Act) -> Iterator[_Sample]:
    """Provisions of the body with words of theirs, articles and sections first."""
    working = WorkingAct(act)
    view = working.view()
    inside = [unit for unit in all_units(working.document, view) if not working.in_annex(unit)]
    first = [unit for unit in inside if local_name(unit.tag) in _BASIC]
    for unit in (*first, *(unit for unit in inside if local_name(unit.tag) not in _BASIC)):
        words = _words_once([words_of(block, view) for block in text_blocks(unit, view)])
        address = next(names_of(unit, working, view), None) if words else None
        if address is not None:
            heading = heading_of(unit, view)
            printed, number = num_of(unit, view), number_of(unit, view)
            following = printed.replace(number, f"{number}-1", 1) if number else "1-1."
            yield _Sample(address, f"{printed} {heading}".strip(), heading, words, following)


def _words_once(texts: list[str]) -> str:
    """Two to four words in a row that occur in the texts once, not at a beginning; or an empty string."""
    everything = "\n".join(texts)
    for text in reversed(texts):
        for size in (2, 3, 4):
            for found in re.finditer(rf"(?<=\w )[^\W\d_]{{4,}}(?: [^\W\d_]{{4,}}){{{size - 1}}}\b", text):
                if everything.casefold().count(found[0].casefold()) == 1:
                    return found[0]
    return ""


_SPEC = Template("""\
# What changes in: $title
#
# This file is all that is drafted by hand. From it:
#
#   redline explain $file            says what each instruction would do, and writes nothing
#   redline build $file -o out       writes the consolidated Act and everything else
#   redline show $source "$address"      shows a provision and how to name it
#
# Lines that begin with # are comments. Text with a colon, or a comma at its start, goes in quotes.

redline: 1
# The id names the files that are written.
id: $id
title: $quoted_title
# The drafting profile: $profiles.
jurisdiction: $profile
# The language of the new text.
$language
# Who drafts this, the date of the draft, and when it takes effect unless an instruction says otherwise.
# author: The drafting unit
# date: 2026-03-01
# commencement: 2026-07-01

acts:
  $alias: $quoted_source
  # With the date of this version, which is then checked, and where the Act was published, for citing it:
  # $alias: {source: $quoted_source, as_of: $version, publication: "Gazette, 2015, No. 22, art. 151"}

amendments:
  - act: $alias
    because: Say here why. It becomes the last column of the comparison table.
    operations:
      # $provision
      # These words stand there once. Quote as few as make the place unmistakable.
      - substitute: $words
        with: $new_words
        in: $quoted_address

      # More instructions, as examples. Take the # away from those you need.
$heading
      # Words added, and words taken out:
      # - add: or something else
      #   after: $words
      #   in: $quoted_address
      # - omit: $words
      #   in: $quoted_address

      # A new provision. Its number stands at the beginning; it goes behind the one that is named.
      # - insert: |
      #     $next_number The new provision.
      #   after: $quoted_address

      # A provision that goes:
      # - repeal: $quoted_address
""")

_HEADING = Template("""
      # A new heading:
      # - retitle: $address
      #   as: THE NEW HEADING
""")


def _written(act: Act, head: _Head, sample: _Sample) -> str:
    title = shortened(act.title, 90)
    language = short_code(act.language)
    return _SPEC.substitute(
        title=title,
        quoted_title=_text("Amendments: " + title),
        id=_text(head.id),
        alias=head.alias,
        file=head.file,
        source=head.source,
        quoted_source=_text(head.source),
        version=act.expression_date or "2026-01-01",
        profile=head.profile,
        profiles=", ".join(profile.name for profile in PROFILES),
        language=f"language: {language}" if language != "und" else "# language: en",
        address=sample.address,
        quoted_address=_text(sample.address),
        provision=sample.title or sample.address,
        words=_text(sample.words),
        next_number=sample.next_number,
        new_words=NEW_WORDS,
        heading=_HEADING.substitute(address=sample.address) if sample.heading else "",
    )


def _text(value: str) -> str:
    """A text as YAML takes it: plain where that is safe, else in quotes."""
    plain = re.fullmatch(r"[^\W\d_][\w ()./–-]*[\w)]", value) and value.casefold() not in _WORDS_OF_YAML
    return value if plain else json.dumps(value, ensure_ascii=False)


_WORDS_OF_YAML = frozenset({"true", "false", "yes", "no", "on", "off", "null"})


def _profile_of(act: Act) -> str:
    """The profile of the Act's country, where there is one."""
    names = {profile.name for profile in PROFILES}
    for element in act.root.iter("{*}FRBRcountry"):
        country = (element.get("value") or "").lower()
        country = "uk" if country.startswith("gb") or country == "uk" else country
        return country if country in names else "generic"
    return "generic"


def _relative(act: Path, folder: Path) -> str:
    """The Act's path from the spec's folder, as a spec writes it."""
    try:
        return act.resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        raise SpecError(
            "file-outside-package",
            f"{act} lies outside the folder of the spec ({folder.resolve()})",
            do=f"put the Act into that folder, or the spec beside the Act: -o {act.parent / 'spec.yaml'}",
        ) from None


def _slug(name: str) -> str:
    """A short name out of a file name."""
    slug = re.sub(r"[^\w]+", "-", name.lower()).strip("-_")[:40].strip("-")
    slug = slug if slug[:1].isalpha() else f"act-{slug}".strip("-")
    return "the-act" if slug in ("act", "all") else slug


def _write_new(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise _not_written(path, "is there already, and is never overwritten") from None
    except OSError as error:
        raise _not_written(path, f"cannot be written ({error.strerror or error})") from None


def _not_written(path: Path, why: str) -> RenderError:
    return RenderError("output-unwritable", f"{path} {why}", do="give another name with -o")
