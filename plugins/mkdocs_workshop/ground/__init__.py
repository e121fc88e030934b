"""What every room stands on: problems, artifacts, the cache, archives, fonts and the widths of letters. Knows nothing of teaching."""
