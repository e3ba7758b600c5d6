"""Terms that are used without being defined, and words beside the defined term for the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from msgspec.msgpack import Decoder

from redline.checks.check import Check, CheckText, quoted
from redline.checks.digest import Digest
from redline.dossier.library import Review, ReviewedAct
from redline.languages import get_pack
from redline.languages.pack import LanguagePack
from redline.model.facts import Words
from redline.model.findings import Finding, make_finding

NAME = "term-use"
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS, _ROOT, _LONG = 6, 3, 4
"""The forms of a word have so many letters in common, those of a short one fewer."""
_PLACES = 5
Stems = tuple[str, ...]


def find(review: Review) -> Iterator[Finding]:
    """Short names that an Act uses and does not give; then words that stand beside a defined term."""
    for act in review.acts:
        for name, at in _UNDEFINED.of(act):
            yield make_finding(NAME, "undefined", "warning", "medium", (quoted(act, at),), term=name)
    for language in dict.fromkeys(act.language for act in review.acts):
        pack = get_pack(language)
        if pack is not None:
            yield from _variants([act for act in review.acts if act.language == language], pack)


def _undefined(act: ReviewedAct) -> tuple[tuple[str, Words], ...]:
    """The short names that an Act uses and does not give, each where it first stands."""
    facts, pack = act.facts, get_pack(act.language)
    if pack is None:
        return ()
    given = {stem for term in facts.terms for stem in pack.law.stems(term.term)}
    fuller = _fuller_names(act, pack)
    told: dict[Stems, tuple[str, Words]] = {}
    for place, line in enumerate(facts.lines):
        if line.kind != "text" or line.quoted or facts.repealed(line.provision):
            continue
        for match in pack.norms.short_names.finditer(line.text):
            stems = pack.law.stems(match["name"])
            if stems in told or set(stems) <= given or stems[0] in fuller:
                continue
            told[stems] = match["name"], Words(place, match.start("name"), match.end("name"))
    return tuple(told.values())


_UNDEFINED = Digest("short names", Decoder(tuple[tuple[str, Words], ...]), _undefined)


def _fuller_names(act: ReviewedAct, pack: LanguagePack) -> set[str]:
    """The words with a capital inside a sentence that an Act also has with further words (`Реестр
    иностранцев`), or that follow one (`Көші-қон комитеті`), so that one may know which is meant."""
    found: set[str] = set()
    for line in act.facts.lines:
        bare = {match.start("name") for match in pack.norms.short_names.finditer(line.text)}
        at = 0
        for word in line.text.split(" "):
            if word[:1].isupper() and at not in bare and at > 0:
                found.add(pack.law.stem(word.strip('.,;:()«»"')))
            at += len(word) + 1
    return found


@dataclass(frozen=True, slots=True)
class Names:
    """What an Act calls things.

    Attributes:
        terms: for each of its terms what the forms of its words have in common.
        uses: where it has each of the words that laws use beside one another, by what its forms have in
            common.
    """

    terms: tuple[Stems, ...] = ()
    uses: tuple[tuple[Stems, tuple[Words, ...]], ...] = ()


def _names_of(act: ReviewedAct) -> Names:
    pack = get_pack(act.language)
    if pack is None:
        return Names()
    named = dict.fromkeys(_keys(word, pack) for words in pack.norms.same for word in words)
    uses = ((keys, tuple(islice(_uses(act, keys, pack), _PLACES))) for keys in named)
    return Names(
        tuple(_keys(term.term, pack) for term in act.facts.terms),
        tuple((keys, places) for keys, places in uses if places),
    )


_NAMES = Digest("names of things", Decoder(Names), _names_of)


def _variants(acts: list[ReviewedAct], pack: LanguagePack) -> Iterator[Finding]:
    terms = [(act, place, keys) for act in acts for place, keys in enumerate(_NAMES.of(act).terms)]
    given = {keys for _, _, keys in terms}
    for words in pack.norms.same:
        groups = {_keys(word, pack): word for word in words}
        defined = next(
            ((act, act.facts.terms[place]) for act, place, keys in terms
             if keys in groups and act.facts.terms[place].article),
            None,
        )  # fmt: skip
        if defined is None:
            continue
        by, term = defined
        for keys, word in groups.items():
            for act in acts if keys not in given else ():
                uses = dict(_NAMES.of(act).uses).get(keys)
                if uses:
                    evidence = (*(quoted(act, at) for at in uses), quoted(by, term.at))
                    yield make_finding(
                        NAME, "variant", "warning", "medium", evidence, word=word, term=term.term
                    )


def _keys(text: str, pack: LanguagePack) -> Stems:
    return tuple(key for _, _, key in _words(text, pack))


def _words(text: str, pack: LanguagePack) -> list[tuple[int, int, str]]:
    """The words of a text, those between hyphens too, each with what its forms have in common."""
    found = []
    for match in _WORD.finditer(text):
        stem = pack.law.stem(match[0])
        cut = _LETTERS if len(stem) > _LONG else _ROOT
        found.append((match.start(), match.end(), stem[:cut]))
    return found


def _uses(act: ReviewedAct, keys: Stems, pack: LanguagePack) -> Iterator[Words]:
    """Where words stand together in an Act, in any form, once for each line."""
    facts = act.facts
    for place, line in enumerate(facts.lines):
        if line.quoted or line.provision == 0 or keys[0] not in line.text.lower():
            continue
        words = _words(line.text, pack)
        for start in range(len(words) - len(keys) + 1):
            run = words[start : start + len(keys)]
            if tuple(key for _, _, key in run) == keys and not facts.repealed(line.provision):
                yield Words(place, run[0][0], run[-1][1])
                break


CHECK = Check(
    name=NAME,
    rule="T1",
    run=find,
    digests=(_UNDEFINED, _NAMES),
    judged=(2, 2),
    texts={
        "en": CheckText(
            title="Terms used without a definition, or beside it",
            flags="A short name with a capital (`the Portal`) that the Act neither defines nor introduces; "
            "a word that laws use beside a defined term for the same, or that has been replaced by it, "
            "where an Act of the dossier defines the term.",
            why="What is called by two names is taken for two things (Law No. 480-V, article 23(7)); what "
            "is called by a name that nobody gave is taken for what each thinks.",
            example="“foreign workforce” in the rules, where the law defines “foreign worker”.",
            do="Use the term of the law, or define the name where it first stands (hereinafter: …).",
            messages={
                "undefined": "“{term}” is used, and neither defined nor introduced",
                "variant": "“{word}”, where “{term}” is defined",
            },
        ),
        "ru": CheckText(
            title="Термины без определения или помимо него",
            flags="Краткое наименование с прописной буквы («Портал»), которое акт не определяет и не "
            "вводит; слово, которое употребляется в законах наряду с определенным термином или заменено "
            "им, когда один из рассмотренных актов определяет термин.",
            why="Названное двумя именами принимают за две вещи (пункт 7 статьи 23 Закона № 480-V); имя, "
            "которое никто не ввел, каждый понимает по-своему.",
            example="«иностранная рабочая сила» в правилах, когда закон определяет термин «иностранный "
            "работник».",
            do="Употреблять термин закона либо ввести наименование там, где оно стоит впервые (далее – …).",
            messages={
                "undefined": "«{term}» употребляется, но не определено и не введено",
                "variant": "«{word}», хотя определен термин «{term}»",
            },
        ),
        "kk": CheckText(
            title="Анықтамасыз немесе анықтамадан тыс қолданылған терминдер",
            flags="Акт анықтамаған да, енгізбеген де бас әріппен жазылған қысқа атау («Портал»); қаралған "
            "акт термин анықтай тұра, заңдарда сол терминмен қатар қолданылатын не онымен ауыстырылған сөз.",
            why="Екі атпен аталған нәрсе екі нәрсе деп түсініледі (№ 480-V Заңның 23-бабының 7-тармағы); "
            "ешкім енгізбеген атауды әркім өзінше түсінеді.",
            example="Заңда «шетелдік жұмыскер» анықталғанда, қағидаларда «шетелдік жұмыс күші».",
            do="Заңның терминін қолдану не атауды алғаш тұрған жерінде енгізу (бұдан әрі – …).",
            messages={
                "undefined": "«{term}» қолданылған, бірақ анықталмаған және енгізілмеген",
                "variant": "«{term}» термині анықталғанымен, «{word}» қолданылған",
            },
        ),
    },
)
