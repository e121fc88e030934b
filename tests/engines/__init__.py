"""The same manual under several site generators, each walked in a browser in the same way."""
