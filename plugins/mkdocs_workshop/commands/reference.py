"""The reference pages of the guide for authors, written from the model and from the table of problems.

They are made by `workshop reference docs/authoring` and kept beside the hand-written guide; a test proves them current.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from ..checks import ALL_KINDS
from ..ground.artifact import write_changed
from ..reading.kinds import FILE_KINDS, FileKind

Schema = Mapping[str, Any]

_MADE = "<!-- Made by `workshop reference`; change the docstrings of the model instead. -->"
_CHAPTERS = {
    "W0": "Translations",
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


_PARTS = {
    "yaml-modules.md": ("Files of a module", ("modules/",)),
    "yaml-programmes.md": ("Programmes, forms and events", ("programmes/", "instruments/", "events/")),
    "yaml-shared.md": ("Files that all share", ("",)),
}
"""The reference in parts, none of them too long for a slow line: name, title, and the folders whose files it explains."""


def reference_pages() -> dict[str, str]:
    """All pages by file name."""
    parts = {name: _yaml_part(name) for name in _PARTS}
    return {"yaml-reference.md": _yaml_reference(), **parts, "problem-codes.md": _problem_codes()}


def write_reference(folder: Path) -> list[Path]:
    """Writes the pages; returns the files that changed."""
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
        "Every file that a curriculum may have. Follow its name to every key in it. Your editor shows the same words while you type, if "
        "it understands the first line of each file.",
        "",
        "| File | What it holds |",
        "|---|---|",
    ]
    for kind in FILE_KINDS:
        schema = _schema(kind)
        held = _description(schema)[:1] or [", ".join(_choices(schema))]
        # A docstring begins with the name of the file, which stands in the first column already.
        words = held[0].partition("\n\n")[0].rpartition("`: ")[2]
        lines.append(f"| [`{_shown(kind)}`]({_part_of(kind)}#{kind.name}) | {_cell(words[:1].upper() + words[1:])} |")
    return "\n".join([*lines, ""])


def _part_of(kind: FileKind) -> str:
    return next(name for name, (_, folders) in _PARTS.items() if kind.pattern.startswith(folders))


def _yaml_part(name: str) -> str:
    title, _ = _PARTS[name]
    lines = [
        f"# {title}",
        "",
        _MADE,
        "",
        "A **bold** key must be there. All files stand in the [YAML reference](yaml-reference.md).",
        "",
    ]
    for kind in FILE_KINDS:
        if _part_of(kind) == name:
            lines += _file_chapter(kind)
    return "\n".join(lines)


def _schema(kind: FileKind) -> Schema:
    schema: Schema = TypeAdapter(kind.model).json_schema(by_alias=True)
    return schema


def _shown(kind: FileKind) -> str:
    return kind.pattern.replace("*", "<id>")


def _file_chapter(kind: FileKind) -> list[str]:
    schema = _schema(kind)
    parts: dict[str, Schema] = schema.get("$defs", {})
    lines = [f"## `{_shown(kind)}` {{ #{kind.name} }}", ""]
    if "properties" in schema:
        lines += _description(schema)
        lines += _table(schema)
    else:
        names = _choices(schema)
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


def _choices(schema: Schema) -> list[str]:
    return [_name(branch["$ref"]) for branch in schema["oneOf"]]


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
