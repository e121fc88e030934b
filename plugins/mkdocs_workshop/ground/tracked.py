"""What Git keeps of the folders that belong to nobody but the trainer, and files that could hold lists of people."""

import subprocess
from pathlib import Path

FOLDERS = ("people", "responses", "private")
"""Folders of a project whose content belongs to nobody but the trainer."""
BOOKS, TEXTS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"}), frozenset({".csv", ".tsv"})
"""How the names of tables end."""


def tracked(root: Path) -> list[str]:
    """What Git tracks of the private folders; nothing where there is no Git."""
    if not any((root / name).exists() for name in FOLDERS):
        return []
    command = ["git", "-C", str(root), "ls-files", "-z", "--", *FOLDERS]
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
    except OSError:
        return []
    return sorted(filter(None, done.stdout.split("\0"))) if done.returncode == 0 else []


def tables_below(folder: Path) -> list[Path]:
    """Every file below a folder whose name ends as that of a table does, in their order."""
    return [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in BOOKS | TEXTS and path.is_file()]


def pages_below(folder: Path) -> list[Path]:
    """Every page that somebody wrote by hand below a folder, in their order."""
    return [path for path in sorted(folder.rglob("*.md")) if path.is_file()]
