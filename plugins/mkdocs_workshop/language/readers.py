"""Who has read a translation, in words that pages, papers and packages show. Nothing pretends to have been read."""

from ..model.base import Id
from ..model.release import TranslationReview
from ..reading.curriculum import Curriculum
from ..reading.translation.readings import PartState
from ..reading.translation.status import NATIVE
from .interface import Catalogue
from .tables import day_words


def readers_of_module(curriculum: Curriculum, say: Catalogue, module: Id) -> str:
    """Who has read the translation of a module, by role, and when.

    Says so where no native reader has, and where words have changed since. Empty in the language of the master.

    In English it begins with "Translation read: "; the words are those of the interface.
    """
    return readers_of_file(curriculum, say, f"modules/{module}.po")


def readers_of_file(curriculum: Curriculum, say: Catalogue, file: str) -> str:
    """The same of a PO file: `instruments/evaluation.po`."""
    if not is_translated(curriculum):
        return ""
    readings = _of(curriculum, file)
    if not readings:
        return say("readers.none")
    # A day in Russian ends with a full stop of its own.
    listed = "; ".join(_one(curriculum, say, reading) for reading in readings).rstrip(".")
    shown = say("readers.read", list=listed)
    native = any(reading.by == NATIVE for reading in readings)
    return shown if native else f"{shown} {say('readers.no-native')}"


def readers_of_rest(curriculum: Curriculum, say: Catalogue) -> str:
    """The same of everything that belongs to no module: one file that nobody has read is enough to say so."""
    files = [name for name in curriculum.translated if not name.startswith("modules/")]
    if not files or all(_native(curriculum, name) for name in files):
        latest = max(files, key=lambda name: max(one.on for one in _of(curriculum, name)), default="")
        return readers_of_file(curriculum, say, latest) if latest else ""
    return say("readers.none")


def readers_of_all(curriculum: Curriculum, say: Catalogue) -> str:
    """How many modules a native reader has read as they are now: what stands on books and on the first page."""
    if not is_translated(curriculum):
        return ""
    read = sum(_native(curriculum, f"modules/{id_}.po") for id_ in curriculum.modules)
    return say("readers.all", read=read, modules=len(curriculum.modules)) if read else say("readers.none")


def is_translated(curriculum: Curriculum) -> bool:
    """Whether the texts are a translation."""
    return bool(curriculum.translated)


def _of(curriculum: Curriculum, file: str) -> list[TranslationReview]:
    """The readings of a PO file, the earliest first."""
    found = [one for held in curriculum.files if held.kind == "reviews" for one in held.model.translations]
    return sorted(
        (one for one in found if one.language == curriculum.language and one.file == file), key=lambda one: one.on
    )


def _state(curriculum: Curriculum, file: str) -> PartState:
    return curriculum.translated.get(file, PartState(0, 0, ""))


def _native(curriculum: Curriculum, file: str) -> bool:
    """Whether somebody whose first language it is has read all of it as it is now."""
    state = _state(curriculum, file)
    return any(one.by == NATIVE and one.read >= state.texts and one.text == state.mark for one in _of(curriculum, file))


def _one(curriculum: Curriculum, say: Catalogue, reading: TranslationReview) -> str:
    state = _state(curriculum, reading.file)
    about = []
    if reading.read < state.texts:
        about.append(say("readers.part", read=reading.read, texts=state.texts))
    if reading.text != state.mark:
        about.append(say("readers.changed"))
    who = say("readers.by.native-reader" if reading.by == NATIVE else "readers.by.expert")
    words = f"{who}, {day_words(reading.on, say.language)}"
    return f"{words} ({', '.join(about)})" if about else words
