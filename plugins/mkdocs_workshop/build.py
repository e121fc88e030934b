"""Builds the site beside the old one and swaps it in whole, so that a reader never meets half a manual."""

import os
import shutil
import subprocess
import sys
from pathlib import Path


def build_site(root: Path, site: Path, config_file: str = "mkdocs.yml") -> int:
    """Runs `mkdocs build --strict`. The old site stays when it fails. Returns the exit status.

    Raises OSError when a folder can not be written.
    """
    beside = site.with_name(f".{site.name}.new")
    _remove(beside)
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--config-file",
        config_file,
        "--site-dir",
        str(beside),
    ]
    status = subprocess.run(command, cwd=root, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=False).returncode
    if status == 0:
        _swap(beside, site)
    else:
        _remove(beside)
    return status


def _swap(new: Path, old: Path) -> None:
    aside = old.with_name(f".{old.name}.old")
    _remove(aside)
    if old.exists():
        old.rename(aside)
    new.rename(old)
    _remove(aside)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
