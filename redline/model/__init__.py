"""Plain frozen data that the stages hand to each other: no XML, no input or output."""
