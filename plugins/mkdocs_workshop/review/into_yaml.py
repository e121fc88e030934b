"""New words of the master into its YAML files, so that only these words change: comments, order and all other lines stay.

Each change is proved: the file is read again, and its data must differ from before in this one text alone. What can not be
proved is not written.
"""

import json
import re
import textwrap
from collections.abc import Mapping
from typing import Any, NamedTuple

import yaml

from ..reading.yaml import Loc, SourceFile
from .lines import folded

WIDTH = 120
"""Columns of a line; longer ones are folded."""
_RISKY = re.compile(
    r": |:$| #|^[-?:,\[\]{}#&*!|>'\"%@`.\d~=]|\\|^(?:true|false|null|yes|no|on|off|y|n)$", re.IGNORECASE
)
"""What YAML would take for something else than words."""


class Written(NamedTuple):
    """A file after some changes, and those that could not be made."""

    text: str
    left: dict[Loc, str]


def into_yaml(source: SourceFile, texts: Mapping[Loc, str]) -> Written:
    """Puts new texts in the place of others: `{("steps", 0, "text"): "Ask first."}`.

    Comments, order and all other letters stay. What can not be written without touching them is in `left`.
    """
    # From the end of the file upwards, so that the places of texts above stay right.
    text, left = source.text, {}
    nodes = {loc: _node(source.node, loc) for loc in texts}
    for loc, unfolded_words in sorted(texts.items(), key=lambda item: _start(nodes[item[0]]), reverse=True):
        node, words = nodes[loc], folded(unfolded_words, WIDTH - 10) if "\n" in unfolded_words else unfolded_words
        new = _with(text, node, words) if node is not None else None
        if new is None or not _proved(text, new, loc, words):
            left[loc] = unfolded_words
        else:
            text = new
    return Written(text, left)


def _start(node: yaml.Node | None) -> int:
    return node.start_mark.index if node is not None else -1


def _node(node: yaml.Node, loc: Loc) -> yaml.ScalarNode | None:
    """The scalar at a loc; None where a union or an alias hides it."""
    for part in loc:
        if isinstance(node, yaml.MappingNode) and isinstance(part, str):
            found = next((value for key, value in node.value if key.value == part), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            found = node.value[part]
        else:
            # Names of branches stand in the way to a value and not in the file.
            continue
        if found is None:
            return None
        node = found
    return node if isinstance(node, yaml.ScalarNode) else None


def _with(text: str, node: yaml.ScalarNode, words: str) -> str | None:
    begin, end = node.start_mark.index, node.end_mark.index
    old = text[begin:end]
    tail = old[len(old.rstrip()) :]
    line = text[text.rfind("\n", 0, begin) + 1 : begin]
    # Entries of a list and values of keys are indented below the line in which they begin.
    indent = " " * (len(line) - len(line.lstrip(" -")) + 2)
    if "\n" in words:
        body = "\n".join(f"{indent}{row}".rstrip() for row in words.split("\n"))
        new = f"|-\n{body}"
        keeps = node.style in ("|", ">") or not _in_flow(text, node)
        return f"{text[:begin]}{new}{tail or _newline(text, end)}{text[end:]}" if keeps else None
    if len(line) + len(words) <= WIDTH - 2 or _in_flow(text, node):
        return f"{text[:begin]}{_plain(words, flow=_in_flow(text, node))}{tail}{text[end:]}"
    folded = textwrap.wrap(words, WIDTH - len(indent), break_long_words=False, break_on_hyphens=False)
    new = ">-\n" + "\n".join(indent + row for row in folded)
    return f"{text[:begin]}{new}{tail or _newline(text, end)}{text[end:]}"


def _newline(text: str, end: int) -> str:
    return "" if text[end : end + 1] in ("\n", "") else "\n"


def _in_flow(text: str, node: yaml.ScalarNode) -> bool:
    """Whether a scalar stands between brackets or braces, where blocks are not allowed."""
    rest = text[node.end_mark.index : text.find("\n", node.end_mark.index)]
    return node.style not in ("|", ">") and bool(re.match(r"\s*[,\]}]", rest))


def _plain(words: str, *, flow: bool) -> str:
    """A text as it stands in YAML: as it is where that is possible, else in double quotes."""
    risky = _RISKY.search(words) or (flow and re.search(r"[,\[\]{}]", words)) or words != words.strip()
    return json.dumps(words, ensure_ascii=False) if risky else words


def _proved(before: str, after: str, loc: Loc, words: str) -> bool:
    """Whether a file differs from what it was in the text at a loc alone."""
    try:
        old, new = yaml.load(before, yaml.CSafeLoader), yaml.load(after, yaml.CSafeLoader)
    except yaml.YAMLError:
        return False
    return _flat(new) == {**_flat(old), _way(old, loc): words.strip()}


def _flat(data: Any, way: Loc = ()) -> dict[Loc, Any]:
    """Every value by its way."""
    if isinstance(data, dict):
        return {key: value for name, item in data.items() for key, value in _flat(item, (*way, str(name))).items()}
    if isinstance(data, list):
        return {key: value for at, item in enumerate(data) for key, value in _flat(item, (*way, at)).items()}
    return {way: data.strip() if isinstance(data, str) else data}


def _way(data: Any, loc: Loc) -> Loc:
    """A loc without the names of branches."""
    way: list[str | int] = []
    for part in loc:
        holder: Any = data
        if part in holder if isinstance(holder, dict) else isinstance(holder, list) and isinstance(part, int):
            data = holder[part]
            way.append(part)
    return tuple(way)
