"""What a plan may look at: the Act being marked, the view addresses are read in, the spec's settings."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePath
from string import Formatter

from msgspec import Struct, field
from msgspec.structs import replace

from redline.addresses.read import read_address
from redline.addresses.resolve import resolve
from redline.addresses.suggest import describe
from redline.addresses.targets import Target
from redline.akn.claims import inserted_by
from redline.akn.document import Element
from redline.akn.edits import Edit
from redline.akn.marks import INS, WRAP, View
from redline.akn.working import WorkingAct
from redline.errors import AmendmentError
from redline.jurisdictions.profile import Profile
from redline.model.address import Citation
from redline.model.spec import Operation, Text, Value
from redline.operations.beside import check_beside
from redline.operations.permitted import check_place, check_stub
from redline.operations.usage import LevelUsage

_FOR_WORDS = {"replace": "substitute", "repeal": "omit"}
"""What amends a provision -> what amends words."""


_KEYS = {"by": "form (Law, Decree, Resolution, Order)"}
"""What a fact of a note is called in the spec, where it is not called so itself."""


class PlanContext(Struct):
    """The surroundings of one operation.

    Attributes:
        operation: the operation that is planned.
        working: the Act.
        view: the text that addresses and words are read in.
        profile: the drafting profile.
        usage: how the Act itself lays out its levels.
        spacing: the spec's default, `tidy` or `exact`.
        language: the language of the Act, as a two-letter code where there is one.
        note_facts: `form`, `date`, `number` of the amending Act, for repeal notes.
        notes: what the drafter should know, added to while planning.
        operations: the operations on the Act, by id.
        passed_over: whether words were left to other operations of the date.
        found: what the addresses of each key were found to name.
    """

    operation: Operation
    working: WorkingAct
    view: View
    profile: Profile
    usage: LevelUsage
    spacing: str
    language: str = "en"
    note_facts: Mapping[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    operations: Mapping[str, Operation] = field(default_factory=dict)
    passed_over: bool = False
    found: dict[str, list[Target]] = field(default_factory=dict)

    def repeal_note(self, unit: str) -> str:
        """The profile's wording for what is repealed, in the language of the Act.

        What is not known of the amending Act is never left blank in the law: the note then names no Act, and
        the drafter is told.

        Args:
            unit: the element that is repealed, `act` for the whole Act.
        """
        template, unnamed = self.profile.repeal_note_of.get((self.language, unit)) or (
            _worded(self.profile.repeal_note, self.language) or "Repealed.",
            _worded(self.profile.repeal_note_unnamed, self.language),
        )
        facts = dict(self.note_facts)
        by = self.profile.by_form(self.language, facts.get("form"))
        if by is not None:
            facts["by"] = by
        missing = [name for _, name, _, _ in Formatter().parse(template) if name and name not in facts]
        if not missing:
            return " ".join(template.format_map(facts).split())
        keys = " and ".join(_KEYS.get(name, name) for name in missing)
        if not unnamed:
            raise AmendmentError(
                "key-missing",
                f"the note that is left names the amending Act, and the spec does not give its {keys}",
                do="add enacted_as: {number: …, date: …} at the top, or say the words with leave: {text: …}",
                at=self.operation.at,
            )
        self.notes.append(
            f'the note that is left, "{unnamed}", does not name the amending Act: add its {keys} under '
            "enacted_as at the top of the spec"
        )
        return unnamed

    def named(self, operation: str) -> str:
        """Another operation as a drafter finds it, wherever the spec lies: `the replace at spec.yaml:12`."""
        found = self.operations.get(operation)
        if found is None:
            return f"operation {operation}"
        return f"the {found.verb} at {PurePath(found.at.file).name}:{found.at.line}"

    def value(self, key: str) -> Value | None:
        """The value of a key of the operation, or None."""
        return self.operation.values.get(key)

    def targets(self, key: str) -> list[Target]:
        """What the addresses of a key name, in the order written.

        Raises:
            AmendmentError: one names nothing, more than one thing, or what the operation cannot take.
        """
        value = self.value(key)
        texts = value if isinstance(value, tuple) else (value,)
        found = [target for text in texts if isinstance(text, Text) for target in self.resolve(text)]
        for target in found:
            check_place(self.operation.verb, key, target, self.working.act.name)
            check_stub(self.operation.verb, key, target, self.working, self.operations)
        check_beside(key, found)
        self.found[key] = found
        return found

    def target(self, key: str) -> Target:
        """The one thing that the address of a key names.

        Raises:
            AmendmentError: it names several, none, or cannot be read.
        """
        found = self.targets(key)
        if len(found) == 1:
            return found[0]
        value = self.value(key)
        raise AmendmentError(
            "address-ambiguous",
            f"{value} names {len(found)} provisions where one is expected",
            do="write one operation for each of them",
            at=value.at if isinstance(value, Text) else self.operation.at,
        )

    def resolve(self, text: Text) -> list[Target]:
        """What one address names.

        Raises:
            AmendmentError: it names nothing, more than one thing, or cannot be read.
        """
        found: list[Target] = []
        for citation in self._read(text):
            for target in resolve(citation, self.working, self.view):
                if target.note:
                    self.notes.append(target.note)
                found.append(self._in_view(target))
        return found

    def _read(self, text: Text) -> tuple[Citation, ...]:
        """An address as read; words of the law in the place of the operation's own were meant for another
        verb.
        """
        try:
            return read_address(text, eids=lambda identifier: bool(self.working.identified(identifier)))
        except AmendmentError as error:
            own, verb = self.value(self.operation.verb), _FOR_WORDS.get(self.operation.verb)
            plain = error.slug == "address-unreadable" and re.search(r"\d", text.value) is None
            if verb is not None and plain and text in (own if isinstance(own, tuple) else (own,)):
                error.do = (
                    f'was {verb} meant? Words are amended with {verb}: "{text.value}" and in: ADDRESS; for a '
                    f"provision, {error.do}"
                )
            raise

    def repealed(self, provision: Element) -> bool:
        """Whether a provision is a repealed stub, this date's operations so far included."""
        return self.working.view().repealed(provision)

    def newcomer(self, element: Element) -> bool:
        """Whether an operation of this date has inserted an element or moved it there. What came in the
        place of something that was replaced is none, nor is what was put around others.
        """
        came = element.get(INS) if element.get(WRAP) is None else None
        if came is None or self.view.happened(came):
            return False
        return came in self.operations and self.operations[came].verb in ("insert", "move")

    def _in_view(self, target: Target) -> Target:
        """Words of what this date inserted are read as inserted."""
        if self.working.structural and inserted_by(target.element, self.view):
            return replace(target, view=self.working.view())
        return target

    def error(
        self, slug: str, message: str, *, do: str, about: Target | None = None, key: str = ""
    ) -> AmendmentError:
        """An error at the value of a key of the operation (by default, its own)."""
        value = self.value(key or self.operation.verb)
        if isinstance(value, tuple) and value:
            value = value[0]
        at = getattr(value, "at", None) or self.operation.at
        context = [("act", self.working.act.name)]
        if about is not None and about.part != "act":
            context = [("act", f"{self.working.act.name}, {describe(about.provision, about.view)}")]
        return AmendmentError(slug, message, do=do, at=at, about=context)


def _worded(notes: Mapping[str, str], language: str) -> str:
    return notes.get(language) or notes.get("en") or ""


Plan = Callable[[PlanContext], list[Edit]]
