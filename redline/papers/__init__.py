"""Papers that are no Acts: what a paper says, as plain data, and one writer for each format of file."""
