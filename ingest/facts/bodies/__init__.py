"""Who acts: agencies by the grammar of their names, and whoever is named by common nouns."""
