"""Modules of another curriculum: finding it, taking what is asked for, and putting one's own words into it."""

import copy
import os
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ..ground.problems import Kind, Problem, did_you_mean, sentences
from ..model.library import Base, Overrides
from .base_then import changed_since, step
from .kinds import FoundFile, Loaded, find_files
from .media import with_media
from .validate import validate
from .yaml import SourceFile, read

KINDS: Mapping[str, Kind] = {
    "W120": Kind(
        "The base curriculum is not there",
        "Name a folder relative to the project, or install the package that holds it.",
    ),
    "W121": Kind(
        "A module that the base does not have", "Take it out of `include`, or use an older release of the base."
    ),
    "W122": Kind(
        "A text to replace that the base does not have",
        "Look at the base: the text was moved or taken out. Change `file` or `at`, or drop the entry.",
    ),
    "W123": Kind(
        "A module to read before is not taken from the base",
        "Add it to `include`, if your learners need it.",
        "notice",
    ),
    "W124": Kind(
        "A text to replace in a file that is not taken from the base",
        "Take the module into `include`, or drop the entry; nobody would see the new words.",
    ),
}

_LINK = re.compile(r"\{link:(module|handout|case)/([a-z0-9-]+)(?:\|([^{}\n]+))?\}")
_SHARED = ("facts", "sources", "glossary", "words", "topics", "country", "reviews")
"""Kinds of files that come along with the modules."""
_LISTS = {"facts": "facts", "sources": "references", "glossary": "terms", "topics": "topics"}
"""Kinds of files that are merged entry by entry, and the key of their list."""


@dataclass(frozen=True)
class Borrowed:
    """What comes from the base."""

    files: tuple[Loaded, ...]
    unread: tuple[FoundFile, ...]
    problems: tuple[Problem, ...]
    folder: Path | None = None
    """Where the base is; its PO files speak for what was taken."""


NOTHING = Borrowed((), (), ())


def borrow(own: Sequence[Loaded], root: Path) -> Borrowed:
    """Everything that a curriculum takes from its base. A file of its own stands in for the one of the same path.

    `own` is what the curriculum has itself. A base that can not be found or read is a problem in what is given back,
    not an error.
    """
    manual = next((file for file in own if file.kind == "curriculum"), None)
    changes = next((file for file in own if file.kind == "overrides"), None)
    if manual is None:
        return NOTHING
    if manual.model.base is None:
        return Borrowed((), (), tuple(_without_base(changes)))
    base: Base = manual.model.base
    folder = base_folder(base.curriculum, root)
    itself = folder == (root / manual.source.path).parent.resolve()
    if folder is None or itself:
        message = (
            f"`{base.curriculum}` is this curriculum itself"
            if itself
            else f"there is no curriculum `{base.curriculum}`"
        )
        problem = manual.source.problem(("base", "curriculum"), "W120", message, KINDS["W120"].advice)
        return Borrowed((), (), (problem,))
    found, _ = find_files(folder, folder)
    there = {file.ids[0] for file in found if file.kind.name == "module"}
    problems = list(_missing(manual.source, base, there))
    taken = {(file.kind, file.ids) for file in own}
    wanted = [file for file in found if _is_wanted(file, base) and (file.kind.name, file.ids) not in taken]
    # Entry by entry, so both are read.
    wanted += [file for file in found if file.kind.name in _LISTS and (file.kind.name, file.ids) in taken]
    if changes is not None:
        problems += _lost_files(changes, folder, found)
        idle = {file.path.relative_to(folder).as_posix(): file for file in found if file not in wanted}
        problems += _idle(changes, idle, there.intersection(base.include), taken)
    planned = {file.ids[0] for file in own if file.kind == "module"} | set(base.include)
    left_out = {
        (file.kind.name, file.ids[-1]): file.path
        for file in found
        if file.kind.name in ("module", "handout", "case") and file.ids[0] not in planned
    }
    files, unread = [], []
    for file in wanted:
        # Two folders of the path tell a reader of a problem that it is not their own file.
        source, wrong = read(file.path, folder.parent.parent)
        if source is not None and changes is not None:
            source, more = _changed(source, file.path.relative_to(folder).as_posix(), changes)
            problems += more
        model = None
        if source is not None:
            source = replace(source, data=_without_lost_links(source.data, left_out, folder))
            model, wrong = validate(source, file.kind.model)
            model, more = with_media(model, source, file.path.parent)
            wrong += more
        problems += wrong
        if source is None or model is None:
            unread.append(file)
        else:
            files.append(Loaded(source, file.kind.name, file.ids, model))
    fitted, notices = _fitted(files, planned, manual)
    notices += changed_since(folder, root, manual, changes, own, found)
    return Borrowed(tuple(fitted), tuple(unread), (*problems, *notices), folder)


