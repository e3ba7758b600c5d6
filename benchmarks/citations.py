"""Every provision of an Act cited in a language and read again: how many citations name the same provision.

Usage: python benchmarks/citations.py ACT.xml [LANGUAGE]

Prints how many provisions there are, how many citations name theirs, how many are refused, how many name
another (there must be none), and the seconds it took.
"""

from __future__ import annotations

import sys
import time
from collections import Counter

import redline
from redline.addresses.cite import cite
from redline.akn.structure import all_units
from redline.akn.working import WorkingAct
from redline.show.naming import Addresses


def main(path: str, language: str = "ru") -> None:
    """Measure one Act and print the figures."""
    addresses = Addresses(WorkingAct(redline.load_act(path)))
    began = time.perf_counter()
    verdicts: Counter[str] = Counter()
    for unit in all_units(addresses.working.document, addresses.view):
        citation = cite(unit, addresses.view, language)
        try:
            found = [target.element for target in addresses.find(citation)]
        except redline.RedlineError as error:
            verdicts[error.slug] += 1
            print("refused:", citation, error.slug)
        else:
            verdicts["same" if found == [unit] else "another"] += 1
    print(f"{verdicts.total()} provisions in {time.perf_counter() - began:.0f} s: {dict(verdicts)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
