"""HTML redlines of generated packages: whatever was done, the two views are the two Acts."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings

import redline
from redline.render.html_redline import render_html_redline
from tests.html_reading import base_and_consolidated, text_of_act
from tests.property.generated import packages
from tests.property.test_laws import load


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(packages())
def test_the_views_of_a_page_are_the_base_and_the_consolidated_act(
    package: tuple[str, dict[str, Any]],
) -> None:
    data, spec = package
    act = redline.load_act(data.encode())
    try:
        marked = redline.amend(load(act, spec))["a"]
    except redline.AmendmentErrors:
        return
    page = render_html_redline(marked).decode("utf-8")
    assert base_and_consolidated(page) == (text_of_act(marked.base), text_of_act(marked.after()))
