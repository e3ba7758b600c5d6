"""What the keys that belong to no verb are called, what they mean and what stands behind them: for the JSON
Schema, which editors show to drafters while they type.

Each entry: title, description, examples.
"""

from __future__ import annotations

from collections.abc import Mapping

KeyTexts = Mapping[str, tuple[str, str, tuple[object, ...]]]

TOP: KeyTexts = {
    "redline": ("Version of the language", "Always 1.", (1,)),
    "id": (
        "Short name",
        "Names the output files and the changes: any text that a file name can hold, "
        'which is all but / \\ : * ? " < > |',
        ("migration-2026",),
    ),
    "title": (
        "Title of the amending Act",
        "A text, or one for each language.",
        ("Migration (Amendment) Act 2026", {"en": "Migration (Amendment) Act 2026", "ru": "О миграции"}),
    ),
    "jurisdiction": (
        "Drafting profile",
        "How provisions are named and numbered, and what a repeal leaves behind; generic where none fits.",
        ("kz", "uk", "us-dc", "generic"),
    ),
    "language": (
        "Language of the new text",
        "A BCP 47 tag. Addresses can be cited in every installed language, whatever stands here.",
        ("en", "ru"),
    ),
    "date": (
        "Date of the draft",
        "And of the consolidated text, where no operation has a date of its own.",
        ("2026-03-01",),
    ),
    "publication": (
        "Date of publication of the amending Act",
        "Commencements such as {days_after_publication: 10} are counted from it; --published DATE says the "
        "same.",
        ("2026-06-05",),
    ),
    "enacted_as": (
        "The amending Act itself",
        "As far as known. Its uri is what the metadata of the consolidated Acts name as the source of the "
        "changes.",
        ({"uri": "/akn/xx/act/2026-06-01/77", "form": "Law", "number": "77", "date": "2026-06-01"},),
    ),
    "acts": (
        "The Acts amended",
        "An alias for each, and the path of its file inside the folder of the spec.",
        ({"migration": "acts/migration.xml"},),
    ),
    "amendments": (
        "The amendments",
        "A list of entries: which Act, why, from when, and the operations.",
        ([{"act": "migration", "operations": [{"repeal": "art 12 para 4"}]}],),
    ),
    "include": (
        "Further spec files",
        "Paths inside the folder of the spec; their amendments are appended. They may hold redline, acts, "
        "amendments and include only.",
        (["parts/register-rules.yaml"],),
    ),
    "addressing": (
        "When addresses are read",
        "base (default): in the text before this date's operations, so that a renumbering does not shift the "
        "addresses behind it; current: in the text as amended so far, in file order.",
        ("base", "current"),
    ),
    "spacing": (
        "Spaces around added and omitted words",
        "tidy (default) puts or closes up single spaces; exact does neither. An operation can say otherwise.",
        ("tidy", "exact"),
    ),
    "contents": (
        "Table of contents",
        "Whether the contents of an Act are to follow its headings and numbers, or are left as they are.",
        ("follow", "leave"),
    ),
}

COMMON: KeyTexts = {
    "id": (
        "Id of the operation",
        "Names it in messages, outputs and effects; op-1, op-2, … in file order where none is given.",
        ("rename-the-committee",),
    ),
    "because": (
        "Why",
        "The reason: it goes into the change list. At an entry or at the top, the default for what is below.",
        ("The register replaces three paper journals.",),
    ),
    "fixes": (
        "Findings it answers",
        "Ids of the findings of a review that this change answers.",
        ("F-012", ["F-012", "F-031"]),
    ),
    "author": (
        "Author of the change",
        "Who stands behind it. At an entry or at the top, the default for what is below.",
        ("Labour Migration Unit",),
    ),
    "comment": (
        "A comment for the reviewers",
        "Goes along with the change, and into no law.",
        ("Agreed with the Ministry of Finance on 3 March.",),
    ),
    "commencement": (
        "From when",
        "A date, a rule counted from publication, or an event that is not known yet. Without it, at once.",
        ("2026-07-01", {"days_after_publication": 10}, {"event": "entry into force of the Code"}),
    ),
    "until": (
        "Until when",
        "The first day without the change: from that day the text reads as if it had not been made.",
        ("2028-09-01",),
    ),
    "when": (
        "Condition",
        "A name for the condition. The operation applies only where --assume NAME is given.",
        ("budget-approved",),
    ),
    "language": (
        "This language version only",
        "A BCP 47 tag; the operation is for that version of the Act and no other.",
        ("ru",),
    ),
    "expect": (
        "Guard",
        "The current text of the provision, or its fingerprint as redline show prints it. Where the text is "
        "another, the operation is refused.",
        ("d8f41d94cfe1",),
    ),
    "references": (
        "Citations of what moved or went",
        "What happens to the citations of it elsewhere: report them (default), update them, or leave them.",
        ("report", "leave"),
    ),
}

