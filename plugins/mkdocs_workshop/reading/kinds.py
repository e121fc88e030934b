"""Which file of a curriculum holds what."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from ..ground.problems import Place, Problem, did_you_mean
from ..model.check import KnowledgeCheck
from ..model.deck import Deck
from ..model.delivered import Delivered
from ..model.event import Event, Results
from ..model.evidence import Country, Facts, Glossary, Sources, Topics, Words
from ..model.figure import Figure
from ..model.instrument import Instrument
from ..model.language_table import LanguageTable
from ..model.library import Overrides
from ..model.manual import Manual
from ..model.module import Module, Reading
from ..model.papers import Case, Handout
from ..model.programme import Programme
from ..model.release import Reviews
from .media import is_media
from .yaml import KINDS, SourceFile, read


class FileKind(NamedTuple):
    """A kind of file: where it stands, what it holds, and the name of its schema."""

    name: str
    pattern: str
    """Path below the curriculum; `*` stands for an id."""
    model: Any


FILE_KINDS = (
    FileKind("curriculum", "curriculum.yml", Manual),
    FileKind("facts", "facts.yml", Facts),
    FileKind("sources", "sources.yml", Sources),
    FileKind("glossary", "glossary.yml", Glossary),
    FileKind("words", "words.yml", Words),
    FileKind("topics", "topics.yml", Topics),
    FileKind("overrides", "overrides.yml", Overrides),
    FileKind("reviews", "reviews.yml", Reviews),
    FileKind("country", "countries/*.yml", Country),
    FileKind("programme", "programmes/*.yml", Programme),
    FileKind("instrument", "instruments/*.yml", Instrument),
    FileKind("event", "events/*/event.yml", Event),
    FileKind("results", "events/*/results.yml", Results),
    FileKind("delivered", "events/*/delivered.yml", Delivered),
    FileKind("module", "modules/*/module.yml", Module),
    FileKind("reading", "modules/*/reading.yml", Reading),
    FileKind("check", "modules/*/check.yml", KnowledgeCheck),
    FileKind("deck", "modules/*/deck.yml", Deck),
    FileKind("handout", "modules/*/handouts/*.yml", Handout),
    FileKind("case", "modules/*/cases/*.yml", Case),
    FileKind("figure", "modules/*/figures/*.yml", Figure),
    # Found by their language, beside its PO files.
    FileKind("language-table", "locales/*/language.yml", LanguageTable),
    FileKind("language-words", "locales/*/words.yml", Words),
)
"""Every file that a curriculum may have."""

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"})
_PASSED_OVER = ("schema", "locales")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class FoundFile(NamedTuple):
    """A file of a known kind, with the ids that its path carries."""

    path: Path
    kind: FileKind
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Loaded:
    """A file that was read: its text with places, and what it means."""

    source: SourceFile
    kind: str
    """Name of the kind of file: `module`, `handout`, ..."""
    ids: tuple[str, ...]
    """The ids in its path: of the module, then of the paper."""
    model: Any


@dataclass(frozen=True)
class Held:
    """A text that is held back."""

    file: Loaded
    path: str
    """The file below the curriculum, as `reviews.yml` names it."""
    title: str
    """The author's words, with marks."""
    missing: tuple[str, ...]
    """Kinds of readers who have not read it as it is now."""
    mark: str
    """Tells this text from any other one; see `mark_of` of the gate."""


def find_files(folder: Path, root: Path) -> tuple[list[FoundFile], list[Problem]]:
    """All files of a curriculum in a stable order, and a problem for each one at a place where none is expected.

    `modules/first-aid/module.yml` is of the kind `module` and has the ids `("first-aid",)`. Pictures and films are
    passed over.
    """
    found: list[FoundFile] = []
    problems: list[Problem] = []
    for path in _walk(folder):
        parts = path.relative_to(folder).parts
        if is_media(parts):
            continue
        kind = next((kind for kind in FILE_KINDS if _matches(kind.pattern, parts)), None)
        if kind is None:
            problems.append(_stray(path, parts, root))
            continue
        ids = tuple(
            part.removesuffix(".yml") for part, slot in zip(parts, kind.pattern.split("/"), strict=True) if "*" in slot
        )
        wrong = [id_ for id_ in ids if not _ID.fullmatch(id_)]
        if wrong:
            problems.append(_bad_name(path, wrong[0], root))
        else:
            found.append(FoundFile(path, kind, ids))
    return found, problems


def modules_without_plan(
    found: Sequence[FoundFile], folder: Path, root: Path, lent: Iterable[str] = ()
) -> Iterator[Problem]:
    """A problem for each folder of a module without its plan; `lent` are the modules whose plan another curriculum has.

    A folder `modules/first-aid` with a `deck.yml` alone gives one, at `modules/first-aid/module.yml`.
    """
    planned = {file.ids[0] for file in found if file.kind.name == "module"}.union(lent)
    for id_ in dict.fromkeys(file.ids[0] for file in found if file.path.relative_to(folder).parts[0] == "modules"):
        if id_ not in planned:
            _, missing = read(folder / "modules" / id_ / "module.yml", root)
            yield from missing


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.suffix == ".md" or path.name in _PASSED_OVER:
            continue
        # A linked folder could lead out of the tree or round in circles; it is reported as a file would be.
        if path.is_dir() and not path.is_symlink() and path.suffix != ".yml":
            yield from _walk(path)
        else:
            yield path


def _matches(pattern: str, parts: tuple[str, ...]) -> bool:
    slots = pattern.split("/")
    return len(slots) == len(parts) and all(
        slot in (part, "*") or (slot == "*.yml" and part.endswith(".yml"))
        for slot, part in zip(slots, parts, strict=True)
    )


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _stray(path: Path, parts: tuple[str, ...], root: Path) -> Problem:
    shape = "/".join(parts)
    if path.suffix == ".yaml":
        advice = "Name it `.yml`, as all files of a curriculum are."
    elif path.suffix.lower() in _PICTURES:
        advice = (
            "Pictures are drawn from words: write it as a figure of the module, `modules/<module>/figures/<id>.yml`."
        )
    elif path.suffix != ".yml":
        # Any place that could be named is one for files of another kind.
        advice = KINDS["W115"].advice
    else:
        known = [_fill(kind.pattern, parts) for kind in FILE_KINDS]
        advice = did_you_mean(shape, known) or KINDS["W115"].advice
    return Problem(Place(_relative(path, root)), "W115", "no file is expected at this place", advice)


def _fill(pattern: str, parts: tuple[str, ...]) -> str:
    """The pattern with the ids of a path in place of the stars."""
    slots = pattern.split("/")
    if len(slots) != len(parts):
        return pattern
    return "/".join(part if "*" in slot else slot for slot, part in zip(slots, parts, strict=True))


def _bad_name(path: Path, name: str, root: Path) -> Problem:
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    advice = "Use lower-case letters, digits and single hyphens" + (f": `{plain}`." if plain else ".")
    return Problem(Place(_relative(path, root)), "W115", f"`{name}` can not be an id", advice)
