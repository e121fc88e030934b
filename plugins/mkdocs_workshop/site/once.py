"""What several languages of a site offer with the very same bytes stands there once: papers in two languages above all.

Each language is built by itself, so that it can stand alone. When all of them are there, those that come later lead to the first.
"""

import json
import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote

from ..documents.places import MANIFEST
from ..publishing.left import Aside
from .languages import folder_of
from .modules_json import MODULES

_DOWNLOADS = "downloads"
_LINK = re.compile(r'(?<=\bhref=")[^"#?:]+')
LISTS = (MANIFEST, MODULES, f"{_DOWNLOADS}/index.html")
"""What names files without being one that people take."""


def keep_once(site: Path, published: Sequence[str], aside: Aside = lambda _: None) -> list[str]:
    """Removes downloads that an earlier language has too, and leads the pages and lists of the later one to those.

    `aside` is told of each file before it is changed or removed. Returns the folders of the languages that were changed (`kk/`). Raises OSError.
    """
    changed = []
    for number, code in enumerate(published):
        folder = folder_of(code, published)
        doubled = _doubled(site, folder, [folder_of(earlier, published) for earlier in published[:number]])
        if doubled:
            _lead(site, folder, doubled, aside)
            for path in doubled:
                aside(site / folder / path)
                (site / folder / path).unlink()
            changed.append(folder)
    return changed


def _doubled(site: Path, folder: str, earlier: Iterable[str]) -> dict[str, str]:
    """Own paths of downloads in a language, and the path from the root of the site of the same bytes in an earlier one."""
    found: dict[str, str] = {}
    own = [path for path in (site / folder / _DOWNLOADS).rglob("*") if path.is_file()]
    for other in earlier:
        for file in own:
            path = file.relative_to(site / folder).as_posix()
            first = site / other / path
            if path not in LISTS and path not in found and first.is_file() and _same(file, first):
                found[path] = other + path
    return found


def _same(one: Path, other: Path) -> bool:
    return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()


def _lead(site: Path, folder: str, doubled: Mapping[str, str], aside: Aside) -> None:
    names = {PurePosixPath(path).name for path in doubled}
    for page in (site / folder).rglob("*.html"):
        html = page.read_text("utf-8")
        here = page.parent.relative_to(site).as_posix()
        led = _LINK.sub(partial(_led, here=here, folder=folder, doubled=doubled, names=names), html)
        if led != html:
            aside(page)
            page.write_text(led, "utf-8")
    for name in LISTS[:2]:
        path = site / folder / name
        if path.is_file():
            data = json.loads(path.read_text("utf-8"))
            text = json.dumps(_in_lists(data, folder, doubled), ensure_ascii=False, indent=1)
            aside(path)
            path.write_text(text + "\n", "utf-8")


def _led(found: re.Match[str], here: str, folder: str, doubled: Mapping[str, str], names: set[str]) -> str:
    """A link of a page in the folder `here`, to where its file stands now."""
    # Markdown writes `ru%2Bkk` for the folder `ru+kk`, our templates write it as it is.
    link = unquote(found[0])
    if link.rpartition("/")[2] not in names:
        return found[0]
    target = doubled.get(posixpath.relpath(posixpath.join(here, link), folder or "."))
    return quote(posixpath.relpath(target, here), safe="/+") if target else found[0]


def _in_lists(data: object, folder: str, doubled: Mapping[str, str]) -> object:
    """The same list, in which paths lead to where the files stand now, seen from the folder of the language."""
    if isinstance(data, dict):
        return {key: _in_lists(value, folder, doubled) for key, value in data.items()}
    if isinstance(data, list):
        return [_in_lists(value, folder, doubled) for value in data]
    if isinstance(data, str) and data in doubled:
        return posixpath.relpath(doubled[data], folder or ".")
    return data
