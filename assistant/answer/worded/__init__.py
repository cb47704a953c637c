"""A language model words the evidence; what it says is checked before anybody reads it."""
