"""The larger commands, each in a file of its own."""
