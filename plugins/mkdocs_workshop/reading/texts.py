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


def texts(model: BaseModel, loc: Loc = (), facilitator: bool = False) -> list[TextAt]:
    """All texts of a model and of the models in it, in their order.

    Of an activity with the title "Ask" it has the place `("title",)`, the words, and whether facilitators alone read
    them.
    """
    found: list[TextAt] = []
    _add_texts(found, model, loc, facilitator)
    return found


# Lists are filled, since generators within generators take three times as long; every check walks over all models.
def _add_texts(found: list[TextAt], model: BaseModel, loc: Loc, facilitator: bool) -> None:
    values = model.__dict__
    for name, key, kind, private in _reading_fields(type(model)):
        value = values[name]
        if value is not None:
            _add_value(found, value, (*loc, key), kind, facilitator or private)


def _add_value(
    found: list[TextAt], value: Any, loc: Loc, kind: Literal["line", "block"] | None, facilitator: bool
) -> None:
    if isinstance(value, str):
        if kind is not None:
            found.append(TextAt(loc, value, kind, facilitator))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _add_value(found, item, (*loc, index), kind, facilitator)
    elif isinstance(value, BaseModel):
        _add_texts(found, value, loc, facilitator)


StringAt = tuple[Loc, str, Literal["line", "block"] | None]
"""The place of a text of any sort, the text, and its kind where people read it as prose."""


def strings(model: BaseModel, loc: Loc = ()) -> list[StringAt]:
    """Every value of a model that is a text of any sort.

    Goes by the values, so that no field can be forgotten.

    An id is one as well: `(("id",), "first-aid", None)`.
    """
    found: list[StringAt] = []
    _add_strings(found, model, loc)
    return found


def _add_strings(found: list[StringAt], model: BaseModel, loc: Loc) -> None:
    values = model.__dict__
    for name, key, kind in _all_fields(type(model)):
        value = values[name]
        if value is not None:
            _add_strings_in(found, value, (*loc, key), kind)


def _add_strings_in(found: list[StringAt], value: Any, loc: Loc, kind: Literal["line", "block"] | None) -> None:
    if isinstance(value, str):
        found.append((loc, value, kind))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _add_strings_in(found, item, (*loc, index), kind)
    elif isinstance(value, BaseModel):
        _add_strings(found, value, loc)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            _add_strings_in(found, item, (*loc, key), kind)


@functools.cache
def _all_fields(model: type[BaseModel]) -> tuple[tuple[str, str, Literal["line", "block"] | None], ...]:
    """The name of each field, its key, and the kind of prose that it holds."""
    kinds = {field.name: field.kind for field in _reading_fields(model)}
    return tuple((name, field.alias or name, kinds.get(name)) for name, field in model.model_fields.items())


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
