"""YAML text to plain data that knows its place.

Scalars follow YAML 1.2, and decimals stay text too: `08:45`, `no` and `1.10` are what they look like. Only `true`, `false`,
`null` and whole numbers are typed. Everything else that a broken file can hold is a problem, never an exception.
"""

import bisect
import functools
import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..ground.problems import Kind, Listed, Place, Problem
from . import files
from .files import read_text, refused_unread, shown_path, whole_file
from .scalars import Loader

MAX_DEPTH = 40
MAX_TEXT = 30_000
"""Letters of one text: ten pages."""
MAX_NODES = 100_000
"""Counts every use of an alias anew, so that aliases of aliases can not blow up."""

Loc = tuple[str | int, ...]
"""The way to a value: keys and positions."""

KINDS: Mapping[str, Kind] = {
    **files.KINDS,
    "W050": Kind("A text is too long", "Nobody reads ten pages without a heading. Split it into sections."),
    "W052": Kind("More mistakes than are listed", "Mend those that are listed first."),
    "W108": Kind(
        "The YAML can not be read",
        "Look at this line and the one above: a missing colon, quote or space is the usual cause.",
    ),
    "W109": Kind("The file is empty", "Write it, start it anew with `workshop new`, or remove it."),
    "W110": Kind("A key is given twice", "Keep one of the two; the other one would be lost."),
    "W111": Kind("YAML tags are refused", "Remove the word that begins with `!`; the data needs none."),
    "W112": Kind("An alias contains itself, or aliases multiply", "Write the value out instead of using `&` and `*`."),
    "W113": Kind("The data is nested too deep", "Nothing in a curriculum needs more than a few levels."),
    "W115": Kind("A file at a place where none is expected", "Move it to its place, or out of the curriculum."),
    "W116": Kind(
        "Text after a `#` is lost",
        "Put the text in quotes; without them YAML takes the rest of the line for a comment.",
    ),
}


@dataclass(frozen=True)
class SourceFile:
    """A file that could be read: its data, and the place of every value in it."""

    path: str
    """Relative to the project, with forward slashes."""
    text: str
    data: Any
    node: yaml.Node

    def place(self, loc: Loc, key: bool = False) -> Place:
        """Where the value at `loc` begins (its key, if `key`); the nearest known parent if there is no such value."""
        node, mark = self.node, self.node.start_mark
        for part in loc:
            found = self._child(node, part)
            if found is None:
                # Names of union branches stand in the paths of validation errors, but not in the file.
                continue
            key_node, node = found
            mark = (key_node if key and key_node is not None else node).start_mark
        return Place(self.path, mark.line + 1, mark.column + 1)

    def has(self, loc: Loc) -> bool:
        """Whether the last part of a path stands in the file, names of union branches before it left out."""
        node = self.node
        found: tuple[yaml.Node | None, yaml.Node] | None = None
        for part in loc:
            found = self._child(node, part)
            if found is not None:
                node = found[1]
        return found is not None

    def in_braces(self, loc: Loc) -> bool:
        """Whether the last key of a path stands between braces: `{id: a, text: b}`."""
        node, holder = self.node, self.node
        for part in loc:
            found = self._child(node, part)
            if found is not None:
                holder, node = node, found[1]
        return isinstance(holder, yaml.MappingNode) and bool(holder.flow_style)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def problem(self, loc: Loc, code: str, message: str, advice: str = "", *, key: bool = False) -> Problem:
        """A problem at the place of a value."""
        return self.problem_at(self.place(loc, key), code, message, advice)

    def problem_at(self, place: Place, code: str, message: str, advice: str = "") -> Problem:
        """A problem at a place that is known already."""
        return Problem(place, code, message, advice, excerpt=self.line(place.line))

    def place_in_text(self, loc: Loc, fragment: str) -> Place:
        """Where a fragment stands inside the text at `loc`; the start of the text if it was folded away."""
        start = self.place(loc)
        node = self.node
        for part in loc:
            found = self._child(node, part)
            node = node if found is None else found[1]
        # Sought in this text alone: a file can hold thousands of findings, and the same words again further down.
        after = node.end_mark.line + 1
        last = self._begins[after] if after < len(self._begins) else len(self.text)
        begin = self._begins[min(start.line, len(self._begins)) - 1] + start.column - 1
        at = self.text.find(fragment, begin, last) if "\n" not in fragment else -1
        if at < 0:
            return start
        number = bisect.bisect_right(self._begins, at)
        return Place(self.path, number, at - self._begins[number - 1] + 1)

    @functools.cached_property
    def lines(self) -> list[str]:
        """The text line by line."""
        return self.text.splitlines()

    @functools.cached_property
    def _begins(self) -> list[int]:
        """Where each line begins in the text."""
        begins = itertools.accumulate((len(line) for line in self.text.splitlines(keepends=True)), initial=0)
        return list(begins)[: max(1, len(self.lines))]

    @functools.cached_property
    def _by_key(self) -> dict[int, dict[str, tuple[yaml.Node | None, yaml.Node]]]:
        """What stands under the keys of those mappings that were asked for, by the identity of their nodes."""
        return {}

    def _child(self, node: yaml.Node, part: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
        if isinstance(node, yaml.MappingNode):
            if id(node) not in self._by_key:
                # Of a key that is given twice, the first one counts, so it is written last.
                self._by_key[id(node)] = {
                    key.value: (key, value) for key, value in reversed(node.value) if isinstance(key, yaml.ScalarNode)
                }
            return self._by_key[id(node)].get(part) if isinstance(part, str) else None
        if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            return None, node.value[part]
        return None


_LOST = re.compile(r"[ \t]+#[^\s#!]")
_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "int", "str", "map", "seq")}


