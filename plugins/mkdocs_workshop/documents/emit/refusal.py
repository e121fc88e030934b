"""What can go wrong with a document."""

from collections.abc import Sequence

from ...ground.problems import Problem, in_full


class PressError(Exception):
    """A document that can not be set; the message says which one and why."""


class TooManyPages(PressError):
    """A document that takes more pages than its paper has."""

    def __init__(self, name: str, pages: int, most: int) -> None:
        super().__init__(f"{name} takes {pages} pages, but its paper has {most}")
        self.name, self.pages, self.most = name, pages, most

    def __reduce__(self) -> tuple[type["TooManyPages"], tuple[str, int, int]]:
        """How it comes back from another process: an error is handed over by its message alone."""
        return TooManyPages, (self.name, self.pages, self.most)


class Unprintable(PressError):
    """Papers that their authors have to change, all at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n\n".join(map(in_full, problems)))
        self.problems = problems
