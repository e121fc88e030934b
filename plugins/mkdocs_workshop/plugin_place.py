"""Where `mkdocs build` may write. MkDocs empties the folder of the site before it builds, whatever lies there."""

from importlib.metadata import version
from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from .ground.artifact import Role
from .plugin_options import WorkshopConfig
from .publishing.marker import MARKER, Marker, marker_text, read_marker
from .publishing.place import Refused, judge
from .publishing.swap import content


def own_place(config: MkDocsConfig, root: Path, options: WorkshopConfig, languages: tuple[str, ...]) -> None:
    """Marks the folder of the site as one that a build may replace.

    Raises PluginError, before anything is touched, where it is, holds or lies in sources, holds what no build has made, or the
    edition for others; and where it can not be written.
    """
    site = Path(config.site_dir)
    made = Marker(version("mkdocs-workshop"), cast("Role", options.role), languages)
    try:
        place = judge(site, root, root / options.curriculum)
        _refuse(site, made, read_marker(place), empty=not content(place))
        place.mkdir(parents=True, exist_ok=True)
        # MkDocs leaves hidden files where they are. So a build that is broken off leaves a folder that the next may replace.
        (place / MARKER).write_text(marker_text(made), "utf-8")
    except Refused as error:
        raise PluginError(str(error)) from error
    except OSError as error:
        raise PluginError(f"{error.filename or site} can not be written: {error.strerror}.") from error


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
