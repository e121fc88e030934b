"""YAML text to nodes, with the scalars of YAML 1.2: a manual has fifty thousand of them."""

import re
from typing import Any

import yaml


class Loader(yaml.CSafeLoader):
    """Composes nodes; whoever reads them makes the data."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        """The tag of a node that has none; in less time than for tags by the way to a node, which nothing of ours has."""
        if kind is not yaml.ScalarNode:
            return "tag:yaml.org,2002:seq" if kind is yaml.SequenceNode else "tag:yaml.org,2002:map"
        if implicit[0]:
            for tag, pattern in self.yaml_implicit_resolvers.get(value[:1], ()):
                if pattern.match(value):
                    return str(tag)
        return "tag:yaml.org,2002:str"

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        """Nothing is told by the way to a node."""

    def ascend_resolver(self) -> None:
        """See `descend_resolver`."""


Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", ["t", "T", "f", "F"]),
    ("int", r"[-+]?[0-9]{1,18}", list("-+0123456789")),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), _first)
