"""The parent as the unit sees it: whom each clause charges, and whether that is the unit."""
