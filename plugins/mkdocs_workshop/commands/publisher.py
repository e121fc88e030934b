"""Builds the site beside the old one and swaps it in whole, so that a reader never meets half a manual."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import yaml

COMPOSED = ".mkdocs-workshop.yml"
"""The settings of one build. They lie beside `mkdocs.yml`, since paths in them count from there, and go when it is done."""


def build_site(
    root: Path, site: Path, config_file: str = "mkdocs.yml", options: Mapping[str, str | bool] | None = None
) -> int:
    """Runs `mkdocs build --strict`. The old site stays when it fails. Returns the exit status.

    `options` are put in place of those that `mkdocs.yml` gives the plugin. Raises OSError when a folder can not be written.
    """
    beside = site.with_name(f".{site.name}.new")
    _remove(beside)
    with _composed(root, config_file, options or {}) as settings:
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--strict",
            "--config-file",
            settings,
            "--site-dir",
            str(beside),
        ]
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        status = subprocess.run(command, cwd=root, env=environment, check=False).returncode
    if status == 0:
        _swap(beside, site)
    else:
        _remove(beside)
    return status


@contextmanager
def _composed(root: Path, config_file: str, options: Mapping[str, str | bool]) -> Iterator[str]:
    if not options:
        yield config_file
        return
    path = root / COMPOSED
    path.write_text(with_options((root / config_file).read_text("utf-8"), options), "utf-8")
    try:
        yield COMPOSED
    finally:
        path.unlink(missing_ok=True)


def with_options(settings: str, options: Mapping[str, str | bool]) -> str:
    """The text of a `mkdocs.yml` in which the plugin `workshop` has these options as well.

    Only the tree of the file is touched, so that `!ENV` and its kin stay what they are.
    """
    tree = yaml.compose(settings, yaml.SafeLoader)
    given = {node.value: value for node, value in tree.value} if isinstance(tree, yaml.MappingNode) else {}
    plugins = given.get("plugins")
    own: yaml.MappingNode | None = None
    if isinstance(plugins, yaml.SequenceNode):
        for index, entry in enumerate(plugins.value):
            if isinstance(entry, yaml.ScalarNode) and entry.value == "workshop":
                own = _mapping()
                plugins.value[index] = _mapping((entry, own))
            elif isinstance(entry, yaml.MappingNode) and entry.value[0][0].value == "workshop":
                own = _own(entry, 0)
    elif isinstance(plugins, yaml.MappingNode):
        for index, (key, _) in enumerate(plugins.value):
            if key.value == "workshop":
                own = _own(plugins, index)
    if own is not None:
        own.value = [pair for pair in own.value if pair[0].value not in options]
        own.value += [(_scalar(key), _scalar(value)) for key, value in options.items()]
    return yaml.serialize(tree, allow_unicode=True, width=1000)


def _own(holder: yaml.MappingNode, index: int) -> yaml.MappingNode:
    """The options that stand under `workshop:`, none if it is left empty."""
    key, value = holder.value[index]
    if not isinstance(value, yaml.MappingNode):
        value = _mapping()
        holder.value[index] = (key, value)
    return value


def _mapping(*pairs: tuple[yaml.Node, yaml.Node]) -> yaml.MappingNode:
    return yaml.MappingNode("tag:yaml.org,2002:map", list(pairs))


def _scalar(value: str | bool) -> yaml.ScalarNode:
    if isinstance(value, bool):
        return yaml.ScalarNode("tag:yaml.org,2002:bool", str(value).lower())
    return yaml.ScalarNode("tag:yaml.org,2002:str", value)


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
