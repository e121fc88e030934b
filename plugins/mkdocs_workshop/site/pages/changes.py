"""What changed since somebody last taught: the versions of all modules, newest first."""

import datetime as dt
from typing import NamedTuple

from ...ground.artifact import Artifact
from ...model.module import Change
from ...reading.curriculum import ModuleParts
from . import paths
from .book import Book
from .folds import opened


class Changed(NamedTuple):
    """A new version of a module."""

    parts: ModuleParts
    change: Change
    anchor: str


def changes_page(book: Book) -> Artifact:
    """The list, by day."""
    days: dict[dt.date, list[Changed]] = {}
    for parts in book.curriculum.modules.values():
        for change in parts.plan.changes:
            days.setdefault(change.on, []).append(Changed(parts, change, anchor(parts.id, change.version)))
    newest = sorted(days, reverse=True)
    folds = opened([(f"on-{day.isoformat()}", book.date(day), days[day]) for day in newest])
    return book.page(
        paths.CHANGES,
        "changes.md.j2",
        book.say("nav.changes"),
        book.curriculum.file("curriculum").source.path,
        description=book.say("changes.lead"),
        scripts=(paths.FOLD_SCRIPT, paths.CHANGES_SCRIPT),
        styles=(paths.SUPPLIES_STYLE,),
        days=list(zip([day.isoformat() for day in newest], folds, strict=True)),
    )


def anchor(module: str, version: str) -> str:
    """Where a version of a module stands on the page. `anchor("first-aid", "1.2.0")` gives `"first-aid-1-2-0"`."""
    return f"{module}-{version.replace('.', '-')}"
