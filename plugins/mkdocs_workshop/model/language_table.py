"""How a language is written, as far as translations into it are checked: data, so that a new language needs no code."""

from typing import Annotated

from pydantic import Field

from .base import Many, Part


class LanguageTable(Part):
    """`locales/<id>/language.yml`: what the checks of translations must know of a language."""

    name: str
    """Its English name: `Kazakh`. It stands in problems."""
    letters: Annotated[str, Field(min_length=1)]
    """Its alphabet, small letters."""
    own: str = ""
    """Letters that its neighbours lack: a long text without any of them is in another language."""
    foreign: str = ""
    """Letters of neighbours that stand in names at most: a text full of them is in another language."""
    common: Many[str] = ()
    """Small words that every long text has. For languages whose letters tell nothing."""
    quotes: Annotated[str | None, Field(min_length=2, max_length=2)] = None
    """Its quotes, `«»`. If given, straight ones are reported."""
    numbers: dict[str, Many[str]] = Field(default_factory=dict)
    """How small numbers begin when they are written in words: `{"2": [втор, два, две]}`."""
    units: dict[str, Many[str]] = Field(default_factory=dict)
    """How units begin, by their English beginning: `{minute: [мин], "%": ["%", процент]}`."""
    changing: dict[str, str] = Field(default_factory=dict)
    """Letters that change where an ending begins: `{ғ: қ}`. Words are compared without this difference."""
