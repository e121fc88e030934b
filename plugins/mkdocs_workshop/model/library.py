"""What a curriculum takes from another one, and which of its texts it says in its own words."""

from typing import Annotated

from pydantic import Field

from .base import Id, Many, Markdown, Part


class AudienceHere(Part):
    """How an audience of the base is called in this curriculum."""

    theirs: Id
    """The id that the modules of the base name."""
    ours: Id
    """The id of one of your own `audiences`. Two of theirs may become one of yours: their variants of a case then stand together."""


class Base(Part):
    """Another curriculum whose modules this one takes."""

    curriculum: Annotated[str, Field(min_length=1)]
    """Its folder, relative to the project, or the name of an installed Python package that holds a folder `curriculum`."""
    include: Annotated[Many[Id], Field(min_length=1)]
    """The modules to take. Facts, sources, glossary and country sheets come along."""
    audiences: Many[AudienceHere] = ()
    """Audiences that have another id here. All others must be there under the id that the base gives them."""


class Replacement(Part):
    """One text of the base in other words."""

    file: Annotated[str, Field(min_length=1)]
    """A file of the base: `modules/referral-schemes/reading.yml`."""
    at: Annotated[str, Field(pattern=r"^[^/\s]+(/[^/\s]+)*$")]
    """Where the text stands in it: keys, and ids in place of numbers: `sections/what-it-is/text`."""
    text: Markdown
    """The new words."""


class Overrides(Part):
    """`overrides.yml`: texts of the base in words of one's own."""

    replace: Annotated[Many[Replacement], Field(min_length=1)]
    """One entry for each text."""
