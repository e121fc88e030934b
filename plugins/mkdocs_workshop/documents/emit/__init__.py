"""Trees to bytes: PDF by typst, Word, PowerPoint, pages, books for phones. Nothing here knows what a module is."""
