"""Every text that the model lets be anything, found in the model itself, so that a new field can not be forgotten."""

import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from mkdocs_workshop.reading.kinds import FILE_KINDS

ODD = "A text \"'<x>"
"""What no field with a form of its own takes."""


def free_fields() -> set[str]:
    """`sources.references.title` and the like: the kind of file and the keys on the way, without positions; `*` is any key."""
    return {name for kind in FILE_KINDS for name in _below(kind.model, kind.name, ())}


def _below(annotation: Any, name: str, above: tuple[Any, ...]) -> Iterator[str]:
    """The names of free texts in an annotation that stands under `name`. `above` are the models around it, against loops."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        inner = [*_below(arguments[0], name, above)]
        yield from inner if inner != [name] or _takes(annotation) else ()
    elif origin in (Union, types.UnionType, tuple):
        for argument in arguments:
            yield from _below(argument, name, above)
    elif isinstance(origin, type) and issubclass(origin, Mapping | dict):
        yield from _below(arguments[1], f"{name}.*", above)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation not in above:
            for field_name, field in annotation.model_fields.items():
                marked: Any = field.annotation
                for mark in field.metadata:
                    marked = Annotated[marked, mark]
                yield from _below(marked, f"{name}.{field.alias or field_name}", (*above, annotation))
    elif annotation is str:
        yield name


def _takes(annotation: Any) -> bool:
    tried = [ODD, f"https://example.org/{ODD}", *((ODD,) * length for length in range(1, 9))]
    return any(_valid(annotation, value) for value in tried)


def _valid(annotation: Any, value: object) -> bool:
    try:
        TypeAdapter(annotation).validate_python(value)
    except ValidationError:
        return False
    return True
