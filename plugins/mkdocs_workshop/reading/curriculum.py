"""A folder of YAML files to one linked whole."""

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from ..clock import Span, TimedDay, span, timetable, total
from ..ground.problems import Place, Problem, did_you_mean
from ..model.base import Id
from ..model.check import KnowledgeCheck
from ..model.deck import Deck
from ..model.evidence import Country, Fact, Facts, Glossary, Source, Sources, Term, Topic, Topics, Words
from ..model.figure import Figure
from ..model.instrument import Instrument
from ..model.manual import AudienceName, Manual, Theme
from ..model.module import Activity, Module, Reading
from ..model.papers import Case, Handout
from ..model.programme import Programme, SessionSlot
from .audiences import with_own_audiences
from .base import borrow, merged
from .events import EventParts, events_of
from .kinds import FoundFile, Held, Loaded, find_files, modules_without_plan
from .marks import Piece
from .media import with_media
from .places import in_country, sheet_of
from .resolved import Pieces, pieces_of
from .texts import StringAt, TextAt, strings, texts
from .translation.apply import translate
from .translation.readings import PartState, Spoken
from .validate import validate
from .wrong_links import incomplete_kinds, wrong_links
from .yaml import KINDS, read

V = TypeVar("V")


@dataclass(frozen=True)
class ModuleParts:
    """Everything in the folder of one module."""

    id: Id
    plan: Module
    reading: Reading | None
    check: KnowledgeCheck | None
    deck: Deck | None
    handouts: Mapping[Id, Handout]
    cases: Mapping[Id, Case]
    figures: Mapping[Id, Figure]

    @property
    def minutes(self) -> Span:
        """What all its activities take together. Activities of 10 to 20 and of 15 minutes are 25 to 35."""
        return total([span(activity.minutes) for activity in self.plan.activities])

    @property
    def version(self) -> str:
        """Its current version: "1.1"."""
        return self.plan.changes[0].version

    @property
    def changed(self) -> dt.date:
        """The day of its current version."""
        return self.plan.changes[0].on


@dataclass(frozen=True, repr=False)  # the whole of it in a message of a failed test takes gigabytes
class Curriculum:
    """The linked whole. Every mapping keeps the order of the files."""

    manual: Manual
    modules: Mapping[Id, ModuleParts]
    programmes: Mapping[Id, Programme]
    instruments: Mapping[Id, Instrument]
    events: Mapping[Id, EventParts]
    """The newest first."""
    timetables: Mapping[Id, tuple[TimedDay, ...]]
    facts: Mapping[Id, Fact]
    sources: Mapping[Id, Source]
    terms: Mapping[Id, Term]
    topics: Mapping[Id, Topic]
    words: Words
    country: Country
    files: tuple[Loaded, ...]
    texts: tuple[tuple[Loaded, TextAt], ...]
    """Every text that people read, with its file."""
    pieces: Mapping[str, tuple[Piece, ...]]
    """Every text of the curriculum, resolved."""
    language: str = "en"
    """The language of its texts; `manual.language` is the one they were written in."""
    untranslated: frozenset[str] = frozenset()
    """Texts that stand in the language they were written in, since there is no translation."""
    translated: Mapping[str, PartState] = field(default_factory=dict)
    """How far the translation is, by PO file; nothing in the language of the master."""
    held: tuple[Held, ...] = ()
    """What was taken out because it waits for its readers."""

    @functools.cached_property
    def strings(self) -> tuple[tuple[Loaded, list[StringAt]], ...]:
        """Every text of any sort in each file. Some rules ask for all of them."""
        return tuple((file, strings(file.model)) for file in self.files)

    @property
    def changed(self) -> dt.date:
        """The day on which a module was changed last. Raises ValueError if there is no module."""
        return max(parts.changed for parts in self.modules.values())

    def marks(self) -> Iterator[Piece]:
        """The pieces of all texts that have a mark."""
        for _, text in self.texts:
            if "{" in text.text:
                yield from self.pieces[text.text]

    def file(self, kind: str, *ids: Id) -> Loaded:
        """The file of a thing. Raises KeyError if there is none."""
        for loaded in self.files:
            if loaded.kind == kind and loaded.ids == ids:
                return loaded
        raise KeyError((kind, ids))

    def activities_of(self, slot: SessionSlot) -> list[tuple[Id, Activity]]:
        """The activities of a session, each with the id of its module."""
        return _activities_of(slot, self.modules)


