"""`mkdocs build` with nothing changed leaves the site as it is, as `workshop build` does: it is what the build would make again.

MkDocs has no word for "nothing to do". Its command runs in click, which ends a command without an error where it is told to; so
this is done only for the command `mkdocs build`, before MkDocs has touched anything, and for nobody who calls MkDocs as a library.
"""

import logging
import os
from pathlib import Path

from click import get_current_context
from click.exceptions import Exit
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority, get_plugin_logger

from .ground.day import today
from .plugin_pages import MKDOCS, Heard
from .plugin_place import KeepsPlace
from .publishing.inputs import inputs
from .publishing.options import given_options
from .publishing.swap import is_new
from .publishing.unchanged import is_as_made, remember

_LOG = get_plugin_logger(__name__)


class LeavesAlone(KeepsPlace):
    """The part of a plugin that does nothing where nothing is to be done."""

    made_of: str | None = None
    """Everything that decides the site; None where that can not be said, or where nobody will ask for it."""
    heard: Heard | None = None

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Ends the command where the site is as it was made; see `KeepsPlace`."""
        super().on_pre_build(config=config)
        self.made_of = None if is_new(Path(config.site_dir)) else self._inputs(config)
        if self.made_of is None:
            return
        if is_as_made(self._cache(config), Path(config.site_dir).resolve(), self.made_of):
            _LOG.info("Nothing has changed since the last build: the site is as it was made, every byte of it.")
            self.let_go()
            raise Exit(0)
        self.heard = Heard(logging.WARNING)
        MKDOCS.addHandler(self.heard)

    @event_priority(-1000)  # When no plugin changes the site any more.
    def end(self, *, config: MkDocsConfig) -> None:
        """Notes what the site was made of, and lets it go. A build that had something to say says it again each time."""
        self.noted(config)
        unsaid = self.heard is not None and not self.heard.said
        if self.made_of and unsaid and self.made_of == self._inputs(config):
            remember(self._cache(config), Path(config.site_dir).resolve(), self.made_of)
        self.let_go()

    def noted(self, config: MkDocsConfig) -> None:
        """Notes more of a site that is done."""

    def let_go(self) -> None:
        """Lets other builds have the folder."""
        if self.heard is not None:
            MKDOCS.removeHandler(self.heard)
            self.heard = None
        super().let_go()

    def _inputs(self, config: MkDocsConfig) -> str | None:
        context = get_current_context(silent=True)
        if context is None or context.info_name != "build" or self.serving or self.dirty:
            return None
        root = self._root(config)
        if Path(config.config_file_path) != root / "mkdocs.yml":
            return None
        # What the command line says in place of `mkdocs.yml`.
        given = [str(config.theme.name), str(config.use_directory_urls), str(config.strict), str(config.site_url)]
        options = {**given_options(os.environ), "given": given}
        return inputs(root, root / self.config.curriculum, today(), self.languages.published, options)

    def _cache(self, config: MkDocsConfig) -> Path:
        return self._root(config) / self.config.cache
