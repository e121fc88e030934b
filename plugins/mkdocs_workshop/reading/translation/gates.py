"""What a translation must keep of its English, and what it must not have: problems with a place in the PO file."""

import functools
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ...ground.findings import kept
from ...ground.problems import Kind, Place, Problem
from ..files import shown_path
from ..kinds import Loaded
from . import gates_form, gates_words
from .apply import FOLDER, languages_of
from .found import Found, Pair, Tongue
from .language import initials
from .messages import Message, by_po
from .places import PoPlaces, po_places
from .po import Translation, read_translations
from .tongue import tongue_of

KINDS: Mapping[str, Kind] = {
    "W002": Kind(
        "A translation without a mark of its English, or with one more",
        "Copy the marks in braces from the English; only the words around them change.",
        "warning",
    ),
    "W003": Kind(
        "Other numbers than in the English",
        "Hold the figures against the English. A decimal comma is right; another value is not.",
        "warning",
    ),
    "W004": Kind(
        "Another structure than the English",
        "Keep headings, list items, boxes and table rows as many as in the English.",
        "warning",
    ),
    "W005": Kind("A translation that is the same as its English", "Translate it, or leave it empty.", "warning"),
    "W006": Kind(
        "A word in which two alphabets are mixed",
        "Type the whole word in one alphabet; letters that look alike are not the same for search and for screen readers.",
        "warning",
    ),
    "W007": Kind("A translation in another language", "Check that the text stands in the right PO file.", "warning"),
    "W008": Kind("Straight quotes in a translation", "Use the quotes of the language: «…».", "warning"),
    "W009": Kind("A space before a comma, a stop or a bracket", "Remove the space.", "warning"),
    "W010": Kind(
        "An ending glued to a mark",
        "Write the words that stand in the sentence into the mark: `{term:id|form}`.",
        "warning",
    ),
    "W011": Kind("A context that the curriculum does not have", "Run `workshop translate update`.", "notice"),
    "W030": Kind(
        "A letter that the language does not have",
        "Type it with the keyboard of the language; letters of others look alike and are not found by search.",
        "warning",
    ),
    "W031": Kind(
        "A form in a mark that is not one of its term or title",
        "Write a form of the words that the glossary, or the title, has in this language; or correct the id.",
        "warning",
    ),
    "W033": Kind("A discouraged word in a translation", "Use the preferred word.", "warning"),
    "W034": Kind(
        "A term of the glossary that the translation does not use",
        "Call the thing as the glossary does, so that readers see it is the same one; if a pronoun is meant, leave it.",
        "notice",
    ),
    "W035": Kind(
        "A term that the glossary and its PO file call differently",
        "Choose one name, and write it at both places.",
        "warning",
    ),
    "W036": Kind(
        "Another unit than in the English",
        "Keep the unit; if it must be another one, the number changes too.",
        "warning",
    ),
}

Gate = Callable[[Pair, Tongue], Iterator[Found]]
GATES: tuple[Gate, ...] = (
    gates_form.same_marks,
    gates_form.same_numbers,
    gates_form.same_units,
    gates_form.same_structure,
    gates_form.translated,
    gates_form.one_alphabet,
    gates_form.right_language,
    gates_form.quotes,
    gates_form.spaces,
    gates_form.endings,
    gates_words.forms_fit,
    gates_words.terms_used,
    gates_words.discouraged,
)


def gates(pair: Pair, tongue: Tongue) -> Iterator[Found]:
    """Everything that is wrong with one translation: `Pair("{fact:a} of 5", "5")` has lost a mark."""
    for gate in GATES:
        yield from gate(pair, tongue)


def translation_problems(
    files: Sequence[Loaded],
    folder: Path,
    root: Path,
    languages: Sequence[str] = (),
    keep: Path | None = None,
    wanted: Mapping[str, Sequence[Message]] | None = None,
) -> Iterator[Problem]:
    """The problems of the PO files of a curriculum, of some languages or of all that it has; kept below a folder, file by file.

    `wanted` are the messages of the files, where they are known.
    """
    wanted = by_po(files) if wanted is None else wanted
    english = {name: _digest(map(_said, messages)) for name, messages in wanted.items()} if keep else {}
    for language in languages or languages_of(folder):
        found = {}
        for name in wanted:
            path = folder / FOLDER / language / name
            found[name], problems = read_translations(path, shown_path(path, root))
            yield from problems
        tongue, problems_of_table = tongue_of(language, folder, root, files, wanted, found)
        yield from problems_of_table
        known = _digest([tongue]) if keep else ""
        for name, messages in wanted.items():
            path = folder / FOLDER / language / name
            own = [_in_glossary(message, language) for message in messages if message.file.kind == "glossary"]
            words = _bytes_of(path) if keep else ""
            yield from kept(
                keep,
                f"gates-{language}-{name}",
                (english.get(name), own, words, known, shown_path(path, root)),
                functools.partial(_of_file, messages, found[name], tongue, path, shown_path(path, root)),
            )


def _said(message: Message) -> object:
    """What decides of a message whether its translation is right."""
    return message.context, message.text, message.loc, message.file.kind, message.file.ids


def _digest(values: Iterable[object]) -> str:
    return hashlib.sha256(repr([*values]).encode()).hexdigest()


def _bytes_of(path: Path) -> str:
    """The digest of a PO file; nothing where it can not be read, and so has no translations."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _in_glossary(message: Message, language: str) -> str | None:
    """What the glossary itself calls a term in a language."""
    if message.file.kind != "glossary" or message.loc[-1] != "term":
        return None
    said: str | None = message.file.model.terms[int(message.loc[1])].translated.get(language)
    return said


def _of_file(
    messages: Sequence[Message], found: Mapping[str, Translation], tongue: Tongue, path: Path, shown: str
) -> Iterator[Problem]:
    known = {message.context: message for message in messages}
    places: PoPlaces | None = None
    for context, translation in found.items():
        if not translation.text or translation.fuzzy:
            continue
        if context not in known:
            yield problem("W011", f"there is no text `{context}` any more", translation.place)
            continue
        pair = Pair(translation.english, translation.text, known[context])
        for wrong in (*gates(pair, tongue), *_agreement(pair, tongue)):
            places = places or po_places(path.read_text("utf-8"), shown)
            place = places.place(context, wrong.fragment)
            yield problem(wrong.code, f"{wrong.message} (`{context}`)", place, wrong.advice, places.line(place.line))


def _agreement(pair: Pair, tongue: Tongue) -> Iterator[Found]:
    """The name of a term in the PO file of the glossary, against `languages` in the glossary."""
    message = pair.message
    said = _in_glossary(message, tongue.code) if message else None
    short = {initials(pair.text), initials(said or "")}
    if (
        said
        and not short & {said.lower(), pair.text.lower()}
        and not gates_words.shares_a_stem(pair.text, (said,), tongue.table)
    ):
        yield Found("W035", f"the glossary says `{said}`, its PO file `{pair.text}`")


def problem(code: str, message: str, place: Place, advice: str = "", excerpt: str = "") -> Problem:
    """A problem of a translation.

    `problem("W003", "modules/first-aid.po", place, "...", "")` has the severity and, where none is given, the advice of
    its code.
    """
    return Problem(place, code, message, advice or KINDS[code].advice, KINDS[code].severity, excerpt)
