"""What speaks for and against a candidate, in numbers, and the fitted judge that weighs them."""
