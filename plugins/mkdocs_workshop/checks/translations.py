"""Translations that do not fit their place: the rules about room and letters, asked of each language, told in its PO file.

Russian is a fifth longer than English; what fits on a slide in one language is cut off in another.
"""

import functools
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ..ground.findings import kept
from ..ground.problems import Kind, Problem
from ..reading.curriculum import Curriculum, relinked
from ..reading.files import shown_path
from ..reading.kinds import Loaded
from ..reading.translation.apply import translate, usable
from ..reading.translation.folder import FOLDER, languages_of
from ..reading.translation.messages import Message, by_po, po_name
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
Rule = Callable[[Curriculum], Iterator[Finding]]
TEXTS: tuple[Rule, ...] = (
    teaching.slide_words,
    cues.say_short,
    cues.objection_short,
    cues.answer_short,
    paper.letters,
    paper.wide_tables,
    paper.long_words,
)
"""Rules about room and letters that look at the texts of one file as they stand in it."""
SLIDES: tuple[Rule, ...] = (slides.slide_fits, slides.figure_fits)
"""Rules about slides: on them stand drawings, and words of other files that their texts name."""


def unfit_translations(
    files: Sequence[Loaded],
    folder: Path,
    root: Path,
    languages: Sequence[str] = (),
    keep: Path | None = None,
    wanted: Mapping[str, Sequence[Message]] | None = None,
) -> Iterator[Problem]:
    """What does not fit in some languages or in all that a curriculum has, where it fits in English.

    It is kept below a folder for each PO file: of texts until one of its own files changes or the PO file, of slides also until
    something changes that texts of other files can name, or another PO file of that language. `wanted` are the messages of the
    files, where they are known.
    """
    wanted = by_po(files) if wanted is None else wanted
    parts: dict[str, list[Loaded]] = {}
    for file in files:
        parts.setdefault(po_name(file), []).append(file)
    named = [_named(file) for file in files] if keep else []
    for language in languages or languages_of(folder):
        paths = sorted((folder / FOLDER / language).rglob("*.po")) if keep else []
        words = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
        of_all = (str(folder), str(root), language)
        rest = (*of_all, named, [(str(path), digest) for path, digest in words.items()])
        room = _Room(files, folder, root, language, wanted)
        for name, own in parts.items():
            said = (*of_all, words.get(folder / FOLDER / language / name), list(map(_digest, own))) if keep else ()
            yield from kept(keep, f"room-{language}-{name}", said, functools.partial(room.of_texts, name, own))
            decks = [file for file in own if file.kind == "deck"]
            if decks:
                shown = (*rest, list(map(_digest, decks))) if keep else ()
                yield from kept(keep, f"slides-{language}-{name}", shown, functools.partial(room.of_slides, decks))


_ALONE = ("handout", "reading", "deck", "check")
"""Kinds of files of which other files can name nothing but the title."""


def _named(file: Loaded) -> object:
    """What the texts of other files can name of a file."""
    if file.kind in _ALONE:
        return file.kind, file.ids, getattr(file.model, "title", None)
    if file.kind == "module":
        # A session may be called after an activity.
        return file.kind, file.ids, file.model.title, [(one.id, one.title) for one in file.model.activities]
    return _digest(file)


def _digest(file: Loaded) -> object:
    """Changes with every value of a file. Its model is taken, since words of one's own may stand in it, and pictures beside it."""
    return file.source.path, file.kind, file.ids, hashlib.sha256(file.model.model_dump_json().encode()).hexdigest()


class _Room:
    """What does not fit in one language. The whole curriculum is translated once, and only if slides are asked for."""

    def __init__(
        self,
        files: Sequence[Loaded],
        folder: Path,
        root: Path,
        language: str,
        wanted: Mapping[str, Sequence[Message]],
    ) -> None:
        self.files, self.folder, self.root, self.language, self.wanted = files, folder, root, language, wanted

    def of_texts(self, name: str, own: Sequence[Loaded]) -> Iterator[Problem]:
        """What does not fit of the texts of some files, which the PO file of that name translates."""
        wanted = {name: self.wanted.get(name, ())}
        translated = translate(own, self.folder, self.root, self.language, wanted=wanted)
        spoken = Spoken(self.language, "en", translated.missing)
        found = list(_findings(TEXTS, relinked(translated.files, spoken, {})))
        if found:
            fits_not = {_key(finding) for finding in _findings(TEXTS, relinked(own, Spoken("en", "en"), {}))}
            found = [finding for finding in found if _key(finding) not in fits_not]
        yield from self._told(found)

    def of_slides(self, decks: Sequence[Loaded]) -> Iterator[Problem]:
        """What does not fit on the slides of some decks."""
        paths = {file.source.path for file in decks}
        part = replace(self.whole, files=tuple(file for file in self.whole.files if file.source.path in paths))
        found = list(_findings(SLIDES, part))
        if found:
            yield from self._told([finding for finding in found if _key(finding) not in self.english])

    @functools.cached_property
    def whole(self) -> Curriculum:
        translated = translate(self.files, self.folder, self.root, self.language, wanted=self.wanted)
        return relinked(translated.files, Spoken(self.language, "en", translated.missing), {})

    @functools.cached_property
    def english(self) -> set[tuple[object, ...]]:
        """What does not fit on slides in English either."""
        return {_key(finding) for finding in _findings(SLIDES, relinked(self.files, Spoken("en", "en"), {}))}

    def _told(self, found: Sequence[Finding]) -> Iterator[Problem]:
        if found:
            yield from _at_their_places(found, self.wanted, self.folder, self.root, self.language)


def _findings(rules: Sequence[Rule], curriculum: Curriculum) -> Iterator[Finding]:
    for rule in rules:
        yield from rule(curriculum)


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.file.source.path, finding.loc


def _at_their_places(
    found: Sequence[Finding], wanted: Mapping[str, Sequence[Message]], folder: Path, root: Path, language: str
) -> Iterator[Problem]:
    messages = [(name, message) for name, asked in wanted.items() for message in asked]
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
