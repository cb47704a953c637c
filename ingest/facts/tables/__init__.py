"""Facts of tables: rows with a header, tables that ran together, labels written as lines."""
