"""The keys of a dossier: the one table that the reader and the JSON Schema are made from."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass

from redline.model.dossier import COMMENT_DECISIONS, COVERAGES, DECISIONS, LEVELS, RISKS, STATUSES


class Takes(enum.Enum):
    """What a key takes."""

    TEXT = "text"
    TEXTS = "texts"  # a text or a list of them
    BY_LANGUAGE = "by-language"  # a text, or one for each language
    DATE = "date"
    CHOICE = "choice"
    ENTRIES = "entries"  # keys or a list, read by its own reader


@dataclass(frozen=True, slots=True)
class DossierKey:
    """One key.

    Attributes:
        name, takes: as written, and what stands behind it.
        title, description, examples: what an editor shows.
        choices: of a CHOICE.
        required: whether the entry is incomplete without it.
    """

    name: str
    takes: Takes
    title: str
    description: str
    examples: tuple[object, ...] = ()
    choices: tuple[str, ...] = ()
    required: bool = False


Keys = tuple[DossierKey, ...]
_T = Takes

TOP: Keys = (
    DossierKey("dossier", _T.ENTRIES, "Version of the language", "Always 1.", (1,), required=True),
    DossierKey("title", _T.BY_LANGUAGE, "Title of the review", "A text, or one for each language.",
               ("Review of the law on migration",)),
    DossierKey("jurisdiction", _T.TEXT, "Drafting profile",
               "How texts that are no Akoma Ntoso are read; generic where none fits.", ("kz", "generic")),
    DossierKey("language", _T.TEXT, "Language of the review",
               "Of what is written here, and of the papers made from it.", ("ru", "kk", "en")),
    DossierKey("documents", _T.ENTRIES, "Documents", "Each with a short name of your own.",
               ({"migration": {"file": "acts/migration.xml", "level": "law"}},), required=True),
    DossierKey("annotations", _T.ENTRIES, "Annotations", "What the reviewers say of provisions.",
               ([{"document": "migration", "at": "art 5 para 2", "comment": "No deadline."}],)),
    DossierKey("goals", _T.ENTRIES, "Policy goals", "Each with a short name of your own.",
               ({"G1": {"text": "One register for all", "implemented-by": "migration"}},)),
    DossierKey("findings", _T.ENTRIES, "Findings entered by hand",
               "From interviews and comments received; each with a short name of your own.",
               ({"H-1": {"text": "The form is not published", "document": "migration"}},)),
    DossierKey("decisions", _T.ENTRIES, "Decisions on findings",
               "By the id of the finding, as redline check prints it.",
               ({"F-1a2b3c4d": {"decision": "rejected", "comment": "Both are right."}},)),
    DossierKey("concordance", _T.ENTRIES, "Concordance",
               "What the provisions of one document cover of another, by the reviewers; a list.",
               ([{"from": "strategy", "at": "para 4", "to": "law", "in": ["art 5"], "coverage": "full"}],)),
    DossierKey("specs", _T.TEXTS, "Specs of the package", "The amendments that answer the findings.",
               ("migration-2026.yaml",)),
    DossierKey("report", _T.ENTRIES, "Analytical report", "What persons write of it.",
               ({"summary": "report/summary.md"},)),
    DossierKey("explanatory-note", _T.ENTRIES, "Explanatory note", "What persons write of it.",
               ({"need": "report/need.md"},)),
    DossierKey("comments", _T.TEXT, "File of the comments received",
               "Where redline comments import keeps them; default: comments.yaml beside the dossier.",
               ("comments.yaml",)),
)  # fmt: skip
DOCUMENT: Keys = (
    DossierKey("file", _T.BY_LANGUAGE, "File",
               "Akoma Ntoso, or any file that redline import reads; with a file for each language, "
               "{ru: law.ru.txt, kk: law.kk.txt}.", ("acts/law.xml", {"ru": "law.ru.txt"}), required=True),
    DossierKey("title", _T.BY_LANGUAGE, "Title", "Where the file lacks it, or for each language.",
               ({"ru": "О миграции населения"},)),
    DossierKey("form", _T.BY_LANGUAGE, "Form", "What kind of act it is; a text, or one for each language.",
               ("Закон", "Law", {"ru": "Приказ", "kk": "Бұйрық"})),
    DossierKey("number", _T.TEXT, "Number", "As the act bears it.", ("477-IV",)),
    DossierKey("date", _T.DATE, "Date", "The day it was made.", ("2011-07-22",)),
    DossierKey("authority", _T.BY_LANGUAGE, "Authority", "Who made it.", ("Parliament",)),
    DossierKey("level", _T.CHOICE, "Level in the hierarchy", "The highest first.", ("law",), LEVELS),
    DossierKey("status", _T.CHOICE, "Status", "Default: in-force.", ("in-force",), STATUSES),
    DossierKey("goals", _T.TEXTS, "Goals", "Ids of the goals that it is to serve.", (["G1"],)),
    DossierKey("redaction", _T.DATE, "Redaction", "The day whose text the file has.", ("2026-01-01",)),
)  # fmt: skip
ANNOTATION: Keys = (
    DossierKey("document", _T.TEXT, "Document", "Its short name.", ("migration",), required=True),
    DossierKey("at", _T.TEXT, "Provision", "As the document cites it; without it the whole document.",
               ("art 5 para 2", "статья 5")),
    DossierKey("subject", _T.BY_LANGUAGE, "Subject", "What it is about, a word or two.", ("registration",)),
    DossierKey("comment", _T.BY_LANGUAGE, "Comment", "What is to be said of it.", ("No deadline is set.",)),
    DossierKey("risk", _T.CHOICE, "Risk", "How bad it is.", ("high",), RISKS),
    DossierKey("source", _T.BY_LANGUAGE, "Source", "Who says so, or where it is from.",
               ("interview, 3 March",)),
)  # fmt: skip
GOAL: Keys = (
    DossierKey("text", _T.BY_LANGUAGE, "Goal", "In the words of the strategy.", ("One register",),
               required=True),
    DossierKey("document", _T.TEXT, "Strategy", "The document that sets it.", ("strategy",)),
    DossierKey("at", _T.TEXT, "Provision", "Where in it.", ("para 4",)),
    DossierKey("implemented-by", _T.TEXTS, "Implemented by",
               "Short names of documents, each with the provision behind a space where one is meant.",
               ("migration", ["migration art 40", "rules"])),
)  # fmt: skip
_TIMES = "1 to 5; likelihood times impact: high from 15, medium from 6."
_ASSESSED: Keys = (
    DossierKey("likelihood", _T.CHOICE, "Likelihood", _TIMES, (4,), ("1", "2", "3", "4", "5")),
    DossierKey("impact", _T.CHOICE, "Impact", _TIMES, (3,), ("1", "2", "3", "4", "5")),
    DossierKey("consequence", _T.BY_LANGUAGE, "Consequence in law", "What follows from it.",
               ("The refusal can be set aside.",)),
    DossierKey("affects", _T.BY_LANGUAGE, "Who is affected", "Groups, a few words.", ("seasonal workers",)),
    DossierKey("basis", _T.BY_LANGUAGE, "Legal basis", "The higher norm or principle that it offends.",
               ("article 24 of the Law on Legal Acts",)),
    DossierKey("recommendation", _T.BY_LANGUAGE, "Recommendation", "What should be done.", ("Publish it.",)),
    DossierKey("owner", _T.BY_LANGUAGE, "Responsible body", "Who has to do it.", ("Ministry of Labour",)),
)  # fmt: skip
FINDING: Keys = (
    DossierKey("text", _T.BY_LANGUAGE, "Finding", "What is wrong.", ("The form is not published",),
               required=True),
    DossierKey("document", _T.TEXT, "Document", "Its short name.", ("migration",)),
    DossierKey("at", _T.TEXT, "Provision", "Where in it.", ("art 5",)),
    DossierKey("risk", _T.CHOICE, "Risk", "How bad it is.", ("high",), RISKS),
    DossierKey("source", _T.BY_LANGUAGE, "Source", "Who says so.", ("comment of the ministry",)),
    *_ASSESSED,
)  # fmt: skip
CONCORDANCE: Keys = (
    DossierKey("from", _T.TEXT, "Document", "Its short name.", ("strategy",), required=True),
    DossierKey("at", _T.TEXT, "Provision", "As that document cites it.", ("para 4",), required=True),
    DossierKey("to", _T.TEXT, "Other document", "In which it is looked for.", ("migration",), required=True),
    DossierKey("in", _T.TEXTS, "Provisions there", "Those that answer to it.", (["art 5", "art 6"],)),
    DossierKey("coverage", _T.CHOICE, "Coverage", "full, partial, none; not-relevant for what is not to be "
               "covered there.", ("partial",), COVERAGES, required=True),
    DossierKey("comment", _T.BY_LANGUAGE, "Comment", "Why, and what is missing.", ("No deadline is set.",)),
)  # fmt: skip
DECISION: Keys = (
    DossierKey("decision", _T.CHOICE, "Decision", "accepted: it is to be mended; rejected: it is none; "
               "annotated: it stays open.", ("accepted",), DECISIONS, required=True),
    DossierKey("comment", _T.BY_LANGUAGE, "Reason", "Why.", ("Both deadlines are meant.",)),
    DossierKey("risk", _T.CHOICE, "Risk", "Instead of the check's own, or of likelihood and impact.",
               ("high",), RISKS),
    *_ASSESSED,
)  # fmt: skip


def _written(folder: str, parts: Mapping[str, str]) -> Keys:
    """Keys for what a person writes: the name of each part, and what belongs there."""
    return tuple(
        DossierKey(
            name,
            _T.BY_LANGUAGE,
            name.capitalize().replace("-", " "),
            f"{what} Markdown, or a file that ends in .md; a text, or one for each language.",
            (f"{folder}/{name}.md",),
        )
        for name, what in parts.items()
    )


_PROSE = {
    "summary": "The executive summary: what is wrong, why it matters, what is proposed.",
    "purpose": "What the review is to find out, for whom, by which criteria (in the methodology).",
    "method": "How the review was made: sources, interviews, limits.",
    "scope": "Which documents were chosen and why, and what was left out.",
    "findings": "What the findings have in common.",
    "proposals": "Why the amendments are as they are, and which other ways there were.",
    "roadmap": "Who does what until when.",
    "conclusions": "What follows.",
    "next-steps": "What is asked of those who read the package.",
}
REPORT: Keys = (
    DossierKey(
        "date", _T.DATE, "Date of the report", "No day is written where none is given.", ("2026-11-01",)
    ),
    DossierKey("author", _T.BY_LANGUAGE, "Author", "Who answers for it.", ("Working group",)),
    DossierKey(
        "key-changes",
        _T.TEXTS,
        "Key changes",
        "Ids of the operations that have slides of their own, in their order; default: a choice.",
        (["op-reference"],),
    ),
    *_written("report", _PROSE),
)
_NOTE = {
    "initiator": "The body that submits the draft.",
    "grounds": "The programme, instruction or decision that it is drafted for.",
    "need": "What is wrong today.",
    "aims": "What is to be achieved.",
    "subject": "What relations it regulates.",
    "structure": "What it says; the amended Acts are listed below it.",
    "treaties": "Whether it agrees with the treaties; those among the documents are listed below it.",
    "consequences": "Legal, social and economic consequences.",
    "other-acts": "Which other acts have to change; the list of by-laws is named below it.",
    "costs": "Costs for the budget.",
    "earlier-measures": "What was done before, and with what result.",
}
NOTE: Keys = _written("explanatory-note", _NOTE)
COMMENTS: Keys = (
    DossierKey("comments", _T.ENTRIES, "Version of the language", "Always 1.", (1,), required=True),
    DossierKey("received", _T.ENTRIES, "Comments received", "By their ids."),
)
COMMENT: Keys = (
    DossierKey("body", _T.TEXT, "Body", "Who says it.", ("Ministry of Justice",), required=True),
    DossierKey("document", _T.TEXT, "Document", "Its short name; none for the whole package.", ("law",)),
    DossierKey("at", _T.TEXT, "Provision", "Where in it.", ("art 5 para 2",)),
    DossierKey("comment", _T.TEXT, "Comment", "What is said."),
    DossierKey("proposal", _T.TEXT, "Proposal", "The text that is proposed."),
    DossierKey("form", _T.TEXT, "Form", "The file that it came in, and the row.", ("justice.docx, row 3",)),
    DossierKey(
        "decision", _T.CHOICE, "Decision", "What was decided on it.", ("rejected",), COMMENT_DECISIONS
    ),
    DossierKey("reason", _T.TEXT, "Reason", "Why.", ("The term is that of the Code.",)),
)
