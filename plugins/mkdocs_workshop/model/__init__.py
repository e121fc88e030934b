"""The vocabulary of a curriculum, one small file for each family of words."""
