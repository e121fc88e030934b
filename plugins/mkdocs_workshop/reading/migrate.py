"""Files in an older form to the form of today: only what is old is rewritten, all else stays letter by letter, comments too.

    - id: opioid-agonist-therapy
      ru: опиоидная агонистическая терапия  # as in the law
      kk: опиоидты агонистік терапия

gives

    - id: opioid-agonist-therapy
      languages:
        ru: опиоидная агонистическая терапия  # as in the law
        kk: опиоидты агонистік терапия
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import yaml

from ..model.manual import FORMAT
from .yaml import SourceFile, parse

OLD = ("ru", "kk")
NEW = "languages"
STEP = 2
"""Blanks that a level is indented by."""


class Migrated(NamedTuple):
    """What became of a file."""

    text: str
    done: int
    """How many entries have their new form."""
    left: tuple[int, ...] = ()
    """Lines of entries, counted from 1, that somebody must change by hand."""


def with_format(source: SourceFile) -> Migrated:
    """A `curriculum.yml` that says in which form its files are written."""
    if not isinstance(source.data, dict) or "format" in source.data:
        return Migrated(source.text, 0)
    first = source.node.value[0][0].start_mark
    lines = source.text.split("\n")
    if first.column:
        return Migrated(source.text, 0, (first.line + 1,))
    lines.insert(first.line, f"format: {FORMAT}" + ("\r" if lines[first.line].endswith("\r") else ""))
    return _proven(source, "\n".join(lines), {**source.data, "format": FORMAT}, 1, ())


def with_languages(source: SourceFile) -> Migrated:
    """A `glossary.yml` whose terms name other languages under `languages`."""
    terms = source.data.get("terms") if isinstance(source.data, dict) else None
    if not isinstance(terms, list):
        return Migrated(source.text, 0)
    nodes = next(value for key, value in source.node.value if key.value == "terms").value
    lines = source.text.split("\n")
    done, left, meant = 0, [], list(terms)
    # From the last one upwards, so that the places of those above stay what they are.
    for index in reversed(range(len(terms))):
        node, term = nodes[index], terms[index]
        if not isinstance(term, dict) or not any(key in term for key in OLD):
            continue
        if NEW in term or (node.flow_style and node.start_mark.line != node.end_mark.line):
            left.append(node.start_mark.line + 1)
            continue
        pairs = [(key, value) for key, value in node.value if key.value in OLD]
        if node.flow_style:
            _in_braces(lines, node, pairs)
        else:
            _in_lines(lines, pairs)
        kept = {key: value for key, value in term.items() if key not in OLD}
        meant[index] = {**kept, NEW: {key.value: term[key.value] for key, _ in pairs}}
        done += 1
    return _proven(source, "\n".join(lines), {**source.data, "terms": meant}, done, tuple(reversed(left)))


Pairs = Sequence[tuple[yaml.Node, yaml.Node]]


def _in_lines(lines: list[str], pairs: Pairs) -> None:
    """Puts keys that stand on lines of their own below the new one, at the place of the first of them."""
    first, column = pairs[0][0].start_mark.line, pairs[0][0].start_mark.column
    end = "\r" if lines[first].endswith("\r") else ""
    spans = [(key.start_mark.line, _last_line(lines, value)) for key, value in pairs]
    blocks = [lines[start : last + 1] for start, last in spans]
    blocks[0][0] = " " * column + blocks[0][0][column:]
    opening = lines[first][:column] + f"{NEW}:{end}"
    for start, last in reversed(spans):
        del lines[start : last + 1]
    deeper = [" " * STEP + line if line.strip() else line for block in blocks for line in block]
    lines[first:first] = [opening, *deeper]


def _last_line(lines: list[str], value: yaml.Node) -> int:
    """The last line of a value. That of a folded text ends where the next key begins."""
    mark = value.end_mark
    last: int = mark.line if mark.column else mark.line - 1
    while last > value.start_mark.line and not lines[last].strip():
        last -= 1
    return last


def _in_braces(lines: list[str], node: yaml.Node, pairs: Pairs) -> None:
    """Does the same in an entry on one line: `{id: a, ru: b, kk: c}` gives `{id: a, languages: {ru: b, kk: c}}`."""
    number = node.start_mark.line
    line = lines[number]
    words = [line[key.start_mark.column : value.end_mark.column] for key, value in node.value]
    moved = [text for text, (key, _) in zip(words, node.value, strict=True) if key.value in OLD]
    kept = [
        f"{NEW}: {{{', '.join(moved)}}}" if key is pairs[0][0] else text
        for text, (key, _) in zip(words, node.value, strict=True)
        if key is pairs[0][0] or key.value not in OLD
    ]
    start, end = node.value[0][0].start_mark.column, node.value[-1][1].end_mark.column
    lines[number] = line[:start] + ", ".join(kept) + line[end:]


def _proven(source: SourceFile, text: str, meant: Any, done: int, left: tuple[int, ...]) -> Migrated:
    """The new text if it says what was meant; else the old one, and the whole file is left to somebody."""
    again, _ = parse(text, source.path)
    if again is None or again.data != meant:
        return Migrated(source.text, 0, (1,))
    return Migrated(text, done, left)
