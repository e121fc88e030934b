"""A whole project from nothing: the curriculum, the site around it, and how it is published."""

import datetime as dt
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from .exits import WrongUse
from .new import Started, start
from .wishes import Wishes, filled, must_be_possible, values

AROUND: Mapping[str, str] = {
    "mkdocs.yml": "mkdocs.yml",
    "about-us.md": "docs/about-us.md",
    "gitignore": ".gitignore",
    "requirements.txt": "requirements.txt",
    "github-pages.yml": ".github/workflows/pages.yml",
    "gitlab-ci.yml": ".gitlab-ci.yml",
}
"""What stands around a curriculum: the skeleton and its place in the project."""


class Project(NamedTuple):
    """What was started."""

    written: list[Path]
    kept: list[Path]
    """What stood there before, and was not touched."""
    next_step: str


def start_project(curriculum: Path, wishes: Wishes, today: dt.date | None = None) -> Project:
    """Writes a curriculum and everything around it. Raises WrongUse if there is a curriculum, or for a wish nobody can fulfil."""
    must_be_possible(wishes)
    today = today or dt.date.today()  # noqa: DTZ011  the author's own day
    started = start(curriculum, "curriculum", "", today=today, wishes=wishes)
    written = started.files
    around, kept = write_around(curriculum, wishes, today, "")
    written += around
    if wishes.languages[1:]:
        written += start_languages(curriculum, wishes.languages[1:])
    return Project(written, kept, _next(wishes, started))


def write_around(curriculum: Path, wishes: Wishes, today: dt.date, requirement: str) -> tuple[list[Path], list[Path]]:
    """Writes what stands around a curriculum; gives what was written and what was there already."""
    written, kept = [], []
    for name, path in ((name, curriculum.parent / place) for name, place in AROUND.items()):
        if path.exists():
            kept.append(path)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(around_text(name, values(wishes, today), curriculum.name, requirement), "utf-8", newline="\n")
        written.append(path)
    return written, kept


def around_text(name: str, given: Mapping[str, str], folder: str, requirement: str) -> str:
    """One of the files around a curriculum.

    `around_text("mkdocs.yml", {"title": "Our Manual", ...}, "curriculum", "")` is the text of that file with these
    values in it; `folder` is where the curriculum stands, and `requirement` the line for its base.
    """
    text = (files(__package__) / "skeletons" / "project" / name).read_text("utf-8")
    text = filled(text, {**given, "base-requirement": requirement}).rstrip() + "\n"
    return text.replace("curriculum: curriculum\n", f"curriculum: {folder}\n") if name == "mkdocs.yml" else text


def start_languages(curriculum: Path, languages: tuple[str, ...]) -> Iterator[Path]:
    """Writes PO files without translations, one for each file with texts of one's own. Raises WrongUse if there are mistakes."""
    from babel.messages.catalog import Catalog

    from ..reading.curriculum import load
    from ..reading.translation.folder import FOLDER
    from ..reading.translation.messages import by_po
    from ..reading.translation.po import as_text
    from ..reading.translation.update import updated

    whole, _, _ = load(curriculum.absolute(), curriculum.absolute().parent)
    if whole is None:
        raise WrongUse(f"{curriculum} can not be read. `workshop check` says why.")
    own = [
        file
        for file in whole.files
        if (curriculum.absolute().parent / file.source.path).is_relative_to(curriculum.absolute())
    ]
    for language in languages:
        for name, messages in by_po(own).items():
            path = curriculum / FOLDER / language / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(as_text(updated(Catalog(), messages, language)))
            yield path


def _next(wishes: Wishes, started: Started) -> str:
    lines = [started.next_step, "`mkdocs serve` shows the site while you write; `workshop build` makes it."]
    if wishes.languages[1:]:
        lines.append("Translators work in `locales/`; after a change of texts: `workshop translate update`.")
    lines.append(
        "To publish: push to GitHub or GitLab; the workflow is there. On GitHub, switch Pages on in the settings."
    )
    return "\n".join(lines)
