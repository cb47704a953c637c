"""How much: targets with comparator, unit, subject and condition."""
