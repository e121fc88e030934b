"""A curriculum in which some papers are known by their titles alone: who is given it can not read them.

So it can be said what decides a document: a lesson is not made anew where a word of a handout changes that it was never given.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple

from ..model.base import Id
from ..model.picture import Photo
from .curriculum import Curriculum, ModuleParts
from .kinds import Loaded
from .marks import CrossLink, NotReleased, Piece, words_of_marks
from .texts import TextAt, texts
from .translation.readings import PartState

BODIES: Mapping[str, Mapping[str, Any]] = {
    "handout": {"sections": (), "easy": None},
    "case": {"story": "", "variants": (), "questions": (), "debrief": "", "key": ()},
    "reading": {"sections": ()},
    "check": {"questions": ()},
    "deck": {"slides": ()},
}
"""Kinds of files of a module that can be left without their texts, and what stands in the place of these."""
LINES: Mapping[str, Mapping[str, Any]] = {"handout": {"use": "", "also": None, "pictures": {}}}
"""What lists of such files say besides their titles; a paper says it of itself alone."""


class Told(NamedTuple):
    """What is known of a file."""

    file: Loaded
    texts: tuple[tuple[Loaded, TextAt], ...]
    words: frozenset[str]
    """Its texts, and the words that stand in their marks alone."""
    key: str
    """The hash of all that can be read in it."""


class Narrowing:
    """Takes texts out of a curriculum. Every file is looked at once, however many narrow curricula are made of it."""

    def __init__(self, curriculum: Curriculum) -> None:
        self.whole = curriculum
        self._texts: dict[int, list[TextAt]] = {}
        for file, text in curriculum.texts:
            self._texts.setdefault(id(file), []).append(text)
        self._full: dict[str, Told] = {}
        self._bare: dict[str, Told] = {}
        self._listed: dict[str, Told] = {}
        read = {one.file for file in curriculum.files if file.kind == "reviews" for one in file.model.translations}
        # Of a translation that nobody has read, nothing tells one state from another.
        self._translated = {
            name: state if name in read else PartState(0, 0, "") for name, state in curriculum.translated.items()
        }

    def narrowed(self, keeps: Callable[[Loaded], bool], *, lists: bool = False) -> tuple[Curriculum, str]:
        """The curriculum in which of papers, readings, tests and decks only those that `keeps` names have their texts, and its hash.

        With `lists` the others have what lists say of them.
        """
        whole = self.whole
        told = [self._told(file, full=file.kind not in BODIES or keeps(file), lists=lists) for file in whole.files]
        files = {one.file.source.path: one.file for one in told}
        words = frozenset().union(*(one.words for one in told))
        curriculum = replace(
            whole,
            modules={id_: _parts(whole, parts, files) for id_, parts in whole.modules.items()},
            files=tuple(one.file for one in told),
            texts=tuple(chain.from_iterable(one.texts for one in told)),
            pieces=_Some(whole.pieces, words),
            untranslated=whole.untranslated & words,
            translated=self._translated,
            held=(),
        )
        # The ids of the files are known by their paths; what was taken out for want of readers shows in titles alone.
        said = (
            whole.language,
            [one.key for one in told],
            sorted(self._translated.items()),
            sorted(curriculum.untranslated),
        )
        return curriculum, hashlib.sha256(repr(said).encode()).hexdigest()

    def _told(self, file: Loaded, *, full: bool, lists: bool) -> Told:
        known, path = self._full if full else self._listed if lists else self._bare, file.source.path
        if path not in known:
            shown, found = file, tuple(self._texts.get(id(file), ()))
            if not full:
                shown = bare(file, lists=lists)
                found = tuple(text for text in texts(shown.model) if text.text)
            words = {
                word for text in found if "{" in text.text for word in words_of_marks(self.whole.pieces[text.text])
            }
            known[path] = Told(
                shown,
                tuple((shown, text) for text in found),
                frozenset({text.text for text in found} | words),
                _hash(shown, found, self.whole.pieces),
            )
        return known[path]


def bare(file: Loaded, *, lists: bool = False) -> Loaded:
    """A file of one of the kinds in `BODIES` without its texts, with what lists say of it or not. Raises KeyError for another one."""
    away = BODIES[file.kind] if lists else {**BODIES[file.kind], **LINES.get(file.kind, {})}
    return replace(file, model=file.model.model_copy(update=away))


class _Some(Mapping[str, tuple[Piece, ...]]):
    """The pieces of some texts."""

    def __init__(self, pieces: Mapping[str, tuple[Piece, ...]], known: frozenset[str]) -> None:
        self._pieces = pieces
        self._known = known

    def __getitem__(self, text: str) -> tuple[Piece, ...]:
        if text not in self._known:
            raise KeyError(text)
        return self._pieces[text]

    def __contains__(self, text: object) -> bool:
        return text in self._known

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def _parts(whole: Curriculum, parts: ModuleParts, files: Mapping[str, Loaded]) -> ModuleParts:
    models = {
        (file.kind, file.ids[-1]): files[file.source.path].model
        for file in whole.files
        if file.kind in BODIES and file.ids[0] == parts.id
    }

    def papers(kind: str, known: Mapping[Id, Any]) -> dict[Id, Any]:
        return {id_: models[kind, id_] for id_ in known}

    return replace(
        parts,
        reading=models["reading", parts.id] if parts.reading else None,
        check=models["check", parts.id] if parts.check else None,
        deck=models["deck", parts.id] if parts.deck else None,
        handouts=papers("handout", parts.handouts),
        cases=papers("case", parts.cases),
    )


def _hash(file: Loaded, found: tuple[TextAt, ...], pieces: Mapping[str, tuple[Piece, ...]]) -> str:
    """The hash of what can be read in a file: of its data, of the pictures beside it, and of the titles that its links show."""
    titles = [
        (piece.title, getattr(piece, "target", ""))
        for text in found
        if "{" in text.text
        for piece in pieces[text.text]
        if isinstance(piece, CrossLink | NotReleased)
    ]
    told = hashlib.sha256(repr((file.kind, file.ids, file.source.path, titles, _beside(file.model))).encode())
    told.update(file.model.model_dump_json().encode())
    return told.hexdigest()


def _beside(model: Any) -> list[tuple[str, str]]:
    """What was read for a figure from files beside its own: photographs and films."""
    found = []
    for name, value in sorted((getattr(model, "__pydantic_private__", None) or {}).items()):
        data = value.data if isinstance(value, Photo) else value
        found.append((name, hashlib.sha256(data).hexdigest() if isinstance(data, bytes) else repr(data)))
    return found
