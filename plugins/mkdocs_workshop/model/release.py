"""What must happen before a text may leave the curriculum, and who has read what."""

from typing import Annotated

from pydantic import Field

from .base import Date, Id, Many, Part


class Release(Part):
    """When a text may be shown."""

    after: Annotated[Many[Id], Field(min_length=1)]
    """Kinds of readers, all of whom must have read it: `[prosecutor, lawyer, community]`."""


class Review(Part):
    """One reading of one text."""

    file: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9/-]*\.yml$")]
    """The file that was read, below the curriculum: `modules/safe-search/cases/night-shift.yml`."""
    by: Id
    """Who read it, by role: `prosecutor`. Never a name."""
    on: Date
    """The day on which it was read."""
    text: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
    """Which text was read: the mark that `workshop waiting` prints. After any change of the file it must be read again."""


class Reviews(Part):
    """`reviews.yml`: which texts were read by whom before they were released."""

    reviews: Many[Review]
    """In any order."""
