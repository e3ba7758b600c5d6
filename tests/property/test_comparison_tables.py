"""The laws of comparison tables, on generated Acts and specs."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import redline
from redline.render.table.table import comparison_table
from tests.property.generated import packages
from tests.property.test_laws import SETTINGS, load
from tests.table_laws import breaches


@SETTINGS
@given(packages(), st.sampled_from([0, 1, "all"]), st.sampled_from(["element", "article"]))
def test_a_table_shows_all_that_changed_and_quotes_both_texts(
    package: tuple[str, dict[str, Any]], context: Any, rows: Any
) -> None:
    data, spec = package
    try:
        amended = redline.amend(load(redline.load_act(data.encode()), spec))
    except redline.AmendmentErrors:
        return
    assert breaches(comparison_table(amended, context=context, rows=rows), amended) == []
