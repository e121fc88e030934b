"""Writes the manual as a plain documentation folder that any MkDocs-like generator builds without this plugin."""

import os
import shutil
from pathlib import Path

import yaml

from ..ground.artifact import Artifact
from ..plugin_settings import read_settings
from .literal import spelled_out
from .pages import Pages, paths


def write_markdown(pages: Pages, docs: Path, folder: Path, config: Path, at: Path | None = None) -> None:
    """Writes `folder/docs` (hand-written pages of `docs` and everything made) and `folder/mkdocs.yml` with the navigation.

    The new `mkdocs.yml` inherits from `config` and only replaces what the plugin would have set; navigation of hand-written
    pages stays as `config` has it, behind ours. `at` is where an empty `folder` will stand in the end. Raises OSError.
    """
    target = folder / "docs"
    shutil.copytree(docs, target) if docs.is_dir() else target.mkdir(parents=True)
    for artifact in pages.artifacts:
        _write(target, artifact)
    own = read_settings(config)
    settings = {
        # Relative, so that the project can be moved or sent with both.
        "INHERIT": Path(os.path.relpath(config.resolve(), (at or folder).resolve())).as_posix(),
        "docs_dir": "docs",
        "site_dir": "site",
        "plugins": ["search"],
        "extra_css": [paths.STYLE, *(own.get("extra_css") or [])],
        "nav": [*pages.nav, *(own.get("nav") or [])],
    }
    (folder / "mkdocs.yml").write_text(
        yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=1000), "utf-8"
    )


def _write(target: Path, artifact: Artifact) -> None:
    path = target / artifact.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(spelled_out(artifact.data.decode()).encode() if path.suffix == ".md" else artifact.data)
