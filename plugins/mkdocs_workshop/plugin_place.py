"""Where `mkdocs build` may write. MkDocs empties the folder of the site before it builds, whatever lies there."""

import os
import shutil
from contextlib import ExitStack, suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any, cast

from mkdocs.config.base import ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

from .ground.artifact import Role
from .ground.filed import folder_for
from .plugin_options import WorkshopConfig
from .publishing.lock import only_one
from .publishing.marker import MARKER, Marker, marker_text, read_marker
from .publishing.options import given_options
from .publishing.place import Refused, judge
from .publishing.served import put_aside
from .publishing.swap import content, is_new, lock_of
from .site.languages import Languages


class KeepsPlace(BasePlugin[WorkshopConfig]):
    """Holds the folder of the site while it is built."""

    serving = False
    """Whether `mkdocs serve` asks; it has a folder of its own."""
    dirty = False
    """Whether MkDocs is to make changed pages alone."""
    languages: Languages
    """The languages of the site, seen from that of this build."""
    held: ExitStack | None = None
    """The lock of the folder."""

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Takes the options of this one build, from `workshop build`, before those of `mkdocs.yml`."""
        try:
            given = given_options(os.environ)
        except ValueError as error:
            raise PluginError(f"The options of this build can not be read: {error}.") from error
        return super().load_config({**options, **given}, config_file_path)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Refuses a folder that is no build's to empty: MkDocs empties it next."""
        if not self.serving:
            self.held = own_place(config, self._root(config), self.config, self.languages.published)
        elif not self.dirty:
            with suppress(OSError):
                put_aside(Path(config.site_dir))

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002  the event brings it
        """Lets the folder go."""
        self.let_go()

    def let_go(self) -> None:
        """Lets other builds have the folder."""
        if self.held is not None:
            self.held.close()

    def folder_of_made(self, cache: Path) -> Path | None:
        """A folder for what is made, which goes with the build; None where nothing is held."""
        folder = folder_for(cache) if self.held is not None else None
        if self.held is not None and folder is not None:
            self.held.callback(shutil.rmtree, folder, ignore_errors=True)
        return folder

    def _root(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent if config.config_file_path else Path.cwd()


def own_place(config: MkDocsConfig, root: Path, options: WorkshopConfig, languages: tuple[str, ...]) -> ExitStack:
    """Marks the folder of the site as one that a build may replace, and holds it for this build until the answer is closed.

    Raises PluginError, before anything is touched, where it is, holds or lies in sources, holds what no build has made, or the
    edition for others; where another build holds it; and where it can not be written.
    """
    site = Path(config.site_dir)
    made = Marker(version("mkdocs-workshop"), cast("Role", options.role), languages)
    with ExitStack() as stack:
        try:
            place = judge(site, root, root / options.curriculum)
            _refuse(site, made, read_marker(place), empty=not content(place))
            place.parent.mkdir(parents=True, exist_ok=True)
            # Of what `workshop build` fills, it holds the lock itself.
            if not is_new(place):
                stack.enter_context(only_one(lock_of(place), site))
            if not place.exists():
                stack.callback(_leave_nothing, place)
            place.mkdir(exist_ok=True)
            # MkDocs leaves hidden files where they are. So a build that is broken off leaves a folder that the next may replace.
            (place / MARKER).write_text(marker_text(made), "utf-8")
        except Refused as error:
            raise PluginError(str(error)) from error
        except OSError as error:
            raise PluginError(f"{error.filename or site} can not be written: {error.strerror}.") from error
        return stack.pop_all()


def _leave_nothing(place: Path) -> None:
    """Takes a new folder away in which nothing was built."""
    if [path.name for path in place.iterdir()] == [MARKER]:
        (place / MARKER).unlink()
        place.rmdir()


def _refuse(site: Path, made: Marker, there: Marker | None, *, empty: bool) -> None:
    if there is None and not empty:
        raise Refused(
            f"{site} is not empty, and nothing in it says that a build of the workshop made it. Nothing was touched. "
            f"Name an empty folder as `site_dir`; or, if {site} is an old site that nobody needs, delete it yourself."
        )
    if there is not None and there.role != made.role:
        raise Refused(
            f"{site} holds the edition for the role {there.role}, and this would be the one for the role {made.role}. "
            "Name another folder as `site_dir`, or use `workshop build --replace-role`."
        )
