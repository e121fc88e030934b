"""How a command ends."""

CLEAN, PROBLEMS, WRONG_USE = 0, 1, 2
