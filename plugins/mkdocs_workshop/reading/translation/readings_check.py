"""What is wrong with the entries on who has read a translation, held against its words as they are now."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ...ground.problems import Kind, Problem, did_you_mean
from ..kinds import Loaded
from .apply import translate
from .folder import languages_of
from .messages import by_po
from .readings import PartState

KINDS: Mapping[str, Kind] = {
    "W018": Kind(
        "A reading of a translation that is not there",
        "Correct `language` or `file`, or take the entry away.",
    ),
    "W019": Kind(
        "A translation that has changed since it was read",
        "Have what changed read again, and write the new mark. Until then papers say that it has changed.",
        "notice",
    ),
}


def reading_problems(files: Sequence[Loaded], folder: Path, root: Path) -> Iterator[Problem]:
    """Each entry of `translations` in `reviews.yml` that fits no translation, or no longer the words that were read."""
    reviews = next((file for file in files if file.kind == "reviews"), None)
    if reviews is None or not reviews.model.translations:
        return
    languages = languages_of(folder)
    master = next((file.model.language for file in files if file.kind == "curriculum"), "en")
    names = [*by_po(files)]
    states = {
        language: translate(files, folder, root, language).parts
        for language in languages
        if any(reading.language == language for reading in reviews.model.translations)
    }
    for index, reading in enumerate(reviews.model.translations):
        if reading.file not in names:
            message = f"there is no PO file `{reading.file}`"
            yield _problem(reviews, "W018", index, "file", message, did_you_mean(reading.file, names))
        elif reading.language == master:
            continue
        elif reading.language not in states:
            message = f"there is no translation into `{reading.language}`"
            yield _problem(reviews, "W018", index, "language", message, did_you_mean(reading.language, languages))
        else:
            yield from _changed(reviews, index, states[reading.language])


def _changed(reviews: Loaded, index: int, parts: Mapping[str, PartState]) -> Iterator[Problem]:
    reading = reviews.model.translations[index]
    now = parts[reading.file].mark
    if reading.text != now:
        message = f"the words of `{reading.file}` in `{reading.language}` have changed since; their mark is now `{now}`"
        yield _problem(reviews, "W019", index, "text", message, "")


def _problem(reviews: Loaded, code: str, index: int, key: str, message: str, advice: str) -> Problem:
    place = reviews.source.place(("translations", index, key))
    kind = KINDS[code]
    return Problem(place, code, message, advice or kind.advice, kind.severity, reviews.source.line(place.line))
