"""What the norms of a language say in set phrases, beyond what `law_words` reads into the facts of an Act.

The checks hold one norm against another by these: its times and figures, whether it says yes or no, who has
to act, what is charged, what is left to a by-law.
"""

from __future__ import annotations

import re

from msgspec import Struct


class NormWords(Struct, frozen=True):
    """The set phrases of one language.

    Attributes:
        times: any time, in the groups `amount` and `unit`.
        shares: a share or a rate, in the groups `amount` and `unit`.
        negations: what turns a statement into its opposite, but not `no less than`; what is denied stands in
            the group `word`, as it is written where it is not denied.
        freed: that somebody need not do something, or has a right not to; what, in the group `act`.
        cases: a sentence whose figures differ from case to case: a sanction, an age.
        opposites: what one of two words has before another of the opposite meaning (`внеплановый`), or a
            word that makes one (`жоспардан тыс`).
        approved: the title of an act that approves rules, which are cited by their own title, the group
            `rules`.
        rest: an item for all else, which lists end with.
        enacts: the word by which a by-law is made.
        leaves: that rules are left to a body, the group `body`, to make.
        approves: a function of a body: that it makes rules.
        law_named: how the words begin that name a law or a provision, and no body.
        fees: that something is paid for.
        lists: the words of a lead that say what a document holds (`Заявление содержит:`).
        closed: that a list can be extended by a law alone.
        besides: that something is added to what another provision lists.
        body_names: the name of a body: in the group `kind` what it is, in `of` the words that tell it from
            others of its kind.
        fillers: stems of words in such names that tell nothing (`по вопросам`).
        competence: the heading of an article that lists the functions of a body, in the group `body`, which
            may be missing.
        joint: a function that several bodies have by its nature: to inform, to propose, to take part.
        short_names: a word with a capital inside a sentence that laws give as a short name (`Портал`), where
            no further words say which is meant; in the group `name`.
        same: words for the same, of which laws have replaced one by the other, or use one beside the other.
        amends: that a line amends another Act: the provisions that it cites are of that one.
        no_doer: that something is done in an order that is laid down, nobody says where or by whom.
        doers: a word for somebody who acts for the state.
    """

    times: re.Pattern[str]
    shares: re.Pattern[str]
    negations: re.Pattern[str]
    freed: re.Pattern[str]
    cases: re.Pattern[str]
    opposites: tuple[str, ...]
    approved: re.Pattern[str]
    rest: re.Pattern[str]
    enacts: re.Pattern[str]
    leaves: tuple[re.Pattern[str], ...]
    approves: re.Pattern[str]
    law_named: re.Pattern[str]
    fees: re.Pattern[str]
    lists: re.Pattern[str]
    closed: re.Pattern[str]
    besides: re.Pattern[str]
    body_names: tuple[re.Pattern[str], ...]
    fillers: frozenset[str]
    competence: re.Pattern[str]
    joint: re.Pattern[str]
    short_names: re.Pattern[str]
    same: tuple[tuple[str, ...], ...]
    amends: re.Pattern[str]
    no_doer: re.Pattern[str]
    doers: re.Pattern[str]
