"""What a translation of the interface must keep: every word, and in it everything that is filled in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from ..ground.problems import Kind, Place, Problem

KINDS: Mapping[str, Kind] = {
    "W037": Kind(
        "A word of the interface that fills in other things than its English",
        "Keep each `{name}` of the English; only the words around it change.",
        "warning",
    ),
    "W038": Kind(
        "A word of the interface that is not translated", "Translate it; until then readers see English.", "warning"
    ),
}
_FILLED_IN = re.compile(r"\{[a-z_]+\}")


def catalogue_problems(languages: Sequence[str]) -> Iterator[Problem]:
    """The problems of the catalogues that come with the package, of those languages that have one."""
    folder = files(__package__) / "locales"
    template = (folder / "interface.pot").read_bytes().decode("utf-8")
    for language in languages:
        path = folder / f"{language}.po"
        if path.is_file():
            yield from catalogue_gates(template, path.read_text("utf-8"), f"{language}.po")


def catalogue_gates(template: str, translated: str, shown: str) -> Iterator[Problem]:
    """The problems of a catalogue against its template, both as the text of their files.

    A msgid "{n} people" whose Russian words have no `{n}` gives a problem with the line of the PO file.
    """
    english = {m.context: m for m in read_po(template.splitlines(keepends=True)) if m.context}
    words = {m.context: m for m in read_po(translated.splitlines(keepends=True)) if m.context}
    for key, message in english.items():
        found = words.get(key)
        forms = _forms(found) if found is not None else []
        place = Place(shown, found.lineno or 1) if found is not None else Place(shown)
        if found is None or not forms or not all(forms):
            yield _problem("W038", f"`{key}` is not translated", place)
            continue
        every = {name for form in _english(message) for name in _FILLED_IN.findall(form)}
        # The form for one may leave the number out: "a day".
        for form in forms:
            for name in sorted(set(_FILLED_IN.findall(form)) - every):
                yield _problem("W037", f"`{name}` of `{key}` is not in the English", place)
        for name in sorted(set(_FILLED_IN.findall(_english(message)[-1])) - set(_FILLED_IN.findall(forms[-1]))):
            yield _problem("W037", f"`{name}` of `{key}` is lost", place)


def _english(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def _forms(message: Message) -> list[str]:
    string = message.string
    return [str(form or "") for form in (string if isinstance(string, list | tuple) else [string])]


def _problem(code: str, message: str, place: Place) -> Problem:
    return Problem(place, code, message, KINDS[code].advice, KINDS[code].severity)
