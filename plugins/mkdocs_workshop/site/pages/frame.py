"""The frame around the pages: our templates before the theme's own, and the words that they need."""

import functools
from collections.abc import Callable
from importlib.resources import files
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, ChoiceLoader, FileSystemLoader, PrefixLoader
from jinja2.bccache import Bucket

from ...language.interface import catalogue
from ..languages import Languages, territory_locale
from . import paths

DOORS = (
    ("door.run", "door.run.text", paths.HOME, "navy"),
    ("door.use", "door.use.text", paths.MODULES, "teal"),
    ("door.take", "door.take.text", paths.HANDOUTS, "amber"),
)
"""The three ways in: name, line under it, page, colour."""
SAID_ONCE = frozenset({"assets/workshop/shell.js", "assets/workshop/nav.js"})
"""Templates of files that say for all pages what would stand in each of them."""


def frame_loader(theme: BaseLoader, custom_dir: str | None) -> BaseLoader:
    """Finds a template in the site's own folder, then here, then in the theme.

    A template of ours reaches the one that it takes the place of as `theme/...`, so that nothing of the theme is copied.
    """
    own = [FileSystemLoader(custom_dir)] if custom_dir else []
    ours = FileSystemLoader(str(files("mkdocs_workshop") / "site" / "theme" / "templates"))
    return ChoiceLoader([*own, ours, theme, PrefixLoader({"theme": theme})])


class _Compiled(BytecodeCache):
    """Templates of the frame that were compiled in this process; jinja2 looks itself whether their text is still the same."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills a template from what is kept."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a template."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


@functools.cache
def compiled() -> BytecodeCache:
    """What keeps the compiled templates: MkDocs begins each language with none. Nothing of them is kept on the disk; see `environment`."""
    return _Compiled()


def frame_words(
    language: str, address: Callable[[str], str], languages: Languages, *, offline: bool = False
) -> dict[str, Any]:
    """What the templates of the frame know as `workshop`; `address` says where a page stands in the site."""
    doors = [(door, words, address(page), colour) for door, words, page, colour in DOORS]
    return {
        "say": catalogue(language),
        "doors": doors,
        "scripts": [paths.FILE_SEARCH_SCRIPT] if offline else [],
        "page": paths.PAGE_SCRIPT,
        "ways": languages.ways,
        "locale": territory_locale,
        # A server shows the page of what is missing at the root for every language.
        "missing": [] if languages.folder else [(*home, catalogue(home[0])) for home in languages.homes()[1:]],
    }
