"""The candidate answers, one file a kind of question: who, when, how many, which documents, what a section says."""
