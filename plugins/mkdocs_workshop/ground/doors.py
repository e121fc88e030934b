"""Doors for others: kinds of documents and rules that installed packages add to ours.

A package names them in its `pyproject.toml`:

    [project.entry-points."mkdocs_workshop.documents"]
    name-list = "my_package:NAME_LIST"      # a DocumentKind

    [project.entry-points."mkdocs_workshop.checks"]
    my-rules = "my_package:RULES"           # a sequence of rules, as `mkdocs_workshop.api.Rule` makes them
"""

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from .artifact import Artifact, Role
from .problems import Kind, Place, Problem

DOCUMENTS = "mkdocs_workshop.documents"
CHECKS = "mkdocs_workshop.checks"

KINDS = {
    "W135": Kind(
        "An added package that can not be used",
        "Update the package, or uninstall it; its author finds the shape on the page about the Python API.",
    ),
}


@dataclass(frozen=True)
class DocumentKind:
    """A kind of download: what it is called, and what makes it.

    `DocumentKind("name-list", {"en": "List of names", "ru": "Список имён"}, "txt", make)` adds what `make(edition)` yields to the
    downloads, the library, the manifest and the ZIPs.
    """

    kind: str
    """What the labels of its artifacts say; no kind of ours has this name."""
    words: Mapping[str, str]
    """What lists of downloads call it, by language; English is there."""
    format: str
    """`txt`, `pdf`, `docx`, ...: the format of its files; lists call one that we do not know by these letters."""
    make: Callable[[Any], Iterable[Artifact]]
    """From an edition to files with a label. Pure: the same edition gives the same bytes."""
    role: Role = "participant"
    """Whose manual gets it; what is for facilitators is not even made for participants."""


@functools.cache
def added(group: str) -> tuple[tuple[EntryPoint, object | None, str], ...]:
    """What installed packages add at a door, by name: the entry point, what it stands for, and why it can not be loaded."""
    return tuple(_loaded(point) for point in sorted(entry_points(group=group), key=lambda point: point.name))


def _loaded(point: EntryPoint) -> tuple[EntryPoint, object | None, str]:
    try:
        return point, point.load(), ""
    except (ImportError, AttributeError, SyntaxError) as error:
        return point, None, f"it can not be loaded: {error}"


def document_kinds() -> Iterator[DocumentKind]:
    """The kinds of documents that installed packages add; what is of another shape is left to `unusable`."""
    for _, found, _ in added(DOCUMENTS):
        if isinstance(found, DocumentKind) and "en" in found.words:
            yield found


def unusable(group: str, usable: Callable[[object], bool], shape: str) -> Iterator[Problem]:
    """A problem for each thing added at a door that can not be loaded, or has not the shape that is named."""
    for point, found, why in added(group):
        if why or not usable(found):
            package = f"{point.dist.name} {point.dist.version}" if point.dist else point.value
            message = f"the package adds `{point.name}` to {group}: {why or f'it is no {shape}'}"
            yield Problem(Place(package), "W135", message, KINDS["W135"].advice)
