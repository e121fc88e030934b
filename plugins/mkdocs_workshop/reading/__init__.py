"""From the files of a folder to one linked curriculum: YAML, the marks in texts, ids, modules of another curriculum."""
