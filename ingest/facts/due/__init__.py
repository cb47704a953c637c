"""When something is due, who owes it, to whom and through whom."""
