"""One build of several languages asks for the same files again and again, each language for all: they are read and linked once."""

import functools
from pathlib import Path

from ..ground.findings import below, has_base, key_of
from ..ground.problems import Problem
from .curriculum import Curriculum, load

Loaded = tuple[Curriculum | None, list[Problem], bool]
_MOST = 4
"""Curricula that stay in memory: more languages than most manuals have."""


def load_once(folder: Path, root: Path, language: str | None = None, country: str | None = None) -> Loaded:
    """The same as `load`; what was read before is taken from memory as long as no byte below `folder` is another.

    Modules that are borrowed from elsewhere, and folders with links in them, are read each time.
    """
    key = None if not folder.is_dir() or has_base(folder) else key_of(below(folder), ())
    if key is None:
        return load(folder, root, language, country)
    curriculum, problems, complete = _loaded(key, folder, root, language, country)
    return curriculum, [*problems], complete


@functools.lru_cache(maxsize=_MOST)
def _loaded(key: str, folder: Path, root: Path, language: str | None, country: str | None) -> Loaded:  # noqa: ARG001  the key tells one state of the files from another
    return load(folder, root, language, country)
