"""What a new curriculum needs around it: settings of the site, a page of one's own, and what Git should not see."""

from importlib.resources import files
from pathlib import Path

_PLACES = (("mkdocs.yml", "mkdocs.yml"), ("about-us.md", "docs/about-us.md"), ("gitignore", ".gitignore"))
"""The skeleton, and where it goes. What is there stays."""


def start_project(root: Path) -> list[Path]:
    """Writes what is missing in the folder of a project; nothing if it has settings already. Returns what was written."""
    if (root / "mkdocs.yml").exists():
        return []
    written = []
    for skeleton, place in _PLACES:
        path = root / place
        if path.exists() or (path.parent != root and path.parent.exists()):
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((files(__package__) / "skeletons" / "project" / skeleton).read_text("utf-8"), "utf-8")
        written.append(path)
    return written
