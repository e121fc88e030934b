"""What a check has found, kept for the next one: the same files, asked by the same rules on the same day, have the same mistakes.

A file of findings holds the hash of everything that decides them. It is looked at only when that hash is the same again, and
when its own digest fits; there is one file for each question, so that the folder does not grow.
"""

import contextlib
import datetime as dt
import functools
import hashlib
import json
import os
import platform
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import entry_points, version
from pathlib import Path
from typing import NamedTuple

from . import doors
from .cache import code_of, put_whole, taken
from .problems import Place, Problem
from .tracked import pages_below, tables_below, tracked

LIBRARIES = (
    "pydantic",
    "pydantic_core",
    "PyYAML",
    "babel",
    "uharfbuzz",
    "fonttools",
    "fontpkg-source-sans-3",
    "fontpkg-onest",
)
"""What decides a finding besides our own code and the files."""

State = tuple[int, int, str]
Row = tuple[str | int, ...]
States = Mapping[str, Mapping[str, State]]
"""Two numbers and a mark that were found beside the problems, by language and file."""
_BASE = re.compile(rb"\bbase\b[\"']?\s*:")
"""A key of the manual, whichever way it is written."""


class Findings(NamedTuple):
    """What a check has found."""

    problems: Sequence[Problem]
    states: States


def answer_file(cache: Path, language: str | None) -> Path:
    """The file in which the findings of a check are kept."""
    return cache / "check" / f"{language or 'all'}.json"


def question(
    folder: Path, root: Path, day: dt.date, strict_facts: bool, language: str | None = None, *, every_language: bool
) -> str | None:
    """The hash of everything that decides what a check of a curriculum finds, the day and the language among it.

    None where the same files do not surely have the same mistakes: where a package adds rules of its own, where modules come from
    a base that lies elsewhere, where a file leads elsewhere or can not be opened.
    """
    if entry_points(group=doors.CHECKS) or entry_points(group=doors.DOCUMENTS):
        return None
    if has_base(folder):
        return None
    said = (str(folder.resolve()), str(root.resolve()), tracked(root), str(day), strict_facts, language, every_language)
    return key_of([*below(folder), *tables_below(root / "docs"), *pages_below(root / "docs")], said)


def has_base(folder: Path) -> bool:
    """Whether a curriculum takes modules from another one, which lies elsewhere; also where nobody can tell."""
    try:
        return _BASE.search((folder / "curriculum.yml").read_bytes()) is not None
    except OSError:
        return True


def kept(folder: Path | None, name: str, said: object, find: Callable[[], Iterable[Problem]]) -> list[Problem]:
    """What `find` finds; taken from `folder` where it has found it before, with the same code and for the same that is said.

    `said` must hold every word that decides the findings, in a form whose `repr` tells everything.
    """
    if folder is None or doors.added(doors.CHECKS):
        return list(find())
    key = hashlib.sha256(repr((*_tools(), said)).encode("utf-8", "surrogatepass")).hexdigest()
    path = folder / "check" / f"{name.replace('/', '-')}.json"
    before = found_before(path, key)
    if before is not None:
        return list(before.problems)
    problems = list(find())
    keep_findings(path, key, Findings(problems, {}))
    return problems


def kept_each(
    folder: Path | None, name: str, said: Mapping[str, object], find: Callable[[str], Row]
) -> Mapping[str, Row]:
    """What `find` finds for each key of `said`, plain values; taken from `folder` for those of which the same is said as before."""
    if folder is None or doors.added(doors.CHECKS):
        return {one: find(one) for one in said}
    path = folder / "check" / f"{name}.json"
    content = taken(path)
    before = json.loads(content) if content is not None else {}
    rows, now = {}, {}
    for one, words in said.items():
        key = hashlib.sha256(repr((*_tools(), words)).encode("utf-8", "surrogatepass")).hexdigest()
        old = before.get(one, [None])
        rows[one] = tuple(old[1:]) if old[0] == key else find(one)
        now[one] = [key, *rows[one]]
    if now != before:
        with contextlib.suppress(OSError):
            put_whole(path, json.dumps(now, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    return rows


@functools.cache
def _tools() -> tuple[object, ...]:
    """The code that finds."""
    package = sys.modules[__name__.partition(".")[0]]
    return platform.python_version(), code_of(package), [version(name) for name in LIBRARIES]


def key_of(paths: Iterable[Path], said: Sequence[object]) -> str | None:
    """The hash of files, of all our code, and of what else was said; None where a file leads elsewhere or can not be opened."""
    found = hashlib.sha256(repr((*_tools(), said)).encode())
    try:
        for path in paths:
            if path.is_symlink():
                return None
            content = b"" if path.is_dir() else path.read_bytes()
            found.update(repr((str(path), path.is_dir(), len(content))).encode() + content)
    except OSError:
        return None
    return found.hexdigest()


def below(folder: Path) -> list[Path]:
    """Everything below a folder, in the order of the names; links are not followed."""
    paths = []
    for place, folders, files in os.walk(folder):
        paths += [Path(place, name) for name in (*folders, *files)]
    return sorted(paths)


def found_before(path: Path, key: str) -> Findings | None:
    """The findings that are kept in a file; None where it has others, is cut short or changed, or is not there."""
    content = taken(path)
    if content is None:
        return None
    kept = json.loads(content)
    if kept["key"] != key:
        return None
    problems = [Problem(Place(*place), *rest) for place, *rest in kept["problems"]]
    states = {name: {part: _state(*row) for part, row in parts.items()} for name, parts in kept["states"].items()}
    return Findings(problems, states)


def _state(texts: int, missing: int, mark: str) -> State:
    return texts, missing, mark


def keep_findings(path: Path, key: str, findings: Findings) -> None:
    """Keeps findings for the next time. A folder that can not be written keeps none; the check has its answer all the same."""
    rows = [(p.place, p.code, p.message, p.advice, p.severity, p.excerpt) for p in findings.problems]
    states = {name: dict(parts) for name, parts in findings.states.items()}
    text = json.dumps({"key": key, "problems": rows, "states": states}, ensure_ascii=False)
    with contextlib.suppress(OSError):
        put_whole(path, text.encode("utf-8", "surrogatepass"))
