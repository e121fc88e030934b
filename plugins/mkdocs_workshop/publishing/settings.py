"""A look into `mkdocs.yml` without MkDocs: for its folders and lists alone."""

from pathlib import Path
from typing import Any

import yaml


def read_settings(path: Path) -> dict[str, Any]:
    """What a `mkdocs.yml` says, with what it inherits under it; what stands behind `!ENV` and its kin is None.

    Nothing of a file that can not be read: MkDocs will say what is wrong with it.
    """
    seen: list[Path] = []
    found: dict[str, Any] = {}
    while path not in seen:
        seen.append(path)
        own = _one(path)
        found = {**own, **found}
        if not isinstance(own.get("INHERIT"), str):
            break
        path = (path.parent / own["INHERIT"]).resolve()
    return found


def _one(path: Path) -> dict[str, Any]:
    try:
        own = yaml.load(path.read_text("utf-8"), _AnyTag)  # noqa: S506  a safe loader that keeps unknown tags out
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return {}
    return own if isinstance(own, dict) else {}


class _AnyTag(yaml.SafeLoader):
    """Reads for lists and names alone; `!ENV` and its kin stay with MkDocs."""


def _nothing(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> Any:
    del loader, suffix, node


_AnyTag.add_multi_constructor("!", _nothing)
_AnyTag.add_multi_constructor("tag:yaml.org,2002:python/", _nothing)
