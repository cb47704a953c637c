"""How a question is answered: facts first, passages second, a language model last."""
