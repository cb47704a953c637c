"""The language of plans: task verbs, sentences, numbers and what bounds them, the lines as the extractors see them."""
