"""What a document is, as plain data: blocks of text, and the parts of papers, books, forms, slides."""
