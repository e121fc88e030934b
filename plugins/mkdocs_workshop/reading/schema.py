"""JSON Schemas for editors: they complete keys and ids, explain them and mark mistakes while an author types."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter

from ..ground.artifact import write_changed
from .curriculum import load
from .ids import Known
from .kinds import FILE_KINDS, FileKind
from .known import known_ids

FOLDER = "schema"

_NOTHING = Known(MappingProxyType({}), MappingProxyType({}), MappingProxyType({}))
_NAMED_BY = {
    "theme": "theme",
    "method": "method",
    "audience": "audience",
    "audiences": "audience",
    "fact": "fact",
    "sources": "source",
    "topics": "topic",
    "outcome": "outcome",
    "outcomes": "outcome",
    "assesses": "outcome",
    "module": "module",
    "prerequisites": "module",
    "programme": "programme",
    "instrument": "instrument",
    "instruments": "instrument",
    "handouts": "handout",
    "case": "case",
    "cases": "case",
    "figure": "figure",
    "moments": "moment",
    "activity": "activity",
    "activities": "activity",
}
"""What a key names: the key, and the kind of thing as `workshop check` calls it."""
_OF_A_MODULE = {"outcome": "outcome of a module", "handout": "handout of a module"}
"""Where a key wants `module-id/thing-id`."""


def schemas(known: Known = _NOTHING) -> dict[str, str]:
    """The text of each schema by its file name; `known` are the ids that an editor offers.

    An id is offered and never demanded: the one that an author adds in another file is not marked as a mistake.
    """
    return {f"{kind.name}.schema.json": _text(kind, _ids(known)) for kind in FILE_KINDS}


def _ids(known: Known) -> Mapping[str, list[str]]:
    """The ids by the kind of thing, sorted; a kind that this curriculum has none of is left out."""
    outcomes = {id_ for ids in known.outcomes.values() for id_ in ids}
    return {kind: sorted(ids) for kind, ids in {**known.ids, "outcome": outcomes}.items() if ids}


def _text(kind: FileKind, ids: Mapping[str, list[str]]) -> str:
    schema: dict[str, Any] = TypeAdapter(kind.model).json_schema(by_alias=True)
    lists = {}
    for name, leaf in _id_leaves(schema):
        thing = _NAMED_BY[name]
        thing = _OF_A_MODULE.get(thing, thing) if "/" in leaf.get("pattern", "") else thing
        if thing in ids:
            # One list for all keys that name the same kind of thing.
            at = f"known-{thing.replace(' ', '-')}"
            lists[at] = {"type": "string", "pattern": leaf["pattern"], "examples": ids[thing]}
            leaf.clear()
            leaf["$ref"] = f"#/$defs/{at}"
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind.name, **schema}
    if lists:
        schema["$defs"] = {**schema.get("$defs", {}), **lists}
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _id_leaves(schema: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each place of a schema where an id is written that names something: its key, and the piece of the schema.

    `{"properties": {"sources": {"type": "array", "items": {"type": "string", "pattern": "..."}}}}` gives ("sources", the items).
    """
    for part in (schema, *schema.get("$defs", {}).values()):
        for name, piece in part.get("properties", {}).items():
            if name in _NAMED_BY:
                yield from ((name, leaf) for leaf in _texts_with_a_pattern(piece))


def _texts_with_a_pattern(piece: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if piece.get("type") == "string" and "pattern" in piece:
        # What explains the key stays beside the list of ids.
        told: dict[str, Any] = {key: piece[key] for key in ("description", "title", "default") if key in piece}
        leaf = {key: value for key, value in piece.items() if key not in told}
        piece.clear()
        piece.update(told)
        piece["allOf"] = [leaf]
        yield leaf
    for inner in (*piece.get("anyOf", ()), *([piece["items"]] if "items" in piece else [])):
        yield from _texts_with_a_pattern(inner)


def write_schemas(curriculum: Path) -> list[Path]:
    """Writes all schemas below the curriculum, with its own ids; returns the files that changed.

    They stand in the folder `schema`. Raises OSError when they can not be written.
    """
    whole, _, _ = load(curriculum, curriculum.parent)
    return write_changed(curriculum / FOLDER, schemas(known_ids(whole, ())) if whole else schemas())


def first_line(kind: FileKind) -> str:
    """The comment by which an editor finds the schema: `# yaml-language-server: $schema=../../schema/module.schema.json`."""
    up = "../" * kind.pattern.count("/")
    return f"# yaml-language-server: $schema={up}{FOLDER}/{kind.name}.schema.json"
