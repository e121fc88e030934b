"""How a command ends."""

CLEAN, PROBLEMS, WRONG_USE = 0, 1, 2


class WrongUse(Exception):
    """The command was asked for something that it can not do; the message says what to do instead."""
