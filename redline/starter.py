"""A first spec for an Act: commented for a drafter, with a provision and words that are really there."""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from string import Template

from msgspec import Struct

import redline
from redline.akn.document import Act, Element
from redline.akn.marks import View
from redline.akn.names import ANNEXES, PREAMBLE_UNITS, local_name
from redline.akn.structure import (
    all_units,
    heading_of,
    num_of,
    number_of,
    numbered_units,
    own_blocks,
    text_blocks,
    words_of,
)
from redline.akn.working import WorkingAct
from redline.drafting.numbers import base_of
from redline.errors import AmendmentErrors, RenderError, SpecError
from redline.jurisdictions import PROFILES, get_profile
from redline.languages import short_code
from redline.languages.shortening import shortened
from redline.show import load_file
from redline.show.naming import Addresses
from redline.spec import load_spec

NEW_WORDS = "THE NEW WORDS"
"""What stands in a starter spec where the drafter's words go."""

_BASIC = frozenset({"article", "section", "rule", "regulation"})
_FIRST = 12
"""So many pairs of words of a provision are looked at."""
_TRIES = 200
_UNDER_ITS_HEADING = "The new heading\n      #     "


class _Head(Struct, frozen=True):
    """The head of a spec: the Act's alias, the id, the profile, the Act's path and the spec's own name."""

    alias: str
    id: str
    profile: str
    source: str
    file: str


class _Sample(Struct, frozen=True):
    """A provision with words that can be amended.

    Attributes:
        unit: the provision.
        address: how to name it.
        title: the number and heading of the article that it is, or stands in.
        heading: the address of that article, where it has a heading.
        words: words of the provision.
        once: whether they occur in it once only.
        new_provision: a provision behind it, with its number.
    """

    unit: Element
    address: str
    title: str
    heading: str
    words: str
    once: bool
    new_provision: str


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
    samples = list(islice(_samples(act), _TRIES))
    for sample in samples:
        text = _written(act, head, sample, _elsewhere(sample, samples))
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
    """Provisions of the body with words of theirs: paragraphs of articles, articles, then all others."""
    working = WorkingAct(act)
    view = working.view()
    addresses = Addresses(working)
    every = [unit for unit in all_units(working.document, view) if local_name(unit.tag) not in PREAMBLE_UNITS]
    body = [unit for unit in every if not working.in_annex(unit)]
    # A collection of documents has its articles in components.
    articles = _innermost_articles(body, view) or _innermost_articles(every, view)
    paragraphs = [(one, article) for article in articles for one in _paragraphs(article, view)]
    # Whole annexes come last: a provision behind one is another annex, which is no line of text.
    whole = [unit for unit in every if local_name(unit.tag) in ANNEXES]
    others = [(unit, unit) for unit in (*articles, *body, *every) if unit not in whole]
    others += [(unit, unit) for unit in whole]
    for unit, article in (*paragraphs, *others):
        words, once = _words_in([words_of(block, view) for block in text_blocks(unit, view)])
        address = next(iter(addresses.names(unit)), None) if words else None
        if address is not None:
            heading = next(iter(addresses.names(article)), "") if heading_of(article, view) else ""
            printed, number = num_of(unit, view), number_of(unit, view)
            headed = _UNDER_ITS_HEADING if heading_of(unit, view) else ""
            following = f"{_next_number(unit, printed, number)} {headed}The new provision."
            title = f"{num_of(article, view)} {heading_of(article, view)}".strip()
            yield _Sample(unit, address, title, heading, words, once, following)


def _elsewhere(sample: _Sample, samples: list[_Sample]) -> tuple[_Sample, _Sample, _Sample]:
    """Three other places for the examples, none in another, so that all examples hold together.

    Where the Act has not so many, the same one again.
    """
    found = [sample]
    for other in samples:
        if len(found) <= len(_EXAMPLES) and not any(_overlap(other.unit, one.unit) for one in found):
            found.append(other)
    first, second, third = (found[1:] + [sample] * len(_EXAMPLES))[: len(_EXAMPLES)]
    return first, second, third


def _overlap(one: Element, other: Element) -> bool:
    return one is other or one in other.iterancestors() or other in one.iterancestors()


def _next_number(unit: Element, printed: str, number: str) -> str:
    """A number for a provision behind one, as it is typed: one that the Act prints bare needs its marks."""
    if not number:
        return "1-1."
    base = base_of(number)
    new = f"{base}-1" if base[:1].isdigit() else f"{base}{base}"
    if printed != number:
        return printed.replace(number, new, 1)
    return f"{local_name(unit.tag).capitalize()} {new}." if _is_article(unit) else f"({new})"


