"""Where the PO files of a curriculum lie."""

from collections.abc import Iterable
from pathlib import Path

FOLDER = "locales"


def languages_of(folder: Path) -> list[str]:
    """The languages for which a curriculum has PO files, by their codes.

    A folder `locales` with `kk` and `ru` gives `["kk", "ru"]`.
    """
    there: Iterable[Path] = (folder / FOLDER).glob("*/") if (folder / FOLDER).is_dir() else ()
    return sorted(path.name for path in there if len(path.name) == 2)
