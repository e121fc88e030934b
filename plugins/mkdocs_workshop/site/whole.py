"""Several languages in one site: what stands at the root names all of them."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..documents.places import MANIFEST
from .languages import folder_of
from .modules_json import MODULES
from .phone import can_be_kept, pocket


def join(site: Path, published: Sequence[str]) -> None:
    """Completes the manifest of downloads, the list of modules and the phone copy of the root. Raises OSError."""
    _join_manifests(site, published)
    _name_languages(site / MODULES, published)
    if can_be_kept(site):
        pocket(site, [folder_of(code, published) for code in published[1:]])


def _join_manifests(site: Path, published: Sequence[str]) -> None:
    """The manifest of the root lists the files of every language, with their way from the root."""
    entries: list[dict[str, Any]] = []
    for code in published:
        path = site / folder_of(code, published) / MANIFEST
        if path.is_file():
            entries += [
                {**entry, "path": folder_of(code, published) + entry["path"]}
                for entry in json.loads(path.read_text("utf-8"))["downloads"]
            ]
    if entries:
        text = json.dumps({"languages": list(published), "downloads": entries}, ensure_ascii=False, indent=1)
        (site / MANIFEST).write_text(text + "\n", "utf-8")


def _name_languages(path: Path, published: Sequence[str]) -> None:
    if path.is_file():
        data = json.loads(path.read_text("utf-8"))
        data["languages"] = {code: f"{folder_of(code, published)}{MODULES}" for code in published}
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
