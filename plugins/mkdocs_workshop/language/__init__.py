"""Words of the interface, and facts, sources and blanks in plain words."""
