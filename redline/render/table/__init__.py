"""The comparison table: computed once from the marked Acts, written down by one renderer for each format.

`places` says in which structural element each block stands, `rows` which changes share a row, `names` what
its elements are called, `elision` what of the unchanged surroundings is shown, `sides` how that reads in each
of the two texts, and `table` puts the whole together.
"""
