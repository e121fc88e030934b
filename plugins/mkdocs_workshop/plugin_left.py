"""A language of a site that a build would make again as it is, is taken from the site that the build replaces.

What MkDocs is given decides what it makes: all pages and files, settings, the theme. Where that is the same as the last time, MkDocs
need not begin. It has no word for that; its command runs in click, which ends a command without an error where it is told to.
"""

import hashlib
import logging
import os
from pathlib import Path

from click import get_current_context
from click.exceptions import Exit
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from .ground.artifact import Artifact
from .ground.day import today
from .plugin_pages import MKDOCS, Heard
from .plugin_unchanged import LeavesAlone
from .publishing.inputs import inputs
from .publishing.left import note, take
from .publishing.options import given_options
from .site.pages import Pages

_LOG = get_plugin_logger(__name__)


class LeavesLanguage(LeavesAlone):
    """The part of a plugin that takes its language from the site before."""

    given: str | None = None
    """The hash of everything that MkDocs is given; None where that can not be said, or where nobody will ask for it."""
    warned: Heard | None = None

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Begins to listen: a build that had something to say says it again each time."""
        super().on_pre_build(config=config)
        self.given = None
        if self.config.before:
            self.warned = Heard(logging.WARNING)
            MKDOCS.addHandler(self.warned)

    def leave(self, config: MkDocsConfig, made: Pages) -> None:
        """Ends the command where the language can be taken as it is."""
        if self.warned is None or self.warned.said:
            return
        root = self._root(config)
        given = {**given_options(os.environ), "given": [str(config.strict), str(config.site_url)]}
        self.given = inputs(
            root, root / self.config.curriculum, today(), self.languages.published, given, made=_hash(made)
        )
        cache, site = self._cache(config), Path(config.site_dir)
        if self.given is None or get_current_context(silent=True) is None:
            return
        if take(cache, Path(self.config.before), self.given, site):
            _LOG.info("Nothing that decides %s has changed: it is as it was made, every byte of it.", made.language)
            self.let_go()
            raise Exit(0)

    def noted(self, config: MkDocsConfig) -> None:
        """Notes what the language was made of."""
        if self.given is not None and self.warned is not None and not self.warned.said:
            note(self._cache(config), Path(self.config.before), self.given, Path(config.site_dir))

    def let_go(self) -> None:
        """Ends what was begun."""
        if self.warned is not None:
            MKDOCS.removeHandler(self.warned)
            self.warned = None
        super().let_go()


def _hash(made: Pages) -> str:
    """The hash of all that MkDocs is given of the manual."""
    found = hashlib.sha256(repr(made._replace(artifacts=[], english=frozenset())).encode("utf-8", "surrogatepass"))
    found.update(repr(sorted(made.english)).encode("utf-8", "surrogatepass"))
    for one in made.artifacts:
        found.update(repr(_said(one)).encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def _said(one: Artifact) -> tuple[object, ...]:
    return one.path, one.role, one.title, one.made_from, one.sha256
