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


class TranslationReview(Part):
    """One reading of the translations of one file. `workshop translate import` writes it."""

    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]
    """Which language was read; that of the master where the English itself was read."""
    file: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9/-]*\.po$")]
    """The PO file that was read, below the folder of the language: `modules/safe-search.po`."""
    by: Id
    """Who read it, by role: `native-reader`, `lawyer`. Never a name."""
    on: Date
    """The day on which it was read."""
    read: int
    """How many texts came back."""
    changed: int = 0
    """How many of them were changed."""
    comments: int = 0
    """How many have a comment."""
    text: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
    """Which words were read: the mark of the translations as they stood after the reading."""


class Reviews(Part):
    """`reviews.yml`: which texts were read by whom before they were released."""

    reviews: Many[Review] = ()
    """In any order."""
    translations: Many[TranslationReview] = ()
    """Readings of translations, in any order."""
