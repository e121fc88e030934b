"""Interface words from gettext catalogues.

`locales/interface.pot` holds every word with a key as its context and the English word as its text; `locales/<language>.po`
holds translations. A key without a translation shows the English word.
"""

import functools
import gettext
import io
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from ..ground.doors import document_kinds
from ..ground.typography import typographic


@dataclass(frozen=True)
class Catalogue:
    """The interface words of one language. They are read when the first one is asked for: many a check asks for none."""

    language: str

    @functools.cached_property
    def english(self) -> Mapping[str, tuple[str, ...]]:
        """By key: one form, or singular and plural where something is counted."""
        english = dict(_template())
        for kind in document_kinds():
            english.setdefault(f"download.kind.{kind.kind}", (kind.words.get(self.language, kind.words["en"]),))
            english.setdefault(f"download.format.{kind.format}", (kind.format.upper(),))
        return english

    @functools.cached_property
    def translations(self) -> gettext.NullTranslations:
        """What is translated; nothing for a language without a catalogue."""
        return _translations(self.language)

    def __call__(self, key: str, **values: object) -> str:
        """The words of a key, with `{name}` replaced; `n` chooses the plural. Raises KeyError for an unknown key."""
        forms = self.english[key]
        if len(forms) == 1:
            words = _set(self.translations.pgettext(key, forms[0]), self.language)
        else:
            words = _set(self.translations.npgettext(key, forms[0], forms[1], int(str(values["n"]))), self.language)
        return words.format(**values) if values else words


@functools.cache
def _set(words: str, language: str) -> str:
    return typographic(words, language)


@functools.cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language; English where there is none. `catalogue("ru")("nav.modules")` is "Модули"."""
    return Catalogue(language)


@functools.cache
def _template() -> Mapping[str, tuple[str, ...]]:
    """The English words by their keys."""
    with (files(__package__) / "locales" / "interface.pot").open("rb") as file:
        template = read_po(file)
    return {
        message.context: (message.id,) if isinstance(message.id, str) else tuple(message.id)
        for message in template
        if message.context
    }


def _translations(language: str) -> gettext.NullTranslations:
    path = files(__package__) / "locales" / f"{language}.po"
    if not path.is_file():
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
