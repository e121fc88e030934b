"""The gate: a text that asks for readers stays out of everything that is made until all of them have read it.

It works on the curriculum, before anything is made of it. So no output can forget it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..model.base import Id
from ..model.deck import CaseSlide
from ..model.release import Reviews
from .curriculum import Curriculum, relinked, spoken_of
from .kinds import Held, Loaded
from .marks import FigureHere

GATED = ("module", "reading", "handout", "case", "country")
"""Kinds of files that may carry `release`."""
_LINKED = ("module", "handout", "case")
"""Kinds that a text can link to."""


def path_of(file: Loaded) -> str:
    """A file below the curriculum: `modules/safe-search/cases/night-shift.yml`."""
    folders = {"handout": "handouts", "case": "cases"}
    if file.kind == "country":
        return f"countries/{file.ids[0]}.yml"
    if file.kind in folders:
        return f"modules/{file.ids[0]}/{folders[file.kind]}/{file.ids[1]}.yml"
    return f"modules/{file.ids[0]}/{file.kind}.yml"


def mark_of(file: Loaded, files: Iterable[Loaded]) -> str:
    """Twelve signs that change with every word of a text. Comments, and `release` itself, do not count.

    What is asked of a module is asked of everything in its folder.
    """
    parts = [one for one in files if one.ids[:1] == file.ids[:1] and one.kind in _IN_A_MODULE]
    read = parts if file.kind == "module" else [file]
    words = [
        [one.kind, *one.ids, {key: value for key, value in one.source.data.items() if key != "release"}] for one in read
    ]
    text = json.dumps(words, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


_IN_A_MODULE = ("module", "reading", "check", "deck", "handout", "case", "figure")


def asking(curriculum: Curriculum) -> Iterator[Loaded]:
    """The files that ask for readers."""
    return (file for file in curriculum.files if file.kind in GATED and file.model.release is not None)


def held_back(curriculum: Curriculum) -> tuple[Held, ...]:
    """Every text whose readers have not all read it as it is now, in the order of the files.

    A case study that asks for a lawyer, and that a lawyer read before its last change, is one, with `("lawyer",)`
    missing.
    """
    reviews: Reviews = next((file.model for file in curriculum.files if file.kind == "reviews"), Reviews(reviews=()))
    found = []
    for file in asking(curriculum):
        path, mark = path_of(file), mark_of(file, curriculum.files)
        read = {review.by for review in reviews.reviews if review.file == path and review.text == mark}
        missing = tuple(reader for reader in file.model.release.after if reader not in read)
        if missing:
            found.append(Held(file, path, _title(curriculum, file), missing, mark))
    return tuple(found)


def _title(curriculum: Curriculum, file: Loaded) -> str:
    if file.kind == "reading":
        return curriculum.modules[file.ids[0]].plan.title
    return str(file.model.name if file.kind == "country" else file.model.title)


def released(curriculum: Curriculum) -> Curriculum:
    """The curriculum without what is held back, and without what leads to it."""
    held = held_back(curriculum)
    if not held:
        return curriculum
    out = {(one.file.kind, one.file.ids) for one in held}
    modules = {ids[0] for kind, ids in out if kind == "module"}
    gone = {file.source.path for file in curriculum.files if _is_out(file, out, modules)}
    gone |= _figures_only_in(curriculum, gone)
    slides = _slides_about(curriculum, {ids[-1] for kind, ids in out if kind == "case"})
    files = tuple(_without(file, out, modules, slides) for file in curriculum.files if file.source.path not in gone)
    titles = {
        f"{file.kind}/{file.ids[-1]}": str(file.model.title)
        for file in curriculum.files
        if file.source.path in gone and file.kind in _LINKED
    }
    whole = relinked(files, spoken_of(curriculum), titles)
    return replace(whole, held=held)


_Ids = set[tuple[str, tuple[Id, ...]]]


def _is_out(file: Loaded, out: _Ids, modules: set[Id]) -> bool:
    if file.kind in _IN_A_MODULE and file.ids[0] in modules:
        return True
    return file.kind != "country" and (file.kind, file.ids) in out


def _figures_only_in(curriculum: Curriculum, gone: set[str]) -> set[str]:
    """The files of figures that only texts show that are held back."""
    shown: dict[Id, set[bool]] = {}
    for file, text in curriculum.texts:
        for piece in curriculum.pieces[text.text] if "{" in text.text else ():
            if isinstance(piece, FigureHere):
                shown.setdefault(piece.figure, set()).add(file.source.path in gone)
    return {
        file.source.path for file in curriculum.files if file.kind == "figure" and shown.get(file.ids[-1]) == {True}
    }


def _slides_about(curriculum: Curriculum, cases: set[Id]) -> dict[Id, set[Id]]:
    """The slides that introduce some case studies, by module."""
    return {
        id_: {slide.id for slide in parts.deck.slides if isinstance(slide, CaseSlide) and slide.case in cases}
        for id_, parts in curriculum.modules.items()
        if parts.deck
    }


def _without(file: Loaded, out: _Ids, modules: set[Id], slides: Mapping[Id, set[Id]]) -> Loaded:
    """A file that no longer names what is held back."""
    papers = {kind: {ids[-1] for name, ids in out if name == kind} for kind in ("handout", "case")}
    model: Any = file.model
    if file.kind == "module":
        activities = tuple(
            activity.model_copy(
                update={
                    "handouts": _but(activity.handouts, papers["handout"]),
                    "cases": _but(activity.cases, papers["case"]),
                    "slides": _but(activity.slides, slides.get(file.ids[0], set())),
                }
            )
            for activity in model.activities
        )
        model = model.model_copy(update={"activities": activities, "prerequisites": _but(model.prerequisites, modules)})
    elif file.kind == "deck":
        lost = slides.get(file.ids[0], set())
        model = model.model_copy(update={"slides": tuple(slide for slide in model.slides if slide.id not in lost)})
    elif (file.kind, file.ids) in out:
        model = model.model_copy(update={"entries": tuple(map(_blank, model.entries))})
    return replace(file, model=model)


def _but(ids: Sequence[Id], out: set[Id]) -> tuple[Id, ...]:
    return tuple(id_ for id_ in ids if id_ not in out)


def _blank(entry: Any) -> Any:
    """An entry of a country sheet that nobody has filled in yet."""
    return entry.model_copy(update={"value": None, "sources": (), "confidence": None, "ask": None, "checked_by": None})


def held_words(curriculum: Curriculum) -> str:
    """How many texts, and for whom each of them waits.

    It reads like "2: modules/first-aid/module.yml (lawyer); glossary.yml (doctor, lawyer).".
    """
    told = [f"{one.path} ({', '.join(one.missing)})" for one in curriculum.held]
    return f"{len(told)}: {'; '.join(told)}."