def load(
    folder: Path, root: Path, language: str | None = None, country: str | None = None
) -> tuple[Curriculum | None, list[Problem], bool]:
    """Reads and links all files below `folder`, in the language they are written in or in another one.

    `country` chooses another sheet than the one that `curriculum.yml` names.

    Returns the whole (None if there is no such folder), all problems, and whether every file could be read; only then can pages
    be made, and only then do rules about the whole make sense. Paths in problems are relative to `root`, the project.
    """
    if not folder.is_dir():
        near = (
            did_you_mean(folder.name, [path.name for path in folder.parent.glob("*/")])
            if folder.parent.is_dir()
            else ""
        )
        shown = folder.relative_to(root).as_posix() if folder.is_relative_to(root) else folder.as_posix()
        return None, [Problem(Place(shown), "W101", "there is no such folder", near or KINDS["W101"].advice)], False
    found, problems = find_files(folder, root)
    loaded: list[Loaded] = []
    unread: list[FoundFile] = []
    for file in found:
        source, wrong = read(file.path, root)
        model = None
        if source is not None:
            model, wrong = validate(source, file.kind.model)
            model, more = with_media(model, source, file.path.parent)
            wrong += more
        problems += wrong
        if source is None or model is None:
            unread.append(file)
        else:
            loaded.append(Loaded(source, file.kind.name, file.ids, model))
    if not any(file.kind.name == "curriculum" for file in found):
        _, missing = read(folder / "curriculum.yml", root)
        problems += missing
    loaded = in_country(loaded, country)
    borrowed = borrow(loaded, root)
    unread += borrowed.unread
    problems += borrowed.problems
    lent = (file.ids[0] for file in borrowed.files if file.kind == "module")
    unread_there = (file.ids[0] for file in borrowed.unread if file.kind.name == "module")
    problems += modules_without_plan(found, folder, root, (*lent, *unread_there))
    whole: Sequence[Loaded] = merged(loaded, borrowed.files)
    written = next((file.model.language for file in loaded if file.kind == "curriculum"), language)
    spoken = Spoken(language or written or "en", written or language or "en")
    if spoken.language != spoken.master:
        done = translate(whole, folder, root, spoken.language, borrowed.folder)
        whole, spoken = done.files, replace(spoken, untranslated=done.missing, parts=done.parts)
        problems += done.problems
    base = next((file.model.base for file in loaded if file.kind == "curriculum"), None)
    curriculum, pieces = _link(with_own_audiences(whole, loaded, base), unread, spoken)
    wrong = wrong_links(curriculum, pieces, unread)
    complete = not unread and any(file.kind.name == "curriculum" for file in found)
    return curriculum, problems + wrong, complete


_STAND_IN = Manual(
    title="-",
    subtitle="-",
    summary="-",
    version="0.0",
    country="xx",
    programme="none",
    themes=(Theme(id="none", name="-", colour="navy"),),
    audiences=(AudienceName(id="none", name="-"),),
    notice=("-",),
    licence="-",
)
"""Stands in for a `curriculum.yml` that can not be read, so that the other files can still be linked and checked."""


def _only(loaded: Iterable[Loaded], kind: str, default: V) -> V:
    return next((item.model for item in loaded if item.kind == kind), default)


def _papers(loaded: Iterable[Loaded], kind: str, module: Id) -> dict[Id, Any]:
    return {item.ids[1]: item.model for item in loaded if item.kind == kind and item.ids[0] == module}