def _innermost_articles(units: list[Element], view: View) -> list[Element]:
    """The articles without articles in them: a section can be a part of a law that holds articles."""
    return [unit for unit in units if _is_article(unit) and not any(map(_is_article, all_units(unit, view)))]


def _is_article(unit: Element) -> bool:
    return local_name(unit.tag) in _BASIC or unit.get("name") in _BASIC


def _paragraphs(article: Element, view: View) -> list[Element]:
    """The numbered provisions of an article that are sentences; none where it has one only."""
    numbered = list(numbered_units(article, view))
    if len(numbered) < 2:
        return []
    return [
        unit
        for unit in numbered
        if any(words_of(block, view)[:1].isupper() for _, block in own_blocks(unit, view))
    ]


def _words_in(texts: list[str]) -> tuple[str, bool]:
    """Words that occur in the texts, and whether once: two in a row if there are such, else a single one."""
    everything = "\n".join(texts).casefold()
    single = ""
    for pattern in (r"(?<=\w )[^\W\d_]{4,} [^\W\d_]{4,}\b", r"\b[^\W\d_]{3,}\b"):
        found = [match[0] for text in texts for match in re.finditer(pattern, text)]
        once = [words for words in found if everything.count(words.casefold()) == 1]
        if once:
            # Short words beside long ones do not seem to name the place: `comes into`.
            return max(once[:_FIRST], key=lambda words: min(map(len, words.split()))), True
        single = next(iter(found), single)
    return single, False


_SPEC = Template("""\
# What changes in: $title
#
# This file is all that is drafted by hand. From it:
#
$commands
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
    because: Say here why. It stands beside the change in the redline and in every list.
    operations:
      # $provision
      # $how_often
      - substitute: $words
        with: $new_words
        in: $quoted_address$times

      # More instructions, as examples. Take the # away from those you need.
$heading
      # Words added, and words taken out:
      # - add: or something else
      #   after: $add_words
      #   in: $add_address$add_times
      # - omit: $omit_words
      #   in: $omit_address$omit_times

      # A new provision. Its number stands at the beginning; it goes behind the one that is named.
      # - insert: |
      #     $new_provision
      #   after: $quoted_address

      # A provision that goes:
      # - repeal: $repeal_address
""")

_EXAMPLES = ("add", "omit", "repeal")
"""Examples that stand at a place of their own; their keys in the template begin with their name."""

_ONCE = "These words stand there once. Quote as few as make the place unmistakable."
_SEVERAL = "These words stand there several times: `times` says which are meant."

_HEADING = Template("""
      # A new heading:
      # - retitle: $address
      #   as: THE NEW HEADING
""")


def _written(act: Act, head: _Head, sample: _Sample, elsewhere: tuple[_Sample, _Sample, _Sample]) -> str:
    title = shortened(act.title, 90)
    language = short_code(act.language)
    return _SPEC.substitute(
        title=title,
        commands=_commands(head, sample),
        quoted_title=_text("Amendments: " + title),
        id=_text(head.id),
        alias=head.alias,
        quoted_source=_text(head.source),
        version=act.expression_date or "2026-01-01",
        profile=head.profile,
        profiles=", ".join(profile.name for profile in PROFILES),
        language=f"language: {language}" if language != "und" else "# language: en",
        address=sample.address,
        quoted_address=_text(sample.address),
        provision=sample.title or sample.address,
        words=_text(sample.words),
        new_provision=sample.new_provision,
        new_words=NEW_WORDS,
        how_often=_ONCE if sample.once else _SEVERAL,
        times="" if sample.once else "\n        times: first",
        heading=_HEADING.substitute(address=_text(sample.heading)) if sample.heading else "",
        **_places(elsewhere),
    )


def _places(elsewhere: tuple[_Sample, _Sample, _Sample]) -> dict[str, str]:
    """Where the examples in comments stand."""
    found: dict[str, str] = {}
    for name, sample in zip(_EXAMPLES, elsewhere, strict=True):
        found[f"{name}_address"] = _text(sample.address)
        found[f"{name}_words"] = _text(sample.words)
        found[f"{name}_times"] = "" if sample.once else "\n      #   times: first"
    return found


def _commands(head: _Head, sample: _Sample) -> str:
    """The commands that come next, with what each does."""
    commands = {
        f"redline explain {head.file}": "says what each instruction would do, and writes nothing",
        f"redline build {head.file} -o out": "writes the consolidated Act and everything else",
        f'redline show {head.source} "{sample.address}"': "shows a provision and how to name it",
    }
    widest = max(map(len, commands))
    return "\n".join(f"#   {command:<{widest}}   {does}" for command, does in commands.items())


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
