"""The language versions of an Act: which operations each is amended by, and in which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from redline.akn.document import Act
from redline.akn.places import PlaceRecorder
from redline.akn.working import WorkingAct
from redline.engine.changes import note_citations
from redline.engine.time import Scheduled
from redline.errors import AmendmentError
from redline.languages import language_tag, short_code
from redline.model.changes import Change
from redline.model.spec import ActSource, Operation, Spec


def language_of(spec: Spec, key: str) -> str | None:
    """The language of an Act, or of one of its versions, as the spec says it; that of the spec otherwise."""
    source = spec.acts.get(key)
    named = source.language if source is not None else None
    return named or (language_tag(spec.language) if spec.language else None)


def scheduled_on(spec: Spec, key: str, scheduled: list[Scheduled]) -> list[Scheduled]:
    """The operations on an Act, each as it reads for its language version."""
    language = language_of(spec, key)
    return [
        replace(item, operation=item.operation.in_language(language))
        for item in scheduled
        if key in item.operation.acts
    ]


def parallel_keys(spec: Spec) -> list[list[str]]:
    """The keys of the versions of each Act that has several."""
    aliases = dict.fromkeys(source.alias for source in spec.acts.values())
    return [list(versions) for alias in aliases if len(versions := spec.versions_of(alias)) > 1]


def check_language(operation: Operation, act: str, language: str | None) -> None:
    """An operation on one language version of an Act says nothing of another (§3).

    Raises:
        AmendmentError: `language-version`.
    """
    if operation.language and language and short_code(operation.language) != short_code(language):
        raise AmendmentError(
            "language-version",
            f"the operation is for the version in {operation.language}, and {act} is in {language}",
            do="take the operation out, or give the Act in that language",
            at=operation.at,
        )


def check_versions(spec: Spec, acts: Mapping[str, Act]) -> Iterator[AmendmentError]:
    """The Acts whose files are in another language than the spec says, where its texts depend on that."""
    texts_differ = {key for operation in spec.operations if operation.versions for key in operation.acts}
    for key, source in spec.acts.items():
        said, held = language_of(spec, key), acts[key].language
        counts = source.language is not None or key in texts_differ
        if counts and said and held and short_code(said) != short_code(held):
            yield AmendmentError(
                "language-version",
                f"{source.source} is given as the version in {said}, and the file says {short_code(held)}",
                do=f"give the file of the version in {said}, or mend FRBRlanguage in the file",
                at=source.at,
            )


def changes_beside(
    spec: Spec,
    key: str,
    package: Mapping[str, WorkingAct],
    changes: tuple[Change, ...],
    recorder: PlaceRecorder,
) -> tuple[Change, ...]:
    """The changes of an Act with what is to be said of citations, in the other Acts that may cite it too."""
    return note_citations(changes, recorder, beside(spec, key, package))


def beside(spec: Spec, key: str, package: Mapping[str, WorkingAct]) -> dict[str, WorkingAct]:
    """The other Acts that may cite one: of those in several languages, the versions in its own language."""
    own = spec.acts.get(key)
    return {name: working for name, working in package.items() if own is None or _may_cite(name, own, spec)}


def _may_cite(name: str, own: ActSource, spec: Spec) -> bool:
    other = spec.acts.get(name)
    if other is None or other.alias == own.alias:
        return False
    languages = {version.language for version in spec.versions_of(other.alias).values()}
    return own.language not in languages or other.language == own.language
