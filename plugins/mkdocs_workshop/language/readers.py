"""Who has read a translation, in words that pages, papers and packages show. Nothing pretends to have been read."""

from collections.abc import Iterator

from ..model.base import Id
from ..model.release import TranslationReading
from ..reading.curriculum import Curriculum
from ..reading.translation.readings import part_of
from .interface import Catalogue
from .tables import day_words


def readers_of_module(curriculum: Curriculum, say: Catalogue, module: Id) -> str:
    """Who has read the translation of a module, by role, and when.

    Says so where no native reader has, and where words have changed since. Empty in the language of the master.
    """
    return _notice(curriculum, say, module)


def readers_of_rest(curriculum: Curriculum, say: Catalogue) -> str:
    """The same of everything that belongs to no module: programmes, forms, the glossary."""
    return _notice(curriculum, say, None)


def readers_of_all(curriculum: Curriculum, say: Catalogue) -> str:
    """How many modules a native reader has read as they are now: what stands on books and on the first page."""
    if not is_translated(curriculum):
        return ""
    read = sum(any(_is_native(curriculum, reading) for reading in _of(curriculum, id_)) for id_ in curriculum.modules)
    return say("readers.all", read=read, modules=len(curriculum.modules)) if read else say("readers.none")


def is_translated(curriculum: Curriculum) -> bool:
    """Whether the texts are a translation."""
    return bool(curriculum.translated)


def _of(curriculum: Curriculum, module: Id | None) -> Iterator[TranslationReading]:
    """The readings of a module, the earliest first."""
    found = [one for file in curriculum.files if file.kind == "reviews" for one in file.model.translations]
    yield from sorted(
        (one for one in found if one.language == curriculum.language and one.module == module), key=lambda one: one.on
    )


def _is_current(curriculum: Curriculum, reading: TranslationReading) -> bool:
    return reading.text == part_of(curriculum.translated, reading.module).mark


def _is_native(curriculum: Curriculum, reading: TranslationReading) -> bool:
    """Whether somebody whose first language it is has read all of it as it is now."""
    whole = reading.texts is None or reading.texts >= part_of(curriculum.translated, reading.module).texts
    return reading.by == "native-reader" and whole and _is_current(curriculum, reading)


def _notice(curriculum: Curriculum, say: Catalogue, module: Id | None) -> str:
    if not is_translated(curriculum):
        return ""
    readings = list(_of(curriculum, module))
    if not readings:
        return say("readers.none")
    # A day in Russian ends with a full stop of its own.
    listed = "; ".join(_one(curriculum, say, reading) for reading in readings).rstrip(".")
    shown = say("readers.read", list=listed)
    native = any(reading.by == "native-reader" for reading in readings)
    return shown if native else f"{shown} {say('readers.no-native')}"


def _one(curriculum: Curriculum, say: Catalogue, reading: TranslationReading) -> str:
    texts = part_of(curriculum.translated, reading.module).texts
    about = []
    if reading.texts is not None and reading.texts < texts:
        about.append(say("readers.part", read=reading.texts, texts=texts))
    if not _is_current(curriculum, reading):
        about.append(say("readers.changed"))
    words = f"{say(f'readers.by.{reading.by}')}, {day_words(reading.on, say.language)}"
    return f"{words} ({', '.join(about)})" if about else words
