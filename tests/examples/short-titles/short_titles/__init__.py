"""A list of all modules as a download, and a rule that keeps their titles short."""

import datetime as dt
from collections.abc import Iterator

from mkdocs_workshop.api import Artifact, Curriculum, DocumentKind, Edition, Finding, Kind, Label, Rule

MOST_WORDS = 3


def make_list(edition: Edition) -> Iterator[Artifact]:
    """One text file with a line for each module."""
    titles = [edition.plain(parts.plan.title) for parts in edition.curriculum.modules.values()]
    label = Label("session-list", "txt", "All modules", edition.language, edition.version(), subject="all")
    yield Artifact("downloads/session-list.txt", "\n".join(titles) + "\n", label=label)


def short_titles(curriculum: Curriculum, _today: dt.date) -> Iterator[Finding]:
    """A title of more than three words does not fit on the wall chart."""
    for file in curriculum.files:
        if file.kind == "module" and len(file.model.title.split()) > MOST_WORDS:
            yield Finding(file, ("title",), f"the title has {len(file.model.title.split())} words")


SESSION_LIST = DocumentKind("session-list", {"en": "List of modules", "ru": "Список модулей"}, "txt", make_list)
RULES = (Rule("S101", Kind("A title that is too long", "Use at most three words.", "notice"), short_titles),)
