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
from ..reading.translation.pages import with_sums
from .reference_language import Say, english, languages, say_in, words_of

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


_CODES = (
    "Each problem that `workshop check` or `mkdocs build` reports has a code. A code never changes its meaning. An **error** stops "
    "the build, a **warning** stops a strict build, a **notice** only wants to be known."
)
_FILES = (
    "Every file that a curriculum may have. Follow its name to every key in it. Your editor shows the same words while you type, if "
    "it understands the first line of each file."
)
_PARTS = {
    "yaml-modules.md": ("Files of a module", ("modules/",)),
    "yaml-programmes.md": ("Programmes, forms and events", ("programmes/", "instruments/", "events/")),
    "yaml-shared.md": ("Files that all share", ("",)),
}
"""The reference in parts, none of them too long for a slow line: name, title, and the folders whose files it explains."""


def reference_pages() -> dict[str, str]:
    """All pages by file name: `problem-codes.md`, and `problem-codes.ru.md` for each language that has words for them."""
    pages = pages_in(english)
    for language in languages():
        for name, page in pages_in(say_in(words_of(language))).items():
            pages[name.replace(".md", f".{language}.md")] = with_sums(page, pages[name])
    return pages


def pages_in(say: Say) -> dict[str, str]:
    """The pages in the words of one language, each under the name of the English one."""
    parts = {name: _yaml_part(name, say) for name in _PARTS}
    return {"yaml-reference.md": _yaml_reference(say), **parts, "problem-codes.md": _problem_codes(say)}


def write_reference(folder: Path) -> list[Path]:
    """Writes the pages; returns the files that changed."""
    return write_changed(folder, reference_pages())


def _problem_codes(say: Say) -> str:
    lines = [
        f"# {say('Problem codes', 'title')}",
        "",
        _MADE,
        "",
        say(_CODES, "problem-codes"),
        "",
    ]
    for prefix, title in _CHAPTERS.items():
        lines += [
            f"## {say(title, prefix)} {{ #{prefix.lower()} }}",
            "",
            say("| Code | What is wrong | What to do | |", "problem-codes"),
            "|---|---|---|---|",
        ]
        for code, kind in sorted(ALL_KINDS.items()):
            if code.startswith(prefix):
                cells = [_cell(say(text, code)) for text in (kind.title, kind.advice)]
                lines.append(f"| **{code}** | {' | '.join(cells)} | {say(kind.severity, 'problem-codes')} |")
        lines.append("")
    return "\n".join(lines)


def _yaml_reference(say: Say) -> str:
    lines = [
        f"# {say('YAML reference', 'title')}",
        "",
        _MADE,
        "",
        say(_FILES, "yaml-reference"),
        "",
        say("| File | What it holds |", "yaml-reference"),
        "|---|---|",
    ]
    for kind in FILE_KINDS:
        schema = _schema(kind)
        held = _description(schema, say, kind.name)[:1] or [", ".join(_choices(schema))]
        # A docstring begins with the name of the file, which stands in the first column already.
        words = held[0].partition("\n\n")[0].rpartition("`: ")[2]
        lines.append(f"| [`{_shown(kind)}`]({_part_of(kind)}#{kind.name}) | {_cell(words[:1].upper() + words[1:])} |")
    return "\n".join([*lines, ""])


def _part_of(kind: FileKind) -> str:
    return next(name for name, (_, folders) in _PARTS.items() if kind.pattern.startswith(folders))


def _yaml_part(name: str, say: Say) -> str:
    title, _ = _PARTS[name]
    lines = [
        f"# {say(title, 'title')}",
        "",
        _MADE,
        "",
        say("A **bold** key must be there. All files stand in the [YAML reference](yaml-reference.md).", name),
        "",
    ]
    for kind in FILE_KINDS:
        if _part_of(kind) == name:
            lines += _file_chapter(kind, say)
    return "\n".join(lines)


def _schema(kind: FileKind) -> Schema:
    schema: Schema = TypeAdapter(kind.model).json_schema(by_alias=True)
    return schema


def _shown(kind: FileKind) -> str:
    return kind.pattern.replace("*", "<id>")


def _file_chapter(kind: FileKind, say: Say) -> list[str]:
    schema = _schema(kind)
    parts: dict[str, Schema] = schema.get("$defs", {})
    lines = [f"## `{_shown(kind)}` {{ #{kind.name} }}", ""]
    if "properties" in schema:
        lines += _description(schema, say, kind.name)
        lines += _table(schema, say, kind.name)
    else:
        names = _choices(schema)
        choices = ", ".join(f"[{name}](#{_anchor(kind, name)})" for name in names)
        lines += [f"{say('One of', kind.name)}: {choices}.", ""]
    for name, part in parts.items():
        if "properties" in part:
            heading = f"### {name} {{ #{_anchor(kind, name)} }}"
            lines += [heading, "", *_description(part, say, name), *_table(part, say, name)]
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


def _description(schema: Schema, say: Say, where: str) -> list[str]:
    text = str(schema.get("description", "")).strip()
    return [say(text, where), ""] if text else []


def _table(schema: Schema, say: Say, where: str) -> list[str]:
    lines = [say("| Key | Value | Meaning |", "tables"), "|---|---|---|"]
    required = set(schema.get("required", ()))
    for key, value in schema["properties"].items():
        shown = f"**`{key}`**" if key in required else f"`{key}`"
        meaning = str(value.get("description", "")).split("\n\n")[0]
        meaning = say(meaning, f"{where}.{key}") if meaning else ""
        default = value.get("default")
        if key not in required and default not in (None, [], ()):
            meaning += f" {say('Default', 'tables')}: `{default}`."
        lines.append(f"| {shown} | {_cell(_type(value, say))} | {_cell(meaning)} |")
    return [*lines, ""]


def _type(value: Schema, say: Say) -> str:
    if "$ref" in value:
        return f"<{_name(value['$ref'])}>"
    if "const" in value:
        return f"`{value['const']}`"
    if "enum" in value:
        return ", ".join(f"`{word}`" for word in value["enum"])
    for several in ("anyOf", "oneOf"):
        if several in value:
            kinds = [_type(branch, say) for branch in value[several] if branch.get("type") != "null"]
            return f" {say('or', 'tables')} ".join(dict.fromkeys(kinds))
    if value.get("type") == "array":
        return f"{say('list of', 'tables')} {_type(value.get('items', {}), say)}"
    names = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}
    name = names.get(str(value.get("type")), "text")
    return say("date" if value.get("format") == "date" else name, "tables")


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
