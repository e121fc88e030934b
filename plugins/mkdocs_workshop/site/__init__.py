"""What a browser gets: pages, theme, search, the copy for a stick and for a phone."""
