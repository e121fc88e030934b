"""Papers without names: somebody of each group who is not known yet."""

from ..edition import Edition
from .tree.people import BLANK, Person


def blanks(edition: Edition) -> list[Person]:
    """Somebody without a name of each group; one of none where the manual knows no groups."""
    return [Person("", group=group) for group in edition.audiences.values()] or [BLANK]
