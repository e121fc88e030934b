"""Mistakes as values: what is wrong, where, and what to do about it."""

import difflib
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "notice"]
"""An error forbids to build, a warning fails a strict build, a notice only wants to be known."""


class Place(NamedTuple):
    """A place in a file. Lines and columns count from 1; the path is relative to the project."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake. `code` never changes its meaning; the page of problem codes explains it."""

    place: Place
    code: str
    message: str
    advice: str = ""
    severity: Severity = "error"
    excerpt: str = field(default="", compare=False)
    """The line of the file, so that the printer needs no file."""


class Kind(NamedTuple):
    """What a code stands for, on the page of problem codes and when a problem brings no advice of its own."""

    title: str
    advice: str
    severity: Severity = "error"


MOST = 200
"""Problems of one kind that are listed of one file. Nobody reads more of them, and to find the place of each takes time."""


class Listed:
    """Counts the problems of each kind and file, so that those beyond `MOST` are told in one line."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str], int] = {}

    def room(self, kind: str, path: str) -> bool:
        """Notes one more problem; says whether it is to be listed."""
        count = self._counts.get((kind, path), 0) + 1
        self._counts[kind, path] = count
        return count <= MOST

    def rest(self, severity: Severity = "error") -> Iterator[Problem]:
        """A problem for each file of which not all were listed."""
        for (_, path), count in self._counts.items():
            if count > MOST:
                message = f"{count - MOST} more mistakes like those that are listed"
                yield Problem(Place(path), "W052", message, "Mend those that are listed first.", severity)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence with the nearest known word, or nothing when none is near.

    For "naloxon" and the known "naloxone" it asks whether `naloxone` is meant.
    """
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.65)
    return f"Did you mean `{near[0]}`?" if near else ""


def sentences(*parts: str) -> str:
    """Joins the parts that say something."""
    return " ".join(part for part in parts if part)


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """By file, line and column; the same problem at the same place only once."""
    return [problem for problem, _ in itertools.groupby(sorted(problems))]


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of them forbids to go on."""
    return any(problem.severity == "error" for problem in problems)


_COLOURS = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[1;33m",
    "notice": "\x1b[36m",
    "dim": "\x1b[2m",
    "bold": "\x1b[1m",
    "end": "\x1b[0m",
}
_PLAIN = dict.fromkeys(_COLOURS, "")


def one_line(problem: Problem) -> str:
    """`path:line:column: CODE message`, for logs and for machines."""
    path, line, column = problem.place
    return f"{path}:{line}:{column}: {problem.code} {problem.message}"


def _excerpt(problem: Problem, paint: dict[str, str]) -> list[str]:
    if not problem.excerpt.strip():
        return []
    number, column = str(problem.place.line), problem.place.column - 1
    # A very long line is shown around the place, so that the caret stays in sight.
    first = max(0, column - 90) if len(problem.excerpt) > 120 else 0
    line = problem.excerpt[first : first + 120].replace("\t", " ")
    gutter = " " * len(number)
    return [
        f"{paint['dim']}  {number} |{paint['end']} {line.rstrip()}",
        f"{paint['dim']}  {gutter} |{paint['end']} {' ' * (column - first)}{paint[problem.severity]}^{paint['end']}",
    ]


def in_full(problem: Problem, colour: bool = False) -> str:
    """The problem with its line, a caret and what to do."""
    paint = _COLOURS if colour else _PLAIN
    path, line, column = problem.place
    lines = [
        f"{paint['bold']}{path}:{line}:{column}:{paint['end']} "
        f"{paint[problem.severity]}{problem.code}{paint['end']} {problem.message}",
        *_excerpt(problem, paint),
    ]
    if problem.advice:
        lines.append(f"  = {problem.advice}")
    return "\n".join(lines)


def for_ci(problem: Problem) -> str:
    """A line that code hosting services show beside the change."""
    path, line, column = problem.place
    message = sentences(f"{problem.code} {problem.message}.", problem.advice)
    escaped = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{problem.severity} file={path},line={line},col={column}::{escaped}"


def summary(problems: Sequence[Problem]) -> str:
    """One closing line: "3 errors and 1 warning in 2 files"."""
    counts = []
    for severity in ("error", "warning", "notice"):
        number = sum(problem.severity == severity for problem in problems)
        if number:
            counts.append(f"{number} {severity}{'' if number == 1 else 's'}")
    if not counts:
        return "No problems found."
    files = len({problem.place.path for problem in problems})
    return f"{', '.join(counts)} in {files} file{'' if files == 1 else 's'}."