def read(path: Path, root: Path) -> tuple[SourceFile | None, list[Problem]]:
    """Reads one file below `root`, the project folder. Paths in problems are relative to it."""
    shown = shown_path(path, root)
    text, problems = read_text(path, root, shown)
    if text is None:
        return None, problems
    source, found = _read_before(text, shown)
    return source, [*found]


def parse(text: str, path: str) -> tuple[SourceFile | None, list[Problem]]:
    """Reads YAML from a text: its data with the place of each value, or None and what is wrong.

    Nothing is read from `path`, for example `curriculum/facts.yml`: it stands in problems.
    """
    refused = refused_unread(text, path)
    if refused:
        return None, refused
    try:
        node = Loader(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        return None, [_syntax_problem(error, text, path)]
    except yaml.reader.ReaderError as error:
        at = len(text.encode()[: error.position].decode())  # the library counts bytes
        place = Place(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        said = f"a control character that nobody sees stands here: U+{ord(text[at]):04X}"
        return None, [Problem(place, "W105", said, "Delete it, and type again what should stand there.")]
    except RecursionError:
        return None, [whole_file(path, "W113", "the data is nested too deep", KINDS)]
    if node is None:
        return None, [whole_file(path, "W109", "the file is empty", KINDS)]
    source = SourceFile(path, text, None, node)
    builder = _Builder(source)
    data = builder.build(node, ())
    if builder.problems:
        return None, [*builder.problems, *builder.listed.rest()]
    return SourceFile(path, text, data, node), []


@functools.lru_cache(maxsize=1024)
def _read_before(text: str, path: str) -> tuple[SourceFile | None, list[Problem]]:
    """The same as `parse`: who builds in three languages, or again after an edit, reads most files again as they were."""
    return parse(text, path)


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
    lines = text.splitlines()
    excerpt = lines[place.line - 1] if place.line <= len(lines) else ""
    said = error.problem or "it breaks off"
    code = "W112" if "alias" in said and "undefined" in said else "W108"
    return Problem(place, code, f"the YAML can not be read: {said}", KINDS[code].advice, excerpt=excerpt)


class _Builder:
    """Turns nodes into data and collects what may not be there."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.listed = Listed()
        self.above: list[int] = []
        self.nodes = 0
        self.lines = source.lines
        self.hashes = _LOST.search(source.text) is not None

    def refuse(self, node: yaml.Node, code: str, message: str) -> None:
        """Notes a problem at the place of a node; of very many of one kind only the first ones."""
        if self.listed.room(code, self.source.path):
            place = Place(self.source.path, node.start_mark.line + 1, node.start_mark.column + 1)
            self.problems.append(self.source.problem_at(place, code, message, KINDS[code].advice))

    def build(self, node: yaml.Node, loc: Loc) -> Any:
        """The data of a node, text, numbers, lists and mappings alone, and the place of each; None in the place of what is refused."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            if self.nodes == MAX_NODES + 1:
                self.refuse(node, "W112", "aliases multiply the data beyond measure")
            return None
        if node.tag not in _TAGS:
            self.refuse(node, "W111", f"the tag `{node.tag}` is refused")
            return None
        if isinstance(node, yaml.ScalarNode):
            if len(node.value) > MAX_TEXT:
                self.refuse(node, "W050", f"the text has {len(node.value):,} letters; {MAX_TEXT:,} are the most")
                return None
            if self.hashes and not node.style and self._loses_text(node):
                self.refuse(node, "W116", "text after a `#` is lost")
            return _scalar(node)
        if id(node) in self.above:
            self.refuse(node, "W112", "this alias contains itself")
            return None
        if len(self.above) >= MAX_DEPTH:
            self.refuse(node, "W113", "the data is nested too deep")
            return None
        self.above.append(id(node))
        data = self._mapping(node, loc) if isinstance(node, yaml.MappingNode) else self._sequence(node, loc)
        self.above.pop()
        return data

    def _loses_text(self, node: yaml.ScalarNode) -> bool:
        """`Room #12` reads as `Room`: a comment without a space behind its sign is hardly meant as one."""
        line = self.lines[node.end_mark.line] if node.end_mark.line < len(self.lines) else ""
        # The mark stands before or behind the blanks that follow the text, as the parser likes.
        rest = line[len(line[: node.end_mark.column].rstrip()) :]
        return _LOST.match(rest) is not None

    def _sequence(self, node: yaml.Node, loc: Loc) -> list[Any]:
        return [self.build(item, (*loc, index)) for index, item in enumerate(node.value)]

    def _mapping(self, node: yaml.MappingNode, loc: Loc) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.refuse(key_node, "W108", "a key must be a word")
                continue
            key = key_node.value
            if key in data:
                self.refuse(key_node, "W110", f"`{key}` is given twice")
            data[key] = self.build(value_node, (*loc, key))
        return data


def _scalar(node: yaml.ScalarNode) -> Any:
    kind = node.tag.rpartition(":")[2]
    value: str = node.value
    if kind == "null":
        return None
    if kind == "bool":
        return value.lower() == "true"
    if kind == "int":
        return int(value) if re.fullmatch(r"[-+]?[0-9]{1,18}", value) else value
    return value
