"""JSON Schemas for editors: they complete keys, explain them and mark mistakes while an author types."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from ..ground.artifact import write_changed
from .kinds import FILE_KINDS, FileKind

FOLDER = "schema"


def schemas() -> dict[str, str]:
    """The text of each schema by its file name."""
    return {f"{kind.name}.schema.json": _text(kind) for kind in FILE_KINDS}


def _text(kind: FileKind) -> str:
    schema: dict[str, Any] = TypeAdapter(kind.model).json_schema(by_alias=True)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind.name, **schema}
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def write_schemas(curriculum: Path) -> list[Path]:
    """Writes all schemas below the curriculum; returns the files that changed."""
    return write_changed(curriculum / FOLDER, schemas())


def first_line(kind: FileKind) -> str:
    """The comment by which an editor finds the schema of a file."""
    up = "../" * kind.pattern.count("/")
    return f"# yaml-language-server: $schema={up}{FOLDER}/{kind.name}.schema.json"
