"""Writes the manual as a plain documentation folder that any MkDocs-like generator builds without this plugin."""

import shutil
from pathlib import Path
from typing import Any

import yaml

from ..ground.artifact import Artifact
from .literal import spelled_out
from .pages import Pages, paths


def write_markdown(pages: Pages, docs: Path, folder: Path, config: Path) -> None:
    """Writes `folder/docs` (hand-written pages of `docs` and everything made) and `folder/mkdocs.yml` with the navigation.

    The new `mkdocs.yml` inherits from `config` and only replaces what the plugin would have set; navigation of hand-written
    pages stays as `config` has it, behind ours. Raises FileExistsError when the folder has something in it already.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    target = folder / "docs"
    shutil.copytree(docs, target) if docs.is_dir() else target.mkdir(parents=True)
    for artifact in pages.artifacts:
        _write(target, artifact)
    own = yaml.load(config.read_text("utf-8"), _AnyTag)  # noqa: S506  a safe loader that keeps unknown tags out
    settings = {
        "INHERIT": str(config.resolve()),
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


class _AnyTag(yaml.SafeLoader):
    """Reads `mkdocs.yml` for its lists alone; `!ENV` and its kin stay with MkDocs."""


def _nothing(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> Any:
    del loader, suffix, node


_AnyTag.add_multi_constructor("!", _nothing)
_AnyTag.add_multi_constructor("tag:yaml.org,2002:python/", _nothing)
