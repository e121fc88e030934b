"""The manual on a phone: a service worker that keeps every page, once somebody has asked for it."""

import hashlib
import json
from importlib.resources import files
from pathlib import Path

WORKER = "sw.js"
WEIGHT = "pocket.json"
_LEFT_OUT = frozenset({WORKER, WEIGHT, "sitemap.xml", "sitemap.xml.gz", "robots.txt"})
KEPT_DOWNLOADS = ("downloads/index.html", "downloads/en/handout/")
"""Of the downloads only papers that people take in their hands: all of them would fill an old phone."""


def pocket(site: Path) -> None:
    """Writes the service worker of a built site, and how much it keeps. Raises OSError where it can not be written."""
    kept = {path: (site / path).read_bytes() for path in _paths(site)}
    whole = hashlib.sha256()
    for path, data in kept.items():
        whole.update(path.encode() + b"\0" + hashlib.sha256(data).digest())
    script = (files("mkdocs_workshop") / "theme" / WORKER).read_text("utf-8")
    listed = {"hash": whole.hexdigest()[:16], "files": [_address(path) for path in kept]}
    head = json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
    (site / WORKER).write_text(f"const KEPT = {head}\n{script}", "utf-8")
    weight = {"hash": listed["hash"], "files": len(kept), "bytes": sum(map(len, kept.values()))}
    (site / WEIGHT).write_text(json.dumps(weight) + "\n", "utf-8")


def _paths(site: Path) -> list[str]:
    everything = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return [
        path
        for path in everything
        if path not in _LEFT_OUT
        and not path.endswith((".zip", "-large-print.pdf", "-booklet.pdf"))
        and (not path.startswith("downloads/") or path.startswith(KEPT_DOWNLOADS) or path.endswith("manifest.json"))
    ]


def _address(path: str) -> str:
    """The address under which a server shows a file."""
    folder, _, name = path.rpartition("/")
    if name != "index.html":
        return path
    return f"{folder}/" if folder else "./"
