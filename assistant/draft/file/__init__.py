"""The draft as a Word file by the measures of the official format."""
