"""The reference pages of the guide for authors, written from the model and from the table of problems.

They are made by `workshop reference docs/authoring` and kept beside the hand-written guide; a test proves them current.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from .artifacts import write_changed
from .checks import ALL_KINDS
from .files import FILE_KINDS, FileKind

Schema = Mapping[str, Any]

_MADE = "<!-- Made by `workshop reference`; change the docstrings of the model instead. -->"
_CHAPTERS = {
    "W1": "Reading a file",
    "W2": "Keys and values",
    "W3": "Links between files",
    "W4": "Times",
    "W5": "Teaching",
    "W6": "Texts",
    "W7": "Facts and reviews",
    "W8": "Paper, and workshops that took place",
    "W9": "Files about people",
}


def reference_pages() -> dict[str, str]:
    """Both pages by file name."""
    return {"yaml-reference.md": _yaml_reference(), "problem-codes.md": _problem_codes()}


def write_reference(folder: Path) -> list[Path]:
    """Writes both pages; returns the files that changed."""
    return write_changed(folder, reference_pages())


def _problem_codes() -> str:
    lines = [
        "# Problem codes",
        "",
        _MADE,
        "",
        "Each problem that `workshop check` or `mkdocs build` reports has a code. A code never changes its meaning. An **error** stops "
        "the build, a **warning** stops a strict build, a **notice** only wants to be known.",
        "",
    ]
    for prefix, title in _CHAPTERS.items():
        lines += [
            f"## {title} {{ #{prefix.lower()} }}",
            "",
            "| Code | What is wrong | What to do | |",
            "|---|---|---|---|",
        ]
        for code, kind in sorted(ALL_KINDS.items()):
            if code.startswith(prefix):
                lines.append(f"| **{code}** | {_cell(kind.title)} | {_cell(kind.advice)} | {kind.severity} |")
        lines.append("")
    return "\n".join(lines)


def _yaml_reference() -> str:
    lines = [
        "# YAML reference",
        "",
        _MADE,
        "",
        "Every file that a curriculum may have, and every key in it. A **bold** key must be there. Your editor shows the same words "
        "while you type, if it understands the first line of each file.",
        "",
    ]
    for kind in FILE_KINDS:
        lines += _file_chapter(kind)
    return "\n".join(lines)


def _file_chapter(kind: FileKind) -> list[str]:
    schema: Schema = TypeAdapter(kind.model).json_schema(by_alias=True)
    parts: dict[str, Schema] = schema.get("$defs", {})
    lines = [f"## `{kind.pattern.replace('*', '<id>')}` {{ #{kind.name} }}", ""]
    if "properties" in schema:
        lines += _description(schema)
        lines += _table(schema)
    else:
        names = [_name(branch["$ref"]) for branch in schema["oneOf"]]
        lines += [f"One of: {', '.join(f'[{name}](#{_anchor(kind, name)})' for name in names)}.", ""]
    for name, part in parts.items():
        if "properties" in part:
            lines += [f"### {name} {{ #{_anchor(kind, name)} }}", "", *_description(part), *_table(part)]
    return list(_with_links(lines, kind, set(parts)))


def _with_links(lines: list[str], kind: FileKind, parts: set[str]) -> Iterator[str]:
    for line in lines:
        for name in parts:
            line = line.replace(f"<{name}>", f"[{name}](#{_anchor(kind, name)})")  # noqa: PLW2901  one name after the other
        yield line


def _anchor(kind: FileKind, part: str) -> str:
    return f"{kind.name}-{part.lower()}"


def _name(ref: str) -> str:
    return ref.rpartition("/")[2]


def _description(schema: Schema) -> list[str]:
    text = str(schema.get("description", "")).strip()
    return [text, ""] if text else []


def _table(schema: Schema) -> list[str]:
    lines = ["| Key | Value | Meaning |", "|---|---|---|"]
    required = set(schema.get("required", ()))
    for key, value in schema["properties"].items():
        shown = f"**`{key}`**" if key in required else f"`{key}`"
        meaning = str(value.get("description", "")).split("\n\n")[0]
        default = value.get("default")
        if key not in required and default not in (None, [], ()):
            meaning += f" Default: `{default}`."
        lines.append(f"| {shown} | {_cell(_type(value))} | {_cell(meaning)} |")
    return [*lines, ""]


def _type(value: Schema) -> str:
    if "$ref" in value:
        return f"<{_name(value['$ref'])}>"
    if "const" in value:
        return f"`{value['const']}`"
    if "enum" in value:
        return ", ".join(f"`{word}`" for word in value["enum"])
    for several in ("anyOf", "oneOf"):
        if several in value:
            kinds = [_type(branch) for branch in value[several] if branch.get("type") != "null"]
            return " or ".join(dict.fromkeys(kinds))
    if value.get("type") == "array":
        return f"list of {_type(value.get('items', {}))}"
    names = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}
    name = names.get(str(value.get("type")), "text")
    return "date" if value.get("format") == "date" else name


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
