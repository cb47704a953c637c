"""The documents that a document cites: mentions, and the references they are folded into."""