ENTRY: KeyTexts = {
    "act": (
        "Which Act",
        "An alias from acts, a list of aliases, or all.",
        ("migration", ["migration", "labour"], "all"),
    ),
    "operations": (
        "Operations",
        "What changes the text, each with its verb: a list.",
        ([{"repeal": "art 12 para 4"}],),
    ),
    "effects": (
        "Effects",
        "What does not change the text: suspension, extension, saving …; recorded beside it. A list.",
        ([{"suspend": "art 3", "from": "2026-07-01", "until": "2027-07-01"}],),
    ),
}

ACT: KeyTexts = {
    "source": (
        "File",
        "Path of the Act's file, inside the folder of the spec.",
        ("acts/labour.xml",),
    ),
    "as_of": (
        "State of the text",
        "The day whose text the file holds.",
        ("2026-01-01",),
    ),
    "publication": (
        "Where it was published",
        "As an amending Act cites it.",
        ("Gazette, 2015, No. 22, art. 151",),
    ),
}

ENACTED: KeyTexts = {
    "uri": ("IRI", "The identifier of the amending Act.", ("/akn/xx/act/2026-06-01/77",)),
    "form": ("Form", "What it is called: Law, Act, Decree.", ("Law",)),
    "number": ("Number", "As printed.", ("77-VIII",)),
    "date": ("Date", "The day on which it was adopted.", ("2026-06-01",)),
    "signed_by": ("Signed by", "Who signs it.", ("President of the Republic",)),
}

SPAN: KeyTexts = {
    "from": ("From", "The first words that are meant.", ("(ignoring",)),
    "to": ("To", "The last words that are meant; without it, to the end of the block.", ("that Act)",)),
    "after": ("After", "Everything behind these words, to the end of the block.", ("source",)),
    "before": ("Before", "Everything in the block before these words.", ("apply",)),
}

CONTENT: KeyTexts = {
    "akn": (
        "Akoma Ntoso markup",
        "Elements without a namespace take the Act's; missing eIds are assigned.",
        ("<point><num>1)</num><content><p>a passport.</p></content></point>",),
    ),
    "file": (
        "File with the new text",
        "Plain text or Akoma Ntoso markup, inside the folder of the spec.",
        ("new/art-5.txt",),
    ),
}

LEAVE: KeyTexts = {
    "text": ("Words that stay", "What stands at the place of the repealed provision.", ("Repealed.",)),
}

COMMENCEMENT: KeyTexts = {
    "days_after_publication": (
        "Days after publication",
        "10: the tenth day after the day of publication.",
        (10,),
    ),
    "full_days_after_publication": (
        "Full days after publication",
        "10: the day after ten full days («по истечении десяти календарных дней после дня опубликования»).",
        (10,),
    ),
    "months_after_publication": (
        "Months after publication",
        "3: the same day of the month, three months later.",
        (3,),
    ),
    "full_months_after_publication": (
        "Full months after publication",
        "3: the day after three full months.",
        (3,),
    ),
    "month_after_publication": (
        "Month after publication",
        "With day: 2 is the second month after that of publication.",
        (2,),
    ),
    "day": ("Day", "The day of that month.", (5,)),
    "event": (
        "Event",
        "What it waits for. The operation is shown as pending until there is a date.",
        ("entry into force of the Budget Law",),
    ),
}

EFFECTS: KeyTexts = {
    "suspend": ("Suspend", "The provision does not apply for a time.", ("art 3",)),
    "extend": (
        "Extend",
        "The provision applies to more (to a territory, to other persons); with until and no territory, for "
        "longer.",
        ("art 2",),
    ),
    "exclude": ("Exclude", "The provision does not apply to some.", ("art 2",)),
    "apply": ("Apply", "The provision applies to what it was not made for.", ("art 1",)),
    "modify": ("Modify", "The provision is read otherwise, its text unchanged.", ("art 1 para 1",)),
    "derogate": ("Derogate", "The amending Act provides otherwise for some cases.", ("art 2",)),
    "construe": ("Construe", "Words or references are to be understood in a certain way.", ("act",)),
    "save": (
        "Save",
        "What was begun under the old text goes on under it: a transitional provision.",
        ("art 4", "shorter-time"),
    ),
    "ratify": ("Ratify", "The provision or the Act is ratified.", ("act",)),
    "correct": ("Correct", "A misprint is put right: a corrigendum to an operation.", ("op-1",)),
}

EFFECT: KeyTexts = {
    "from": ("From when", "The first day of the effect; without it, at once.", ("2026-07-01",)),
    "until": ("Until when", "The first day without the effect.", ("2027-07-01",)),
    "territory": ("Territory", "Where it holds, if not everywhere.", ("the islands",)),
    "text": (
        "In words",
        "What the effect is, as the amending Act says it.",
        ("references to the Ministry are read as references to the Agency",),
    ),
    "because": ("Why", "The reason.", ("The fees are being set anew.",)),
}
