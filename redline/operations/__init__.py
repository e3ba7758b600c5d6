"""The operations of the spec language, one file per verb: the keys it takes and the edits it plans."""
