"""How a command ends: its exit status, and what is raised where it can not do what it was asked for."""

CLEAN, PROBLEMS, WRONG_USE = 0, 1, 2
"""The exit statuses: nothing to say; mistakes in the files, or something in the way; a wish that makes no sense."""


class WrongUse(Exception):
    """The command was asked for something that it can not do; the message says what to do instead. Exit status 2."""


class NotDone(Exception):
    """Something was in the way, such as a full disk; the message says what. Exit status 1."""


def not_written(error: OSError, path: object) -> NotDone:
    """What to raise for a file that can not be written; `path` is named where the error names no file."""
    return NotDone(f"{error.filename or path} can not be written: {error.strerror}.")