def merged(own: Sequence[Loaded], borrowed: Sequence[Loaded]) -> list[Loaded]:
    """All files of a curriculum. Entries of its own lists come first and win over those of the base.

    Where both have a source `who-2020`, that of the curriculum counts, and all other sources of the base stay.
    """
    lists = {file.kind: file for file in borrowed if file.kind in _LISTS}
    mine = {file.kind for file in own}
    files = [_joined(file, lists[file.kind]) if file.kind in lists else file for file in own]
    return [*files, *(file for file in borrowed if not (file.kind in lists and file.kind in mine))]


def _joined(own: Loaded, base: Loaded) -> Loaded:
    key = _LISTS[own.kind]
    entries = getattr(own.model, key)
    ids = {entry.id for entry in entries}
    more = tuple(entry for entry in getattr(base.model, key) if entry.id not in ids)
    # What is behind the own entries has no place in the file; problems then point to the list.
    return replace(own, model=own.model.model_copy(update={key: (*entries, *more)}))


def base_folder(name: str, root: Path) -> Path | None:
    """The folder of a base: in the project or beside it, or in an installed package.

    `base_folder("../manual/curriculum", root)` is that folder if it has a `curriculum.yml`, and None if it has none.
    """
    try:
        folder = (root / name).resolve()
        # A path may say that it leads out of the project. A link that looks as if it stayed inside may not.
        says_so = not Path(os.path.normpath(root / name)).is_relative_to(root)
        if (says_so or folder.is_relative_to(root.resolve())) and (folder / "curriculum.yml").is_file():
            return folder
    except (OSError, ValueError, RuntimeError):
        # Longer than a path may be, with letters that none may have, or links that lead round in circles.
        return None
    if not name.isidentifier():
        return None
    spec = find_spec(name)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        if (Path(place) / "curriculum" / "curriculum.yml").is_file():
            return Path(place) / "curriculum"
    return None


def _is_wanted(file: FoundFile, base: Base) -> bool:
    if file.kind.pattern.startswith("modules/"):
        return file.ids[0] in base.include
    return file.kind.name in _SHARED


def _missing(source: SourceFile, base: Base, there: set[str]) -> Iterator[Problem]:
    for number, id_ in enumerate(base.include):
        if id_ not in there:
            advice = did_you_mean(id_, there) or KINDS["W121"].advice
            yield source.problem(("base", "include", number), "W121", f"the base has no module `{id_}`", advice)


def _without_base(changes: Loaded | None) -> Iterator[Problem]:
    if changes is not None:
        advice = "Name it under `base` in `curriculum.yml`, or take this file away."
        yield changes.source.problem(("replace",), "W124", "there is no base whose texts could be replaced", advice)


def _lost_files(changes: Loaded, folder: Path, found: Iterable[FoundFile]) -> Iterator[Problem]:
    known = {file.path.relative_to(folder).as_posix() for file in found}
    overrides: Overrides = changes.model
    for number, change in enumerate(overrides.replace):
        if change.file not in known:
            advice = did_you_mean(change.file, known) or KINDS["W122"].advice
            loc = ("replace", number, "file")
            yield changes.source.problem(loc, "W122", f"the base has no file `{change.file}`", advice)


