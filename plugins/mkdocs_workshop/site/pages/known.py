"""Links and navigation of hand-written pages in an edition that does not have every page."""

import posixpath
import re
from collections.abc import Callable
from typing import Any

_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s#:]+\.md)(?:#[^)\s]*)?\)")


def known_links(markdown: str, page: str, known: Callable[[str], bool]) -> str:
    """Turns links to pages that are not there into plain words. Paths are below the documentation folder."""

    def keep(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), found[2]))
        return found[0] if known(target) else found[1]

    return _LINK.sub(keep, markdown)


def known_nav(nav: list[Any], known: Callable[[str], bool]) -> list[Any]:
    """The navigation of hand-written pages without pages that are not there, and without sections that hold nothing else."""
    kept = []
    for entry in nav:
        if isinstance(entry, dict):
            named = {
                title: known_nav(target, known) if isinstance(target, list) else target
                for title, target in entry.items()
            }
            named = {title: target for title, target in named.items() if target and _is_known(target, known)}
            kept += [named] if named else []
        elif _is_known(entry, known):
            kept.append(entry)
    return kept


def _is_known(target: Any, known: Callable[[str], bool]) -> bool:
    """Whether an entry stays: only pages can be missing. Of addresses and of what is no entry MkDocs thinks for itself."""
    if not isinstance(target, str) or "://" in target:
        return True
    return known(posixpath.normpath(target))


def taken(path: str) -> str:
    """What is said of a page that is written by hand and made as well.

    For `about.md`:
    "about.md is written by hand in the documentation folder, but the curriculum makes a page of that name. ...".
    """
    return (
        f"{path} is written by hand in the documentation folder, but the curriculum makes a page of that name. "
        "Rename or remove the one in the documentation folder."
    )
