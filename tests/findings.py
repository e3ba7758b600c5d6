"""What an amended Act adds to the findings of its base: nothing, by the law that all outputs are held to."""

from __future__ import annotations

from collections import Counter

import redline
from redline.validate import findings_in


def findings_added(base: redline.Act, after: redline.Act) -> list[str]:
    """The findings of the consolidated Act beyond those of its base, as sentences.

    Those of one rule may be as many as in the base, and what the base says of itself (an empty `meta`) a new
    annex may say too.
    """
    before = list(findings_in(base))
    allowed = Counter(finding.rule for finding in before)
    said = {(finding.rule, finding.text) for finding in before}
    added: list[str] = []
    # New identifiers follow the Act's own scheme: where that is not the convention's, theirs are not either.
    of_its_own = "eid-convention" in allowed
    for finding in findings_in(redline.load_act(after.to_bytes())):
        if of_its_own and finding.rule == "eid-convention":
            continue
        allowed[finding.rule] -= 1
        if allowed[finding.rule] < 0 and (finding.rule, finding.text) not in said:
            added.append(f"{finding.rule}: {finding.text}")
    return added
