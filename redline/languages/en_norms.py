"""English: the set phrases of norms."""

from __future__ import annotations

import re

from redline.languages.norm_words import NormWords

_WORD = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred"
)
_AMOUNT = rf"(?P<amount>\d+(?:\.\d+)?|(?:{_WORD})(?:[- ](?:{_WORD}))?)"

NORMS = NormWords(
    times=re.compile(
        rf"\b{_AMOUNT} (?P<unit>(?:working |calendar |business )?(?:days?|months?|years?|hours?|weeks?))\b"
    ),
    shares=re.compile(rf"\b{_AMOUNT}(?P<unit> per ?cent\b|%| monthly calculation ind(?:ex|ices))"),
    negations=re.compile(
        r"\b(?:not|no) (?!less|more|later|earlier|fewer|longer|only|exceed)(?P<word>[a-z]+)"
    ),
    cases=re.compile(r"\b(?:liable to|punishable|imprisonment|aged?|attained|older|younger)\b"),
    opposites=("un", "non-", "in"),
    rest=re.compile(r"\bother (?:functions|powers|rights|duties|cases)\b"),
    approved=re.compile(
        r"On (?:the )?[Aa]pproval of (?:the )?(?:Rules|Instructions|Regulations?) (?P<rules>.+)"
    ),
)
