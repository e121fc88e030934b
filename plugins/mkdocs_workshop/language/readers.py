"""Who has read a translation, in words that pages, papers and packages show. Nothing pretends to have been read."""

from collections.abc import Iterator

from ..model.base import Id
from ..model.release import TranslationReview
from ..reading.curriculum import Curriculum
from ..reading.translation.readings import PartState, of_module
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


NATIVE = "native-reader"
"""The role of somebody whose first language it is; any other role is that of an expert."""


def _of(curriculum: Curriculum, module: Id | None) -> Iterator[TranslationReview]:
    """The readings of a module, the earliest first; of everything that belongs to no module, if there is none."""
    found = [one for file in curriculum.files if file.kind == "reviews" for one in file.model.translations]
    yield from sorted(
        (one for one in found if one.language == curriculum.language and of_module(one.file) == module),
        key=lambda one: one.on,
    )


def _state(curriculum: Curriculum, reading: TranslationReview) -> PartState:
    return curriculum.translated.get(reading.file, PartState(0, 0, ""))


def _is_native(curriculum: Curriculum, reading: TranslationReview) -> bool:
    """Whether somebody whose first language it is has read all of a file as it is now."""
    state = _state(curriculum, reading)
    return reading.by == NATIVE and reading.read >= state.texts and reading.text == state.mark


def _notice(curriculum: Curriculum, say: Catalogue, module: Id | None) -> str:
    if not is_translated(curriculum):
        return ""
    readings = list(_of(curriculum, module))
    if not readings:
        return say("readers.none")
    # A day in Russian ends with a full stop of its own.
    listed = "; ".join(dict.fromkeys(_one(curriculum, say, reading) for reading in readings)).rstrip(".")
    shown = say("readers.read", list=listed)
    native = any(reading.by == NATIVE for reading in readings)
    return shown if native else f"{shown} {say('readers.no-native')}"


def _one(curriculum: Curriculum, say: Catalogue, reading: TranslationReview) -> str:
    state = _state(curriculum, reading)
    about = []
    if reading.read < state.texts:
        about.append(say("readers.part", read=reading.read, texts=state.texts))
    if reading.text != state.mark:
        about.append(say("readers.changed"))
    role = NATIVE if reading.by == NATIVE else "expert"
    words = f"{say(f'readers.by.{role}')}, {day_words(reading.on, say.language)}"
    return f"{words} ({', '.join(about)})" if about else words
