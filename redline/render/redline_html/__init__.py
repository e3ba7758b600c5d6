"""The parts of the HTML redline: the text with both its versions, the outline, the operations, the tools."""
