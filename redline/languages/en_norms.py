"""English: the set phrases of norms."""

from __future__ import annotations

import re

from redline.languages.norm_words import NormWords

_WORD = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred"
)
_AMOUNT = rf"(?P<amount>\d+(?:\.\d+)?|(?:{_WORD})(?:[- ](?:{_WORD}))?)"
_MAKER = (
    r"(?:the )?(?:[Gg]overnment|[A-Z][a-z]+ (?:Committee|Agency)|Ministry|President|National Bank"
    r"|(?:an? |the )?authorised body|local executive bod)"
)

NORMS = NormWords(
    times=re.compile(
        rf"\b{_AMOUNT} (?P<unit>(?:working |calendar |business )?(?:days?|months?|years?|hours?|weeks?))\b"
    ),
    shares=re.compile(rf"\b{_AMOUNT}(?P<unit> per ?cent\b|%| monthly calculation ind(?:ex|ices))"),
    negations=re.compile(
        r"\b(?:not|no) (?!less|more|later|earlier|fewer|longer|only|exceed)(?P<word>[a-z]+)"
    ),
    freed=re.compile(r"\b(?:need not|is not (?:obliged|required) to|has the right not to) (?P<act>[a-z]+)\b"),
    cases=re.compile(r"\b(?:liable to|punishable|imprisonment|aged?|attained|older|younger)\b"),
    opposites=("un", "non-", "in"),
    rest=re.compile(r"\bother (?:functions|powers|rights|duties|cases)\b"),
    enacts=re.compile(r"\b(?:I (?:hereby )?ORDER|RESOLVES|HEREBY RESOLVES|ORDERS)\b"),
    leaves=(
        re.compile(
            r"\bin (?:the|such|accordance with the) (?:manner|procedure)[a-z ,]{0,40}? "
            rf"(?:determined|prescribed|established|laid down|approved) by (?P<body>{_MAKER}[^,.;:()]*)"
        ),
        re.compile(rf"\b[Rr]ules (?:to be )?(?:approved|laid down|made) by (?P<body>{_MAKER}[^,.;:()]*)"),
    ),
    approves=re.compile(
        r"\b(?:approves?|lays? down|determines?) the (?:[a-z]+ )?(?:procedure|rules|regulations|order)\b"
    ),
    law_named=re.compile(
        r"(?:the |this |an? )?(?:section|article|paragraph|law|laws|legislation|act|code|constitution)\b",
        re.IGNORECASE,
    ),
    fees=re.compile(
        r"\b(?:fee|charge|duty)s? [^.;]{0,60}?(?:is|are|shall be) (?:charged|paid|collected|levied)\b",
        re.IGNORECASE,
    ),
    lists=re.compile(r"\b(?:contains?|states?|includes?|is accompanied by|are stated|are attached)\b"),
    closed=re.compile(r"\b(?:only by (?:an? )?(?:Act|law)|by (?:an? )?(?:Act|law) only)\b"),
    besides=re.compile(r"\b(?:in addition to|besides|apart from)\b"),
    body_names=(
        re.compile(  # and no part of the title of an Act
            r"\b(?P<of>(?:[A-Z][a-z]+ ){1,2})(?P<kind>Committee|Agency|Service|Inspectorate)\b"
            r"(?! (?:\([A-Z][a-z ]+\) )?(?:Act|Order|Regulations|Rules|Measure)\b)"
        ),
        re.compile(
            r"\b(?P<kind>Ministry|Committee|Agency|Inspectorate) (?:of|on|for) "
            r"(?P<of>[A-Z][a-z]+(?: and [A-Z][a-z]+)?)"
        ),
    ),
    fillers=frozenset(("the", "of", "on", "for", "and")),
    competence=re.compile(r"(?:Competence|Powers|Functions) of (?P<body>.+)", re.IGNORECASE),
    joint=re.compile(
        r"\b(?:inform|notif|cooperat|co-operat|take part|takes part|participat|assist|propos|submit)[a-z]*"
    ),
    short_names=re.compile(
        r"(?<=the )(?P<name>Portal|Register|System|Operator|Commission|Committee|Agency|Ministry|Fund|Centre"
        r"|Authorised Body)(?=[.,;:)]| (?:or|and|shall|may|must|is|are|in|by|to|within|on)\b)"
    ),
    same=(
        ("foreign worker", "migrant worker", "foreign workforce", "foreign labour"),
        ("ethnic returnee", "kandas", "oralman"),
        ("person with disability", "person with disabilities", "disabled person"),
    ),
    amends=re.compile(
        r"\b(?:[Ii]nsert|[Ss]ubstitute|[Oo]mit|[Ll]eave out|(?:is|are) (?:repealed|amended|revoked|inserted"
        r"|substituted))\b|^(?:[Ii]n|[Aa]fter|[Ff]or|[Bb]efore) (?:the )?(?:section|subsection|paragraph"
        r"|sub-paragraph|Part|Schedule|regulation|article|rule) |\bPub\. L\."
    ),
    no_doer=re.compile(r"\bin the (?:established|prescribed) (?:manner|procedure)(?=[.;])"),
    doers=re.compile(
        r"\b(?:[Gg]overnment|[Mm]inist|[Cc]ommittee|[Aa]gency|inspect|bod(?:y|ies)|court|centre|commission|bank"
        r"|organi[sz]ation|employer|[Pp]resident|notary|official)[a-z]*"
    ),
    approved=re.compile(
        r"On (?:the )?[Aa]pproval of (?:the )?(?:Rules|Instructions|Regulations?) (?P<rules>.+)"
    ),
)
