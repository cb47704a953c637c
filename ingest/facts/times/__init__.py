"""Times in sentences and cells, and their one normal form."""
