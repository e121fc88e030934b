"""What can go wrong with a document."""


class PressError(Exception):
    """A document that can not be set; the message says which one and why."""
