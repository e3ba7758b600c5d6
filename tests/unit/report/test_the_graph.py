"""The graph of references: each document stands in the row of its level, and few arrows run behind others."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from redline.report.placing import places_of, rows_of

LEVELS = st.lists(st.integers(0, 5), min_size=1, max_size=12)


@settings(deadline=None)
@given(LEVELS, st.data())
def test_each_document_has_a_place_of_its_own_in_the_row_of_its_level(
    levels: list[int], data: st.DataObject
) -> None:
    nodes = st.integers(0, len(levels) - 1)
    arrows = data.draw(st.sets(st.tuples(nodes, nodes).filter(lambda pair: pair[0] != pair[1]), max_size=8))
    rows = rows_of(levels)
    places = places_of(rows, arrows)
    assert sorted(node for row in rows for node in row) == sorted(places) == list(range(len(levels)))
    assert len(set(places.values())) == len(levels)
    assert all(0 <= across <= 1 for across, _ in places.values())
    for one in places:
        for other in places:
            if levels[one] < levels[other]:
                assert places[one][1] < places[other][1], "the higher stands above the lower"


def test_arrows_between_documents_under_each_other_do_not_run_behind_the_one_between() -> None:
    places = places_of(rows_of([0, 1, 2]), [(2, 0)])
    middle = places[1][0]
    beside = (places[2][0] + places[0][0]) / 2
    assert abs(middle - beside) > 0.2
