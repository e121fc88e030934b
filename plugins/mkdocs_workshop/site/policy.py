"""The Content-Security-Policy under which a built site works: nothing from elsewhere, and no script or style but its own.

What the theme and single-file pages (slides, forms, pages to embed) hold inside of a page is named by its hash.
"""

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

# Data for scripts is no script: browsers leave it alone, so it needs no hash.
_INSIDE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1>", re.DOTALL)
_NO_SCRIPT = re.compile(r"""\bsrc=|\btype=["']?application/(?:ld\+)?json""")


def policy(site: Path) -> str:
    """The value of the header for a built site, on one line. Raises OSError when the site can not be read."""
    hashes: dict[str, set[str]] = {"script": set(), "style": set()}
    for path in sorted(site.rglob("*.html")):
        for kind, text in inside(path.read_text("utf-8")):
            hashes[kind].add(f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'")
    parts = {
        "default-src": ["'self'"],
        "script-src": ["'self'", *sorted(hashes["script"])],
        "style-src": ["'self'", *sorted(hashes["style"])],
        # Symbols of the theme stand in its style sheet as addresses that begin with `data:`; a picture runs nothing.
        "img-src": ["'self'", "data:"],
        # Slide pages are opened from a stick, so their letters stand inside of the file.
        "font-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
    }
    return "; ".join(" ".join([name, *values]) for name, values in parts.items())


def inside(html: str) -> Iterator[tuple[str, str]]:
    """Each script and style that stands in a page: `script` or `style`, and its text."""
    for match in _INSIDE.finditer(html):
        if not _NO_SCRIPT.search(match[2]):
            yield match[1], match[3]
