"""Links of hand-written pages in an edition that does not have every page."""

import posixpath
import re
from collections.abc import Callable

_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s#:]+\.md)(?:#[^)\s]*)?\)")


def known_links(markdown: str, page: str, known: Callable[[str], bool]) -> str:
    """Turns links to pages that are not there into plain words. Paths are below the documentation folder."""

    def keep(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), found[2]))
        return found[0] if known(target) else found[1]

    return _LINK.sub(keep, markdown)