def _idle(
    changes: Loaded, idle: Mapping[str, FoundFile], included: Iterable[str], own: Container[tuple[str, tuple[str, ...]]]
) -> Iterator[Problem]:
    """Reports entries of `replace` that change nothing (W124): their file of the base is not taken. `idle` are such files, by path."""
    overrides: Overrides = changes.model
    for number, change in enumerate(overrides.replace):
        file = idle.get(change.file)
        if file is None:
            continue
        if (file.kind.name, file.ids) in own:
            message = f"your own `{change.file}` stands in for that of the base"
            advice = "Write the new words into it, and drop the entry."
        elif file.kind.pattern.startswith("modules/"):
            message = f"the module `{file.ids[0]}` is not taken from the base"
            advice = sentences(did_you_mean(file.ids[0], included), KINDS["W124"].advice)
        else:
            message = f"`{change.file}` is not taken from the base"
            advice = "Drop the entry: of programmes, tests and forms you have your own."
        yield changes.source.problem(("replace", number, "file"), "W124", message, advice)


def _changed(source: SourceFile, path: str, changes: Loaded) -> tuple[SourceFile, list[Problem]]:
    """The file of the base with the texts that are to be replaced."""
    data, problems = copy.deepcopy(source.data), []
    for number, change in enumerate(changes.model.replace):
        if change.file != path:
            continue
        *way, last = change.at.split("/")
        holder: Any = data
        for part in way:
            holder = step(holder, part) if holder is not None else None
        if isinstance(holder, dict) and isinstance(holder.get(last), str):
            holder[last] = change.text
            continue
        advice = did_you_mean(change.at, _texts(data)) or KINDS["W122"].advice
        loc = ("replace", number, "at")
        problems.append(changes.source.problem(loc, "W122", f"`{path}` has no text `{change.at}`", advice))
    return replace(source, data=data), problems


def _without_lost_links(data: Any, left_out: Mapping[tuple[str, str], Path], folder: Path) -> Any:
    """Links to what was left out become the words that they would have shown."""

    def title(mark: re.Match[str]) -> str:
        path = left_out.get((mark[1], mark[2]))
        source, _ = read(path, folder) if path else (None, [])
        return f"*{mark[3] or source.data['title']}*" if source and isinstance(source.data, dict) else mark[0]

    if isinstance(data, str):
        return _LINK.sub(title, data)
    if isinstance(data, dict):
        return {key: _without_lost_links(value, left_out, folder) for key, value in data.items()}
    if isinstance(data, list):
        return [_without_lost_links(value, left_out, folder) for value in data]
    return data


def _texts(data: Any, before: str = "") -> Iterator[str]:
    """The addresses of all texts that can be replaced."""
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, str):
                yield before + key
            yield from _texts(value, f"{before}{key}/")
    elif isinstance(data, list):
        for entry in data:
            if isinstance(entry, dict) and "id" in entry:
                yield from _texts(entry, f"{before}{entry['id']}/")


def _fitted(files: Sequence[Loaded], planned: set[str], manual: Loaded) -> tuple[list[Loaded], list[Problem]]:
    """The files without what points to something that was left out: prerequisites, topics that nobody covers, moments of the base."""
    moments = {moment.id for moment in manual.model.moments}
    covered = {
        topic
        for file in files
        if file.kind == "module"
        for activity in file.model.activities
        for topic in activity.topics
    }
    fitted, notices = [], []
    for file in files:
        model = file.model
        if file.kind == "module":
            kept = tuple(id_ for id_ in model.prerequisites if id_ in planned)
            for id_ in sorted(set(model.prerequisites) - set(kept)):
                place = manual.source.place(("base", "include"))
                message = f"`{file.ids[0]}` builds on the module `{id_}`, which is left out"
                notices.append(
                    Problem(place, "W123", message, KINDS["W123"].advice, "notice", manual.source.line(place.line))
                )
            model = model.model_copy(update={"prerequisites": kept})
        elif file.kind == "handout":
            model = model.model_copy(update={"moments": tuple(id_ for id_ in model.moments if id_ in moments)})
        elif file.kind == "topics":
            model = model.model_copy(update={"topics": tuple(one for one in model.topics if one.id in covered)})
        fitted.append(replace(file, model=model))
    return fitted, notices
