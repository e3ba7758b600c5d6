"""Kazakh: the set phrases of norms."""

from __future__ import annotations

import re

from redline.languages.norm_words import NormWords

_L = "а-яёәғқңөұүһі"
_WORD = "бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|тоқсан|жүз"
_AMOUNT = rf"(?P<amount>\d+(?:,\d+)?|(?:{_WORD})(?: (?:{_WORD}))*)"

NORMS = NormWords(
    times=re.compile(
        rf"\b(?:күнтізбелік )?{_AMOUNT} (?P<unit>(?:жұмыс |күнтізбелік )?"
        rf"(?:күн|ай|жыл|сағат|тәулік|апта|тоқсан)(?!лық)[{_L}]*)"
    ),
    shares=re.compile(rf"\b{_AMOUNT}(?P<unit> пайыз[{_L}]*|%| айлық есептік көрсеткіш[{_L}]*)"),
    negations=re.compile(rf"\b(?P<word>[{_L}]{{3,}}?)(?:[мбп][ае](?:й(?:ды|ді)|уға|уге)| емес)\b"),
    cases=re.compile(rf"\b(?:әкеп соғады|жазаланады|жаста[{_L}]*|жасқа|асқан)\b"),
    opposites=("тыс", "бей"),
    rest=re.compile(r"\b(?:өзге|басқа)(?: де| да)? "),
    approved=re.compile(r"(?P<rules>.+) (?:қағидаларын|нұсқаулығын|ережесін|әдістемесін) бекіту(?: туралы)?"),
)
