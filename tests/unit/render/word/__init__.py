"""Word documents, read by a reader of the tests' own."""