def spoken_of(curriculum: Curriculum) -> Spoken:
    """In which language it speaks."""
    return Spoken(curriculum.language, curriculum.manual.language, curriculum.untranslated, curriculum.translated)


def relinked(files: Sequence[Loaded], spoken: Spoken, not_released: Mapping[str, str]) -> Curriculum:
    """Some of the files of a curriculum as a whole of their own, in the language of their words.

    `not_released` holds the titles of what texts still link to, but is no longer there, by `kind/id`.
    """
    return _link(files, (), spoken, not_released)[0]


def _link(
    loaded: Sequence[Loaded],
    unread: Sequence[FoundFile],
    spoken: Spoken,
    not_released: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Curriculum, Pieces]:
    by_module: dict[Id, list[Loaded]] = {}
    for item in loaded:
        if item.ids:
            by_module.setdefault(item.ids[0], []).append(item)
    modules = {item.ids[0]: _module_parts(item, by_module[item.ids[0]]) for item in loaded if item.kind == "module"}
    programmes = {item.ids[0]: item.model for item in loaded if item.kind == "programme"}
    facts: Facts = _only(loaded, "facts", Facts(facts=()))
    sources: Sources = _only(loaded, "sources", Sources(references=()))
    glossary: Glossary = _only(loaded, "glossary", Glossary(terms=()))
    topics: Topics = _only(loaded, "topics", Topics(topics=()))
    manual: Manual | None = _only(loaded, "curriculum", None)
    incomplete = incomplete_kinds(loaded, unread)
    country = (sheet_of(manual.country, loaded) if manual else None) or Country(name="-", entries=())
    curriculum = Curriculum(
        manual=manual or _STAND_IN,
        modules=modules,
        programmes=programmes,
        instruments={item.ids[0]: item.model for item in loaded if item.kind == "instrument"},
        events=events_of(loaded),
        timetables=timetables(programmes, modules),
        facts={fact.id: fact for fact in facts.facts},
        sources={source.id: source for source in sources.references},
        terms={term.id: term for term in glossary.terms},
        topics={topic.id: topic for topic in topics.topics},
        words=_only(loaded, "words", Words(words=())),
        country=country,
        files=tuple(loaded),
        texts=tuple((item, text) for item in loaded for text in texts(item.model)),
        pieces={},
        language=spoken.language,
        untranslated=spoken.untranslated,
        translated=spoken.parts,
    )
    pieces = pieces_of(curriculum, spoken, incomplete, not_released)
    return replace(curriculum, pieces=pieces), pieces


def timetables(programmes: Mapping[Id, Programme], modules: Mapping[Id, ModuleParts]) -> dict[Id, tuple[TimedDay, ...]]:
    """The days of each programme, with the activities of these modules."""
    return {
        id_: timetable(programme, lambda slot: _activities_of(slot, modules)) for id_, programme in programmes.items()
    }


def _module_parts(plan: Loaded, files: Sequence[Loaded]) -> ModuleParts:
    id_ = plan.ids[0]
    return ModuleParts(
        id=id_,
        plan=plan.model,
        reading=_only(files, "reading", None),
        check=_only(files, "check", None),
        deck=_only(files, "deck", None),
        handouts=_papers(files, "handout", id_),
        cases=_papers(files, "case", id_),
        figures=_papers(files, "figure", id_),
    )


def _activities_of(slot: SessionSlot, modules: Mapping[Id, ModuleParts]) -> list[tuple[Id, Activity]]:
    if slot.module is not None:
        parts = modules.get(slot.module)
        return [(slot.module, activity) for activity in parts.plan.activities] if parts else []
    found = []
    for ref in slot.activities:
        module, _, wanted = ref.partition("/")
        if module in modules:
            found += [(module, activity) for activity in modules[module].plan.activities if activity.id == wanted]
    return found
