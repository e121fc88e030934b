"""Finds every text that people read in a model, with its place, its kind and its role."""

import functools
import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from ..model.base import FacilitatorOnly, TextKind
from .yaml import Loc


class TextAt(NamedTuple):
    """A text and where it stands in its model."""

    loc: Loc
    text: str
    kind: Literal["line", "block"]
    facilitator: bool
    """Whether it must stay with the facilitator."""


def texts(model: BaseModel, loc: Loc = (), facilitator: bool = False) -> Iterator[TextAt]:
    """All texts of a model and of the models in it, in their order."""
    for name, key, kind, private in _reading_fields(type(model)):
        yield from _in_value(getattr(model, name), (*loc, key), kind, facilitator or private)


def _in_value(value: Any, loc: Loc, kind: Literal["line", "block"] | None, facilitator: bool) -> Iterator[TextAt]:
    if isinstance(value, BaseModel):
        yield from texts(value, loc, facilitator)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _in_value(item, (*loc, index), kind, facilitator)
    elif isinstance(value, str) and kind is not None:
        yield TextAt(loc, value, kind, facilitator)


def strings(model: BaseModel, loc: Loc = ()) -> Iterator[tuple[Loc, str, Literal["line", "block"] | None]]:
    """Every value of a model that is a text of any sort, with its place, and its kind where people read it as prose.

    Goes by the values, so that no field can be forgotten.
    """
    kinds = {field.name: field.kind for field in _reading_fields(type(model))}
    for name, field in type(model).model_fields.items():
        yield from _strings_in(getattr(model, name), (*loc, field.alias or name), kinds.get(name))


def _strings_in(
    value: Any, loc: Loc, kind: Literal["line", "block"] | None
) -> Iterator[tuple[Loc, str, Literal["line", "block"] | None]]:
    if isinstance(value, BaseModel):
        yield from strings(value, loc)
    elif isinstance(value, str):
        yield loc, value, kind
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _strings_in(item, (*loc, index), kind)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _strings_in(item, (*loc, key), kind)


class _ReadingField(NamedTuple):
    name: str
    key: str
    kind: Literal["line", "block"] | None
    facilitator: bool


@functools.cache
def _reading_fields(model: type[BaseModel]) -> tuple[_ReadingField, ...]:
    """The fields of a model that hold texts or models."""
    found = []
    for name, field in model.model_fields.items():
        marks = [*field.metadata, *_marks(field.annotation)]
        kind = next((mark.kind for mark in marks if isinstance(mark, TextKind)), None)
        private = any(isinstance(mark, FacilitatorOnly) for mark in marks)
        if kind is not None or _holds_models(field.annotation):
            found.append(_ReadingField(name, field.alias or name, kind, private))
    return tuple(found)


def _marks(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
    if get_origin(annotation) in (Annotated, Union, types.UnionType, tuple):
        for argument in get_args(annotation):
            yield from _marks(argument)


def _holds_models(annotation: Any) -> bool:
    if get_origin(annotation) in (Annotated, Union, types.UnionType, tuple):
        return any(_holds_models(argument) for argument in get_args(annotation))
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
