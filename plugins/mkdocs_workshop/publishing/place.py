"""Where a build may write: never on, around or in what people have written."""

import errno
from collections.abc import Iterable
from pathlib import Path

from ..ground.there import is_there
from ..plugin_settings import read_settings
from .marker import read_marker

_SOURCES = ("docs", "plugins", "tests", ".git", ".github", ".venv", "node_modules")
"""Folders of a project that no build may write into, beside those that its settings name."""


class Refused(Exception):
    """Nothing was touched; the message says why, and how to go on."""


def sources(root: Path, curriculum: Path) -> list[Path]:
    """The folders that hold what people have written, with links followed: those of the project that exist."""
    said = read_settings(root / "mkdocs.yml")
    theme = said.get("theme")
    named = [said.get("docs_dir", "docs"), theme.get("custom_dir") if isinstance(theme, dict) else None]
    # A project may publish into `docs`, as some hosts want it; what a build has made there holds no sources.
    usual = [root / name for name in _SOURCES if read_marker(root / name) is None]
    folders = [curriculum, *usual, *(root / name for name in named if isinstance(name, str))]
    return [folder.resolve() for folder in folders if folder.exists()]


def judge(target: Path, root: Path, curriculum: Path) -> Path:
    """The true place of a folder or file that a build is asked to write, with links followed.

    Raises Refused where it is, holds or lies in something that is no build's to replace.
    """
    try:
        place = target.resolve()
        checkout = is_there(place / ".git")
    except (RuntimeError, OSError) as error:
        # What Python calls a link that leads to itself depends on its version.
        if isinstance(error, RuntimeError) or error.errno == errno.ELOOP:
            raise Refused(
                f"{target} is a link that leads to itself. Name another folder, for example `site`."
            ) from error
        raise Refused(f"{str(target)[:80]} can not be read or made: {error.strerror}. Name another folder.") from error
    home = Path.home().resolve()
    if place == Path(place.anchor):
        raise Refused(f"{target} is the root of the disk. Name a folder of its own, for example `site`.")
    if place == home or home.is_relative_to(place):
        raise Refused(
            f"{target} is your home folder, or holds it. Name a folder of its own, for example `{home / 'site'}`."
        )
    project = root.resolve()
    if project.is_relative_to(place):
        raise Refused(
            f"{target} is the folder of the project, or holds it. Name a folder inside it, for example `site`."
        )
    _outside(target, place, sources(root, curriculum))
    if checkout:
        raise Refused(f"{target} is a Git checkout. Name another folder, and copy the site from there.")
    return place


def _outside(target: Path, place: Path, folders: Iterable[Path]) -> None:
    for folder in folders:
        if place.is_relative_to(folder):
            where = "is" if place == folder else "lies in"
            raise Refused(f"{target} {where} {folder}, which holds sources. Name another folder, for example `site`.")
        if folder.is_relative_to(place):
            raise Refused(f"{target} holds {folder}, where sources are. Name another folder, for example `site`.")
