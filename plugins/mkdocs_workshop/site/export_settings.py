"""The settings of the Markdown export: one `mkdocs.yml` that needs no other file, for any program that reads those of MkDocs.

The file of the project is read as a tree of YAML and not as data, so that `!ENV [SITE_URL, ""]` and
`!!python/name:pymdownx.slugs.slugify` are written as they were read, and no code of theirs runs.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

_TEXT = "tag:yaml.org,2002:str"
_MAP = "tag:yaml.org,2002:map"


def settings_text(config: Path, changes: Mapping[str, Any], theme: Mapping[str, Any]) -> str:
    """The text of a new `mkdocs.yml`: that of the project, with some settings and some of the theme changed.

    `INHERIT` is taken in, so that nothing outside of the folder is needed; our plugin and folders to watch are left out, and so are
    links to edit: pages are made. A change to None takes a setting away. Raises OSError, and yaml.YAMLError for a file that is none.
    """
    tree = _with_parents(config, ())
    for key in ("INHERIT", "watch"):
        _remove(tree, key)
    plugins = _get(tree, "plugins")
    if plugins is not None:
        _without_ours(plugins)
    look = _get(tree, "theme")
    if isinstance(look, yaml.ScalarNode):
        look = yaml.MappingNode(_MAP, [(yaml.ScalarNode(_TEXT, "name"), look)])
    if not isinstance(look, yaml.MappingNode):
        look = yaml.MappingNode(_MAP, [])
    _put(tree, "theme", look)
    features = _get(look, "features")
    if isinstance(features, yaml.SequenceNode):
        features.value = [one for one in features.value if not str(one.value).startswith("content.action.")]
    for node, wanted in ((look, theme), (tree, changes)):
        for key, value in wanted.items():
            if value is None:
                _remove(node, key)
            else:
                _put(node, key, _as_node(value))
    text: str = yaml.serialize(tree, allow_unicode=True, width=1000)
    return text


def _as_node(value: Any) -> yaml.Node:
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000)
    node = yaml.compose(text)
    if node is None:
        raise ValueError(f"{value!r} is no setting")
    return node


def _with_parents(config: Path, above: tuple[Path, ...]) -> yaml.MappingNode:
    """The tree of a file with those that it inherits from. A file that inherits from itself ends there: MkDocs says so."""
    tree = yaml.compose(config.read_text("utf-8"), Loader=yaml.SafeLoader)
    if not isinstance(tree, yaml.MappingNode):
        return yaml.MappingNode(_MAP, [])
    parent = _get(tree, "INHERIT")
    if not isinstance(parent, yaml.ScalarNode):
        return tree
    path = (config.parent / parent.value).resolve()
    if path in above:
        return tree
    return _merged(_with_parents(path, (*above, config.resolve())), tree)


def _merged(old: yaml.MappingNode, new: yaml.MappingNode) -> yaml.MappingNode:
    """As MkDocs does it: mappings are merged, everything else of `new` takes the place of the old."""
    for key, value in new.value:
        there = _get(old, key.value)
        if isinstance(there, yaml.MappingNode) and isinstance(value, yaml.MappingNode):
            _put(old, key.value, _merged(there, value))
        else:
            _put(old, key.value, value)
    return old


def _without_ours(plugins: yaml.Node) -> None:
    if isinstance(plugins, yaml.MappingNode):
        _remove(plugins, "workshop")
    elif isinstance(plugins, yaml.SequenceNode):
        plugins.value = [one for one in plugins.value if "workshop" not in set(_names(one))]


def _names(entry: yaml.Node) -> Iterator[str]:
    if isinstance(entry, yaml.ScalarNode):
        yield entry.value
    elif isinstance(entry, yaml.MappingNode):
        yield from (key.value for key, _ in entry.value)


def _get(tree: yaml.MappingNode, name: str) -> yaml.Node | None:
    return next((value for key, value in tree.value if key.value == name), None)


def _remove(tree: yaml.MappingNode, name: str) -> None:
    tree.value = [pair for pair in tree.value if pair[0].value != name]


def _put(tree: yaml.MappingNode, name: str, value: yaml.Node) -> None:
    """Puts a value in the place of the old one, or at the end."""
    if _get(tree, name) is None:
        tree.value.append((yaml.ScalarNode(_TEXT, name), value))
    else:
        tree.value = [(key, value if key.value == name else old) for key, old in tree.value]
