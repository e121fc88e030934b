"""What decides the bytes of a site, where all of it can be said: then the same answer means the same site."""

import datetime as dt
import hashlib
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..ground.findings import below, key_of, question
from ..ground.installed import installed
from ..plugin_settings import read_settings
from .markdown_known import is_known
from .options import Option

_PLUGINS = frozenset({"search", "material/search", "workshop"})
"""Plugins that read nothing but what is named here."""
_KEYS = frozenset(
    re.findall(
        r"\w+",
        "site_name site_url site_description site_author copyright docs_dir site_dir strict use_directory_urls theme plugins "
        "markdown_extensions nav validation extra extra_css extra_javascript edit_uri edit_uri_template repo_url repo_name "
        "exclude_docs draft_docs not_in_nav dev_addr watch",
    )
)
"""Settings that name no code, and no file outside of the folders that are read here. `hooks` is none of them."""
_TAG = re.compile(r"!!python/[\w/]+:([\w.]+)")
_TAGGED = re.compile(r"!(\w+)")
_LIBRARIES = ("pymdownx", "material", "markdown", "mkdocs")
_ENV = re.compile(r"!ENV\s+(\[[^\]]*\]|\S+)")
_FOR_ALL = ("MKDOCS", "PYTHON", "LC_", "LANG", "TZ", "SOURCE_DATE_EPOCH", "CI", "READTHEDOCS", "GITHUB_", "GITLAB_")
"""How names of variables begin that MkDocs, its plugins and Python look at."""


def inputs(
    root: Path, curriculum: Path, day: dt.date, published: Sequence[str], options: Mapping[str, Option], made: str = ""
) -> str | None:
    """The hash of everything that decides what `workshop build` makes of the project in `root`.

    `made` is the hash of what was made of the curriculum, where that is known already: then that stands in the place of its files.
    None where something else may have a hand in it: a plugin, a hook or an extension of Markdown that is not known, a theme of one's
    own, a file that leads elsewhere.
    """
    path = root / "mkdocs.yml"
    settings = read_settings(path)
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    folders = _folders(root, settings)
    if folders is None or not _can_be_said(text, settings) or not _same_curriculum(root, curriculum, settings):
        return None
    asked = made or question(curriculum.absolute(), root, day, strict_facts=False, every_language=True)
    if asked is None:
        return None
    local = options.get("local")
    paths = [path, *(below_it for folder in folders for below_it in below(folder))]
    paths += [Path(local)] if isinstance(local, str) else []
    now = dt.datetime.now(dt.UTC).date() if "SOURCE_DATE_EPOCH" not in os.environ else None
    said = (asked, str(now), sorted(options.items()), list(published), installed(), _variables(text), str(root))
    return key_of(paths, said)


def _folders(root: Path, settings: Mapping[str, Any]) -> list[Path] | None:
    """The folders that MkDocs reads; None where they can not be told."""
    theme = settings.get("theme")
    theme = {"name": theme} if isinstance(theme, str) else theme
    if not isinstance(theme, dict) or theme.get("name") != "material":
        return None
    docs, custom = settings.get("docs_dir", "docs"), theme.get("custom_dir", "")
    if not isinstance(docs, str) or not isinstance(custom, str):
        return None
    return [root / docs, *([root / custom] if custom else [])]


def _can_be_said(text: str, settings: Mapping[str, Any]) -> bool:
    """Whether nothing that `mkdocs.yml` names reads what is not known here."""
    # The settings that another file gives stand among the others here; that file is none of those that are read.
    if (
        "INHERIT" in text
        or set(settings) - _KEYS
        or any(name.partition(".")[0] not in _LIBRARIES for name in _TAG.findall(text))
    ):
        return False
    if any(tag not in ("ENV", "python") for tag in _TAGGED.findall(text.replace("!!", "!"))):
        return False
    plugins, extensions = _named(settings.get("plugins")), _named(settings.get("markdown_extensions", []))
    if plugins is None or extensions is None or not set(plugins) <= _PLUGINS:
        return False
    own = plugins.get("workshop")
    return "workshop" in plugins and not (own or {}).get("local") and all(map(is_known, extensions))


def _same_curriculum(root: Path, curriculum: Path, settings: Mapping[str, Any]) -> bool:
    """Whether the plugin reads the folder that the command was given."""
    own = (_named(settings.get("plugins")) or {}).get("workshop") or {}
    return bool((root / own.get("curriculum", "curriculum")).resolve() == curriculum.absolute().resolve())


def _named(entries: Any) -> dict[str, dict[str, Any] | None] | None:
    """The entries of a list of plugins or extensions by their names; None where they have another form."""
    pairs = entries.items() if isinstance(entries, dict) else []
    if isinstance(entries, list):
        pairs = [pair for one in entries for pair in (one.items() if isinstance(one, dict) else [(one, None)])]
    elif not isinstance(entries, dict):
        return None
    if not all(isinstance(name, str) and (own is None or isinstance(own, dict)) for name, own in pairs):
        return None
    return dict(pairs)


def _variables(text: str) -> list[tuple[str, str]]:
    """The variables of the environment that can be looked at, as hashes: some of them are secrets."""
    named = {name for group in _ENV.findall(text) for name in re.findall(r"\w+", group)}
    return [
        (name, hashlib.sha256(value.encode("utf-8", "surrogateescape")).hexdigest())
        for name, value in sorted(os.environ.items())
        if name in named or name.startswith(_FOR_ALL)
    ]
