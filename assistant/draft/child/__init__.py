"""The paragraphs of the unit's plan: clauses narrowed, assigned, cited, put in order and numbered."""
