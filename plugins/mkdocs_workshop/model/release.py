"""What must happen before a text may leave the curriculum, and who has read what."""

from typing import Annotated, Literal

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


class TranslationReading(Part):
    """One reading of a translation by somebody who knows the language."""

    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    """`ru`, `kk`, ..."""
    module: Id | None = None
    """The module that was read. Left out: everything that belongs to no module, such as programmes, forms and the glossary."""
    by: Literal["native-reader", "expert"]
    """Who read it: somebody whose first language it is, or somebody who knows the subject. Never a name."""
    on: Date
    """The day on which it was read."""
    text: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
    """Which words were read: the mark that `workshop translate status` prints. After any change of them readers are told so."""
    texts: Annotated[int, Field(ge=1)] | None = None
    """How many texts were read, where it was not all of them."""


class Reviews(Part):
    """`reviews.yml`: who has read which texts before they were released, and who has read which translation."""

    reviews: Many[Review] = ()
    """In any order."""
    translations: Many[TranslationReading] = ()
    """In any order. Papers and pages of a translation say who has read it; without an entry they say that nobody has."""
