"""How the reader in ``vectorstore/reader_model`` was made: texts, questions, network, lessons, export."""
