"""Several languages in one site: what stands at the root names all of them."""

import json
import posixpath
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..documents.places import MANIFEST
from ..publishing.left import Aside
from .languages import folder_of
from .modules_json import MODULES
from .once import keep_once
from .phone import WEIGHT, WORKER, can_be_kept, pocket


def join(site: Path, published: Sequence[str], aside: Aside = lambda _: None) -> None:
    """Completes the manifest of downloads, the list of modules and the phone copies; keeps once what is there twice.

    `aside` is told of each file before it is changed or removed. Raises OSError.
    """
    for folder in (folder_of(code, published) for code in published):
        # Whichever of these will be written anew, it is as its own language left it.
        for name in (MANIFEST, MODULES, WORKER, WEIGHT):
            if (site / folder / name).is_file():
                aside(site / folder / name)
    changed = keep_once(site, published, aside)
    _join_manifests(site, published)
    _name_languages(site / MODULES, published)
    for folder in changed:
        if can_be_kept(site / folder):
            pocket(site / folder)
    if can_be_kept(site):
        pocket(site, [folder_of(code, published) for code in published[1:]])


def _join_manifests(site: Path, published: Sequence[str]) -> None:
    """The manifest of the root lists the files of every language, with their way from the root."""
    entries: dict[str, dict[str, Any]] = {}
    for code in published:
        path = site / folder_of(code, published) / MANIFEST
        if path.is_file():
            for entry in json.loads(path.read_text("utf-8"))["downloads"]:
                # A file that two languages share is listed once.
                place = posixpath.normpath(folder_of(code, published) + entry["path"])
                entries.setdefault(place, {**entry, "path": place})
    if entries:
        listed = {"languages": list(published), "downloads": list(entries.values())}
        text = json.dumps(listed, ensure_ascii=False, indent=1)
        (site / MANIFEST).write_text(text + "\n", "utf-8")


def _name_languages(path: Path, published: Sequence[str]) -> None:
    if path.is_file():
        data = json.loads(path.read_text("utf-8"))
        data["languages"] = {code: f"{folder_of(code, published)}{MODULES}" for code in published}
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
