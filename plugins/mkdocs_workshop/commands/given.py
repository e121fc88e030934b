"""What is given on the command line: the folder of the curriculum, paths, and ids that a shell completes.

Everything here looks at names of files alone: a shell asks at every press of TAB.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from .exits import WrongUse
from .frame import Declares, option

Complete = Callable[[click.Context, click.Parameter, str], list[str]]

_PLACES: Mapping[str, str] = {
    "country": "countries/*.yml",
    "event": "events/*/event.yml",
    "handout": "modules/*/handouts/*.yml",
    "language": "locales/*/",
    "module": "modules/*/module.yml",
    "programme": "programmes/*.yml",
}
"""Where the files of a kind lie, below the folder of the curriculum."""


class AnyPath(click.Path):
    """A path, which need not be there: what is wrong with it is said by the command, in words of its own."""

    def __init__(self, *, folder: bool = False) -> None:
        super().__init__(readable=False, path_type=Path)
        self.folder = folder

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002  click calls it so
        """A shell completes it as the name of a file, or of a folder."""
        return [CompletionItem(incomplete, type="dir" if self.folder else "file")]


FILE, FOLDER = AnyPath(), AnyPath(folder=True)


def ids_of(kind: str) -> Complete:
    """Completes the ids of a kind: for `module` the names of folders below `curriculum/modules` that hold a `module.yml`."""

    def complete(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
        found = Path(ctx.params.get("curriculum") or "curriculum").glob(_PLACES[kind])
        ids = {path.parent.name if path.stem == kind else path.stem for path in found}
        return sorted(id_ for id_ in ids if id_.startswith(incomplete) and id_ != "templates")

    return complete


def _there(_: click.Context, __: click.Parameter, folder: Path) -> Path:
    if not folder.is_dir():
        raise WrongUse(f"there is no folder `{folder}` here. Go to the project folder, or name it with --curriculum.")
    return folder


def _curriculum(callback: Callable[[click.Context, click.Parameter, Path], Path] | None) -> Declares:
    return option(
        "--curriculum", type=FOLDER, default=Path("curriculum"), metavar="DIR", callback=callback,
        help="Folder with the YAML files (default: curriculum).",
    )  # fmt: skip


curriculum_option = _curriculum(_there)
"""The option `--curriculum`, for a folder that must be there. It comes to the function as `curriculum`, a Path."""
new_curriculum_option = _curriculum(None)
"""The same for a folder that need not be there yet."""
