"""What a package leaves behind in the documents that cite what it moves, repeals or renames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redline.checks.by_laws import rests_on
from redline.checks.check import Check, CheckText, quoted, quoted_provision
from redline.checks.offers import Said, offer
from redline.checks.operations import by_document, quoted_operation
from redline.checks.renamed import Renamed, names_left
from redline.checks.stale import Stale, stale_references
from redline.checks.titles import Titles
from redline.dossier.library import Review, ReviewedAct
from redline.dossier.packages import AmendedVersion, Package
from redline.facts.citing import locate, steps_to
from redline.languages import get_pack
from redline.model.facts import CitedAct, Facts
from redline.model.findings import Evidence, Finding, make_finding

NAME = "consequential"
_SHOWN = 3
"""So many of the references of an Act to itself are quoted."""


def find(review: Review) -> Iterator[Finding]:
    """The consequential amendments that each spec lacks, each with the operation that makes it."""
    for package in review.packages:
        yield from _references(review, package)
        yield from _titles(review, package)
        yield from (_of_name(package, left) for left in names_left(review, package))


def _references(review: Review, package: Package) -> Iterator[Finding]:
    groups: dict[tuple[str, str, str, str], list[Stale]] = {}
    own: dict[tuple[str, tuple[str, ...]], list[Stale]] = {}
    for stale in stale_references(review, package):
        if stale.fate == "gone" and rests_on(stale.act, stale.reference):
            continue  # the check of by-laws says so
        if stale.fate == "moved" and stale.cited.before is stale.act:
            own.setdefault((stale.cited.alias, stale.operations), []).append(stale)
            continue
        facts, target = stale.act.facts, stale.cited.before.facts.provisions[stale.target]
        where = facts.provisions[stale.provision].eid or stale.act.cite(stale.provision)
        key = (stale.act.document.id, where, stale.fate, f"{stale.cited.alias}/{target.eid}")
        groups.setdefault(key, []).append(stale)
    for group in groups.values():
        yield _of_references(package, group)
    for group in own.values():
        yield _of_own(package, group)


def _of_own(package: Package, group: list[Stale]) -> Finding:
    """References of an Act to itself: the operation that moves what they name can rewrite them."""
    first, operations = group[0], group[0].operations
    evidence = [quoted(each.act, each.reference.at) for each in group[:_SHOWN]]
    evidence.append(quoted_provision(first.cited.before, first.target))
    found = make_finding(
        NAME, "own", "error", "high", (*evidence, *_said_by(package, operations)), count=str(len(group)),
        was=first.cited.before.cite(first.target), now=first.cited.after.cite(first.now),
        title=first.act.title, operations=", ".join(operations),
    )  # fmt: skip
    return replace(found, operations=operations)


def _of_references(package: Package, group: list[Stale]) -> Finding:
    first = group[0]
    evidence = [quoted(each.act, each.reference.at) for each in group]
    evidence += dict.fromkeys(quoted_provision(each.cited.before, each.target) for each in group)
    operations = tuple(dict.fromkeys(each for stale in group for each in stale.operations))
    evidence += _said_by(package, operations)
    cited = first.cited
    now = cited.after.cite(first.now) if first.now >= 0 else ""
    found = make_finding(
        NAME, first.fate, "error", "high", tuple(evidence), was=cited.before.cite(first.target), now=now,
        title=cited.before.title, operations=", ".join(operations),
    )  # fmt: skip
    drafted = _new_citation(package, group) if first.fate == "moved" else ""
    return replace(found, operations=operations, offer=drafted)


def _said_by(package: Package, operations: tuple[str, ...]) -> list[Evidence]:
    return [quoted_operation(package, identifier) for identifier in operations]


def _new_citation(package: Package, group: list[Stale]) -> str:
    """The operation that cites what moved by its new number, in each version that cites it."""
    old: dict[str, str] = {}
    new: dict[str, str] = {}
    for stale in group:
        pack = get_pack(stale.act.language)
        words = stale.act.facts.words(stale.reference.at)
        written = (
            pack.write_like(steps_to(stale.cited.after.facts, stale.now), words) if pack is not None else None
        )
        several = sum(each.at == stale.reference.at for each in stale.act.facts.references) > 1
        if written is None or several or stale.reference.upto or stale.act.language in old:
            return ""
        old[stale.act.language], new[stale.act.language] = words, written
    places = {stale.act.language: stale.act.facts.provisions[stale.provision].eid for stale in group}
    if not all(places.values()):
        return ""
    keys: list[tuple[str, Said]] = [("substitute", old), ("with", new), ("in", _one(places))]
    by_language = {stale.act.language: stale for stale in group}

    def answers(after: Facts, act: ReviewedAct) -> bool:
        stale = by_language[act.language]
        own = stale.cited.before.document.id == act.document.id
        cited = (each for each in after.references if after.words(each.at) == new[act.language])
        located = (locate(stale.cited.after.facts, each, each.steps, own=own) for each in cited)
        return any(each.verdict == "found" and each.provision == stale.now for each in located)

    return offer(package, [stale.act for stale in group], keys, answers)


def _one(values: dict[str, str]) -> Said:
    """One value for every language, where they are the same."""
    return next(iter(values.values())) if len(set(values.values())) == 1 else values


def _titles(review: Review, package: Package) -> Iterator[Finding]:
    """Documents that go on citing an Act by the title that the package gives up."""
    titles = Titles(review)
    for versions in by_document(package):
        renamed = [each for each in versions if each.before.facts.title != each.after.facts.title]
        operations = tuple(
            dict.fromkeys(
                change.operation.id
                for version in renamed
                for change in version.changes
                if change.applied and change.operation.verb == "retitle" and change.operation.whole
            )
        )
        left: dict[str, list[tuple[ReviewedAct, CitedAct, AmendedVersion]]] = {}
        for version in renamed if operations else ():
            for act in review.acts:
                cited = next(_by_old_title(act, version, titles, package), None)
                if cited is not None:
                    left.setdefault(act.document.id, []).append((act, cited, version))
        for citing in left.values():
            yield _of_title(package, citing, operations)


def _by_old_title(
    act: ReviewedAct, version: AmendedVersion, titles: Titles, package: Package
) -> Iterator[CitedAct]:
    """Where a document cites an Act by its old title, and goes on doing so."""
    if act.language != version.before.language or act.document.id == version.before.document.id:
        return
    own = package.facts_after(act)
    still = {line.text for line in own.lines}
    for cited in act.facts.acts:
        text = act.facts.lines[cited.at.line].text
        spelt = version.before.facts.title in act.facts.words(cited.at)
        if spelt and text in still and titles.named(act, cited) is version.before:
            yield cited


def _of_title(
    package: Package,
    citing: list[tuple[ReviewedAct, CitedAct, AmendedVersion]],
    operations: tuple[str, ...],
) -> Finding:
    old = {act.language: version.before.facts.title for act, _, version in citing}
    new = {act.language: version.after.facts.title for act, _, version in citing}
    evidence = (*(quoted(act, cited.at) for act, cited, _ in citing), *_said_by(package, operations))
    found = make_finding(
        NAME, "retitled", "error", "high", evidence, was=next(iter(old.values())),
        now=next(iter(new.values())), operations=", ".join(operations),
    )  # fmt: skip

    def answers(after: Facts, act: ReviewedAct) -> bool:
        texts = [line.text for line in after.lines]
        return not any(old[act.language] in text for text in texts) and any(
            new[act.language] in text for text in texts
        )

    keys: list[tuple[str, Said]] = [("substitute", old), ("with", new), ("times", "all")]
    drafted = offer(package, [act for act, _, _ in citing], keys, answers)
    return replace(found, operations=operations, offer=drafted)


def _of_name(package: Package, left: Renamed) -> Finding:
    evidence = (
        *(quoted(act, places[0]) for act, places in left.places),
        *_said_by(package, (left.operation,)),
    )
    found = make_finding(
        NAME, "renamed", "error", "medium", evidence, was=next(iter(left.old.values())),
        now=next(iter(left.new.values())), operations=left.operation,
    )  # fmt: skip
    keys: list[tuple[str, Said]] = [("substitute", left.old), ("with", left.new)]
    keys += [("inflect", "true")] if left.inflect else []
    keys += [("times", "all"), ("in", _eids(left))]

    def answers(after: Facts, act: ReviewedAct) -> bool:
        return not left.left_in(after) and len(after.acts) == len(act.facts.acts)

    drafted = offer(package, [act for act, _ in left.places], keys, answers)
    return replace(found, operations=(left.operation,), offer=drafted)


def _eids(left: Renamed) -> Said:
    """The provisions in which a name stands: the same in each version, or for each version its own."""
    found: dict[str, tuple[str, ...]] = {}
    for act, places in left.places:
        provisions = (act.facts.provisions[act.facts.lines[at.line].provision].eid for at in places)
        found[act.language] = tuple(dict.fromkeys(provisions))
    every = set(found.values())
    return next(iter(every)) if len(every) == 1 else {key: ", ".join(eids) for key, eids in found.items()}


CHECK = Check(
    name=NAME,
    rule="T3",
    run=find,
    judged=None,
    scope="package",
    texts={
        "en": CheckText(
            title="Consequential amendments that the package lacks",
            flags="A document of the dossier that cites a provision which the package moves, renumbers or "
            "repeals, an Act by the title that the package gives up, or a body by the name that it replaces, "
            "and that the package leaves as it is.",
            why="Where an Act changes, the drafts of the other Acts that must change with it are prepared at "
            "the same time (Law No. 480-V, article 18(7)); what is left cites nothing, or something else.",
            example="The Law on refugees cites article 8(1)(7), which the package makes article 10(3-1).",
            do="Add the amendment to the package; where the finding offers it, save it beside the spec and "
            "name the file under include:.",
            messages={
                "moved": "{was} «{title}» becomes {now} ({operations}), and is still cited by its old number",
                "gone": "{was} «{title}» goes ({operations}), and is still cited",
                "own": "{was} becomes {now} ({operations}), and «{title}» itself cites it in {count} "
                "places by "
                "the old number: references: update in the operation rewrites them",
                "retitled": "«{was}» gets the title «{now}» ({operations}), and is still cited by the old "
                "one",
                "renamed": "“{was}” becomes “{now}” ({operations}), and keeps its old name here",
            },
        ),
        "ru": CheckText(
            title="Сопутствующие изменения, которых нет в пакете",
            flags="Рассмотренный документ, который ссылается на структурный элемент, перемещаемый, "
            "получающий другой "
            "номер или исключаемый пакетом, называет акт по прежнему заголовку или орган по прежнему "
            "наименованию и пакетом не изменяется.",
            why="Если акт изменяется, проекты других актов, подлежащих изменению вместе с ним, готовятся "
            "одновременно (пункт 7 статьи 18 Закона № 480-V); иначе ссылка ведет в никуда или к другой "
            "норме.",
            example="Закон о беженцах ссылается на подпункт 7) пункта 1 статьи 8, который пакет делает "
            "подпунктом 3-1) статьи 10.",
            do="Дополнить пакет; предложенную операцию сохранить рядом со спецификацией и указать файл в "
            "include:.",
            messages={
                "moved": "{was} «{title}» становится: {now} ({operations}), а ссылка сохраняет прежний номер",
                "gone": "{was} «{title}» исключается ({operations}), а ссылка сохраняется",
                "own": "{was} становится: {now} ({operations}), а сам акт «{title}» ссылается на прежний "
                "номер "
                "(мест: {count}): references: update в операции изменит ссылки",
                "retitled": "акт «{was}» получает заголовок «{now}» ({operations}), а ссылка называет "
                "прежний",
                "renamed": "«{was}» становится «{now}» ({operations}), а здесь сохраняется прежнее "
                "наименование",
            },
        ),
        "kk": CheckText(
            title="Пакетте жоқ ілеспе өзгерістер",
            flags="Пакет ауыстыратын, нөмірін өзгертетін немесе алып тастайтын элементке сілтеме жасайтын, "
            "актіні бұрынғы тақырыбымен не органды бұрынғы атауымен атайтын, бірақ пакет өзгертпейтін "
            "қаралған құжат.",
            why="Акт өзгергенде онымен бірге өзгертілуге тиіс басқа актілердің жобалары бір мезгілде "
            "дайындалады (№ 480-V Заңның 18-бабының 7-тармағы); әйтпесе сілтеме ешқайда апармайды немесе "
            "басқа нормаға апарады.",
            example="Босқындар туралы заң 8-баптың 1-тармағының 7) тармақшасына сілтеме жасайды, ал пакет "
            "оны 10-баптың 3-1) тармақшасы етеді.",
            do="Пакетті толықтыру; ұсынылған операцияны спецификацияның жанына сақтап, файлды include: "
            "бөлігінде көрсету.",
            messages={
                "moved": "{was} «{title}» енді {now} болады ({operations}), ал сілтемеде бұрынғы нөмірі тұр",
                "gone": "{was} «{title}» алып тасталады ({operations}), ал сілтеме қалады",
                "own": "{was} енді {now} болады ({operations}), ал «{title}» актісінің өзі {count} жерде "
                "бұрынғы "
                "нөміріне сілтеме жасайды: операциядағы references: update оларды өзгертеді",
                "retitled": "«{was}» актісі «{now}» деген тақырып алады ({operations}), ал сілтемеде "
                "бұрынғысы",
                "renamed": "«{was}» енді «{now}» болады ({operations}), ал мұнда бұрынғы атауы қалады",
            },
        ),
    },
)
