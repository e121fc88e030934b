"""The way of a text to a person who has only Word, and back: `workshop translate review` and `import`."""
