"""The manual on a phone: a service worker that keeps every page, once somebody has asked for it."""

import hashlib
import json
import re
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from ..publishing.marker import MARKER

WORKER = "sw.js"
WEIGHT = "pocket.json"
_LEFT_OUT = frozenset({WORKER, WEIGHT, MARKER, "sitemap.xml", "sitemap.xml.gz"})
_CARDS = "assets/workshop/cards/"
"""Only servers of messengers ask for them."""
KEPT_DOWNLOADS = re.compile(r"downloads/(index\.html|manifest\.json|[^/+]+/handout/[^/]+\.pdf)")
"""Of the downloads only the papers that people take in their hands, in one language (`ru+kk` is two): all of them would fill an
old phone."""
NOT_FOR_SCREENS = tuple(
    f"-{way}.pdf" for way in ("large-print", "booklet", "booklet-for-copier", "cards-on-a4", "tiles-on-a4")
)
"""Ends of names of papers that nobody reads on a screen: for large letters, and in printer's order."""


def pocket(site: Path, without: Sequence[str] = ()) -> None:
    """Writes the service worker of a built site, and how much it keeps. Raises OSError where it can not be written.

    `without` are folders of other languages (`ru/`), each of which is kept by itself.
    """
    kept = {path: (site / path).read_bytes() for path in _paths(site) if not path.startswith(tuple(without))}
    hashes = {_address(path): hashlib.sha256(data).hexdigest() for path, data in kept.items()}
    script = (files("mkdocs_workshop") / "site" / "theme" / WORKER).read_text("utf-8")
    size = sum(map(len, kept.values()))
    listed = {"hash": hashlib.sha256(repr(hashes).encode()).hexdigest()[:16], "bytes": size, "files": hashes}
    head = json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
    (site / WORKER).write_text(f"const KEPT = {head}\n{script}", "utf-8")
    weight = {"hash": listed["hash"], "files": len(kept), "bytes": size}
    (site / WEIGHT).write_text(json.dumps(weight) + "\n", "utf-8")


def can_be_kept(site: Path) -> bool:
    """Whether a site can be kept on a phone."""
    return (site / WORKER).is_file()


def _paths(site: Path) -> list[str]:
    everything = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return [
        path
        for path in everything
        if path not in _LEFT_OUT
        and not path.startswith(_CARDS)
        and not path.endswith(NOT_FOR_SCREENS)
        and (not path.startswith("downloads/") or KEPT_DOWNLOADS.fullmatch(path))
    ]


def _address(path: str) -> str:
    """The address under which a server shows a file."""
    folder, _, name = path.rpartition("/")
    if name != "index.html":
        return path
    return f"{folder}/" if folder else "./"
