"""A PO file is one more source: the texts of a curriculum in another language."""
