"""A curriculum in which some papers are known by their titles alone: who is given it can not read them.

So it can be said what decides a document: a lesson is not made anew where a word of a handout changes that it was never given.
"""

import functools
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple

from ..model.base import Id
from ..model.module import Module
from ..model.picture import Photo
from .curriculum import Curriculum, ModuleParts, timetables
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
PLAN = "module"
"""The kind of a plan, of which others know everything but what is said and done in its activities, minute by minute."""
LINES: Mapping[str, Mapping[str, Any]] = {"handout": {"use": "", "also": None, "pictures": {}}}
"""What lists of such files say besides their titles; a paper says it of itself alone."""
_NARROW = frozenset({*BODIES, PLAN})


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
        self._states = sorted(self._translated.items())

    def narrowed(self, keeps: Callable[[Loaded], bool], *, lists: bool = False) -> tuple[Callable[[], Curriculum], str]:
        """The curriculum in which of papers, readings, tests and decks only those that `keeps` names have their texts, and its hash.

        So have plans, see `PLAN`. With `lists` the others have what lists say of them. The curriculum is made when it is asked for.
        """
        told = [
            self._told(file, full=file.kind not in _NARROW or keeps(file), lists=lists) for file in self.whole.files
        ]
        # The ids of the files are known by their paths; what was taken out for want of readers shows in titles alone.
        said = (self.whole.language, [one.key for one in told], self._states)
        key = hashlib.sha256(repr(said).encode()).hexdigest()
        return functools.partial(self._curriculum, told), key

    def _curriculum(self, told: Sequence[Told]) -> Curriculum:
        whole = self.whole
        files = {one.file.source.path: one.file for one in told}
        words = frozenset().union(*(one.words for one in told))
        modules = {id_: _parts(whole, parts, files) for id_, parts in whole.modules.items()}
        same = all(parts.plan is whole.modules[id_].plan for id_, parts in modules.items())
        return replace(
            whole,
            modules=modules,
            timetables=whole.timetables if same else timetables(whole.programmes, modules),
            files=tuple(one.file for one in told),
            texts=tuple(chain.from_iterable(one.texts for one in told)),
            pieces=_Some(whole.pieces, words),
            untranslated=whole.untranslated & words,
            translated=self._translated,
            held=(),
        )

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
                (said := frozenset({text.text for text in found} | words)),
                f"{_hash(shown, found, self.whole.pieces)} {sorted(self.whole.untranslated & said)}",
            )
        return known[path]


def bare(file: Loaded, *, lists: bool = False) -> Loaded:
    """A file without its texts, with what lists say of it or not; a plan without what is said and done in its activities.

    Raises KeyError for a file of a kind that is neither a plan nor in `BODIES`.
    """
    if file.kind == PLAN:
        return replace(file, model=_quiet(file.model))
    away = BODIES[file.kind] if lists else {**BODIES[file.kind], **LINES.get(file.kind, {})}
    return replace(file, model=file.model.model_copy(update=away))


def _quiet(plan: Module) -> Module:
    """A plan with its times, its papers and its slides, without the words of its steps and cues, and without what comes beforehand."""
    activities = tuple(
        activity.model_copy(
            update={
                "steps": tuple(step.model_copy(update={"text": ""}) for step in activity.steps),
                "cues": (),
                "notes": None,
                "if_short": None,
                "drop_note": None,
            }
        )
        for activity in plan.activities
    )
    return plan.model_copy(update={"activities": activities, "before_you_teach": ()})


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
        if file.kind in _NARROW and file.ids[0] == parts.id
    }

    def papers(kind: str, known: Mapping[Id, Any]) -> dict[Id, Any]:
        return {id_: models[kind, id_] for id_ in known}

    return replace(
        parts,
        plan=models[PLAN, parts.id],
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
    told = hashlib.sha256(repr((file.kind, file.ids, file.source.path, titles, beside(file.model))).encode())
    told.update(file.model.model_dump_json().encode())
    return told.hexdigest()


def beside(model: Any) -> list[tuple[str, str]]:
    """What was read for a figure from files beside its own: the names and hashes of photographs and films."""
    found = []
    for name, value in sorted((getattr(model, "__pydantic_private__", None) or {}).items()):
        data = value.data if isinstance(value, Photo) else value
        found.append((name, hashlib.sha256(data).hexdigest() if isinstance(data, bytes) else repr(data)))
    return found
