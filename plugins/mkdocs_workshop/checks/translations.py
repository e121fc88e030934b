"""Translations that do not fit their place: the rules about room and letters, asked of each language, told in its PO file.

Russian is a fifth longer than English; what fits on a slide in one language is cut off in another.
"""

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from ..ground.findings import kept
from ..ground.problems import Kind, Problem
from ..reading.curriculum import Curriculum, relinked
from ..reading.files import shown_path
from ..reading.kinds import Loaded
from ..reading.translation.apply import FOLDER, languages_of, translate, usable
from ..reading.translation.messages import Message, by_po
from ..reading.translation.places import po_places
from ..reading.translation.po import read_translations
from ..reading.translation.readings import Spoken
from . import cues, paper, slides, teaching
from .finding import Finding

KINDS: Mapping[str, Kind] = {
    "W032": Kind(
        "A translation that does not fit its place",
        "Say it with fewer words: begin with what the English says twice. Do not shorten figures, limits or marks.",
        "warning",
    ),
}
ROOM: tuple[Callable[[Curriculum], Iterator[Finding]], ...] = (
    teaching.slide_words,
    slides.slide_fits,
    slides.figure_fits,
    cues.say_short,
    cues.objection_short,
    cues.answer_short,
    paper.letters,
    paper.wide_tables,
    paper.long_words,
)
"""Rules about room and letters."""


def unfit_translations(
    files: Sequence[Loaded], folder: Path, root: Path, languages: Sequence[str] = (), keep: Path | None = None
) -> Iterator[Problem]:
    """What does not fit in some languages or in all that a curriculum has, where it fits in English.

    It is kept below a folder for each language, and sought again when a file of the master or of that language has changed.
    """
    english: set[tuple[object, ...]] | None = None

    def fits_not_in(language: str) -> Iterator[Problem]:
        nonlocal english
        translated = translate(files, folder, root, language)
        found = list(_findings(relinked(translated.files, Spoken(language, "en", translated.missing), {})))
        if found and english is None:
            english = {_key(finding) for finding in _findings(relinked(files, Spoken("en", "en"), {}))}
        found = [finding for finding in found if _key(finding) not in (english or ())]
        if found:
            yield from _at_their_places(found, files, folder, root, language)

    # The data, not the text: words of one's own may stand in it. Pictures lie beside the file of their figure.
    texts = [
        (file.source.path, file.kind, file.ids, file.source.data, file.model if file.kind == "figure" else None)
        for file in files
        if keep
    ]
    for language in languages or languages_of(folder):
        words = (
            [(path, path.read_bytes()) for path in sorted((folder / FOLDER / language).rglob("*.po"))] if keep else []
        )
        said = (str(folder), str(root), texts, [(str(path), text) for path, text in words])
        yield from kept(keep, f"room-{language}", said, functools.partial(fits_not_in, language))


def _findings(curriculum: Curriculum) -> Iterator[Finding]:
    for rule in ROOM:
        yield from rule(curriculum)


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.file.source.path, finding.loc


def _at_their_places(
    found: Sequence[Finding], files: Sequence[Loaded], folder: Path, root: Path, language: str
) -> Iterator[Problem]:
    messages = [(name, message) for name, wanted in by_po(files).items() for message in wanted]
    for finding in found:
        about = [(name, message) for name, message in messages if _is_of(message, finding)]
        for name in dict.fromkeys(name for name, _ in about):
            path = folder / FOLDER / language / name
            shown = shown_path(path, root)
            translations, _ = read_translations(path, shown)
            first = next((m for n, m in about if n == name and usable(m, translations)), None)
            if first is None:
                continue
            places = po_places(path.read_text("utf-8"), shown)
            place = places.place(first.context, finding.fragment)
            advice = finding.advice or KINDS["W032"].advice
            message = f"{finding.message} in `{language}` (`{first.context}`)"
            yield Problem(place, "W032", message, advice, "warning", places.line(place.line))


def _is_of(message: Message, finding: Finding) -> bool:
    """Whether a finding is about a text or about what the text stands in; that of a drawing on a slide is about the drawing."""
    if finding.loc[-1:] == ("figure",):
        slide = finding.file.model.slides[int(finding.loc[1])]
        return message.file.kind == "figure" and message.file.ids[-1] == slide.figure
    return message.file.source.path == finding.file.source.path and message.loc[: len(finding.loc)] == finding.loc
