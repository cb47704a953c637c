"""A unit's plan from its parent's plan: outline, narrowing, assignment, trace, coverage, Word file."""
