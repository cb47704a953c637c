"""Who does what: roles, actors carried from headings, assignments."""
