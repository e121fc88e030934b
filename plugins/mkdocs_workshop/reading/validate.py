"""Data to model: every mistake at once, in words for the author and with its place."""

import functools
import re
import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from ..ground.problems import Kind, Listed, Problem, did_you_mean, sentences
from .yaml import Loc, SourceFile

M = TypeVar("M")

KINDS: Mapping[str, Kind] = {
    "W201": Kind("Unknown key", "Remove it, or write it as the YAML reference does."),
    "W202": Kind("A key is missing", "Add it."),
    "W203": Kind("The value is of the wrong type", "Write a value of the type that the YAML reference names."),
    "W204": Kind("The value is not one of the possible ones", "Choose one of the values named."),
    "W205": Kind("The value has the wrong form", "Write it in the form that the YAML reference shows."),
    "W206": Kind("Too few or too many", "Change how many there are, or how large the number is."),
    "W207": Kind("The values contradict each other", "Keep the ones that belong together."),
}

_TYPES = {
    "string": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "`true` or `false`",
    "tuple": "a list",
    "model": "a group of keys",
    "dict": "a group of keys",
    "date": "a date like 2026-11-22",
}

_FORMS = {
    r"^[a-z0-9]+(?:-[a-z0-9]+)*$": "lower-case letters, digits and single hyphens: `safe-search`",
    r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$": "lower-case letters, digits, single hyphens and dots: `pep-point.night`",
    r"^[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*$": "two ids with a slash between them: `module-id/activity-id`",
    r"^([01][0-9]|2[0-3]):[0-5][0-9]$": 'a time in quotes: "08:45"',
    r"^[a-z0-9][a-z0-9-]*\.(png|jpe?g)$": "the name of a PNG or JPEG file beside this one, without folders: `door.jpg`",
    r"^[a-z0-9][a-z0-9-]*\.(mp4|webm)$": "the name of an MP4 or WebM file beside this one, without folders: `door.mp4`",
    r"^[0-9]+\.[0-9]+$": 'a version in quotes: "1.0"',
    r"^[0-9]+\.[0-9]+(\.[0-9]+)?$": 'a version in quotes: "1.0"',
    r"^[0-9]{4}([-/][0-9]{2,4})?$": 'a year in quotes: "2024"',
    r"^[a-z]{2}$": "two lower-case letters",
    r"^https?://": "an address that begins with https://",
    r"^(generic|regional|country:[a-z]{2})$": "`generic`, `regional` or `country:` and two letters",
}


def validate(source: SourceFile, kind: Any) -> tuple[Any | None, list[Problem]]:
    """The file as a model of the given kind, or everything that stands in the way.

    For "minutes: five" it gives None and a problem at that value, and so for every other mistake in the file.
    """
    try:
        return _adapter(kind).validate_python(source.data), []
    except ValidationError as error:
        listed = Listed()
        details = [dict(detail) for detail in error.errors(include_url=False)]
        found = [detail for detail in details if not _follows(detail) and listed.room("", source.path)]
        return None, [*(_problem(source, kind, detail) for detail in found), *listed.rest()]


def _follows(detail: dict[str, Any]) -> bool:
    """Whether it only follows from mistakes in its parts: pydantic counts valid entries alone."""
    return detail["type"] == "too_short" and len(detail["input"]) >= int(detail["ctx"]["min_length"])


@functools.cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _problem(source: SourceFile, kind: Any, detail: dict[str, Any]) -> Problem:
    loc: Loc = detail["loc"]
    code, message, advice = _words(source, detail, _name(source, loc, detail["type"]), kind)
    return source.problem(loc, code, message, sentences(advice, _help(kind, loc)), key=code == "W201")


def _name(source: SourceFile, loc: Loc, type_: str) -> str:
    """The key that the author wrote, or should have written; names of union branches are none."""
    if type_ == "missing":
        return str(loc[-1])
    written = [part for index, part in enumerate(loc) if isinstance(part, str) and source.has(loc[: index + 1])]
    return written[-1] if written else source.path.rpartition("/")[2]


def _words(source: SourceFile, detail: dict[str, Any], name: str, kind: Any) -> tuple[str, str, str]:
    """Code, message and advice for one of pydantic's error types; its own text where we know no better."""
    type_, context = detail["type"], detail.get("ctx", {})
    if type_ == "extra_forbidden":
        if detail["input"] is None and source.in_braces(detail["loc"]):
            # In braces, a comma in a text without quotes ends the text; "remove it" would have the author throw words away.
            advice = "If these words belong to the text before the comma, put the whole text in quotes."
            return "W201", f"unknown key `{name}`", advice
        near = did_you_mean(name, [key for key, _ in _fields(kind, detail["loc"][:-1])])
        return "W201", f"unknown key `{name}`", near or KINDS["W201"].advice
    if type_ == "missing":
        return "W202", f"`{name}` is missing", ""
    if type_ in {"literal_error", "union_tag_invalid"}:
        expected = str(context.get("expected") or context.get("expected_tags"))
        given = detail["input"] if type_ == "literal_error" else context["tag"]
        known = re.findall(r"'([^']*)'", expected)
        where = name if type_ == "literal_error" else str(context["discriminator"]).strip("'")
        return (
            "W204",
            f"`{where}` can not be `{given}`",
            sentences(did_you_mean(str(given), known), f"Possible: {', '.join(known)}."),
        )
    if type_ == "union_tag_not_found":
        where = str(context["discriminator"]).strip("'")
        return "W202", f"`{where}` is missing", "It says which keys belong here."
    if type_ == "string_pattern_mismatch":
        form = _FORMS.get(context["pattern"], f"text that matches {context['pattern']}")
        return "W205", f"`{name}` has the wrong form", f"Write {form}."
    if type_.startswith(("date_from_", "date_parsing")):
        return "W205", f"`{name}` is not a date", "Write year, month and day: 2026-11-22."
    if type_ in {"too_short", "string_too_short"}:
        return (
            "W206",
            f"`{name}` is empty" if not detail["input"] else f"`{name}` needs at least {context.get('min_length')}",
            "",
        )
    if type_ == "too_long":
        return "W206", f"`{name}` has {context['actual_length']} entries; {context['max_length']} are allowed", ""
    if type_ in {"greater_than_equal", "less_than_equal"}:
        limit = context.get("ge", context.get("le"))
        return "W206", f"`{name}` must be {'at least' if 'ge' in context else 'at most'} {limit}", ""
    if type_ == "value_error":
        return "W207", str(context["error"]), KINDS["W207"].advice
    stem = type_.removesuffix("_type").removesuffix("_parsing").removesuffix("_from_float")
    if stem in _TYPES:
        hint = ""
        if stem == "string" and detail["input"] is not None:
            hint = "Put it in quotes." if not isinstance(detail["input"], list | dict) else ""
            if isinstance(detail["input"], dict) and detail["input"].keys() == {"text"}:
                hint = "Here it stands alone, without `text:`."
        message = f"`{name}` is empty" if detail["input"] is None else f"`{name}` must be {_TYPES[stem]}"
        return "W203", message, sentences(hint, f"It must be {_TYPES[stem]}." if detail["input"] is None else "")
    return "W203", f"`{name}`: {detail['msg']}", ""


def _help(kind: Any, loc: Loc) -> str:
    """What the model says about the last key of the path, if it has one."""
    key = next((part for part in reversed(loc) if isinstance(part, str)), None)
    for name, description in _fields(kind, loc[: len(loc) - 1 - tuple(reversed(loc)).index(key)] if key else ()):
        if name == key:
            return description
    return ""


def _fields(kind: Any, loc: Loc) -> tuple[tuple[str, str], ...]:
    """Keys that may stand at `loc`, with what they mean."""
    # One entry of a list has the keys of all the others.
    return _fields_at(kind, tuple(0 if isinstance(part, int) else part for part in loc))


@functools.lru_cache(maxsize=1024)
def _fields_at(kind: Any, loc: Loc) -> tuple[tuple[str, str], ...]:
    return tuple(
        (field.alias or name, (field.description or "").split("\n")[0])
        for model in _models_at(kind, loc)
        for name, field in model.model_fields.items()
    )


def _models_at(kind: Any, loc: Loc) -> Iterator[type[BaseModel]]:
    for branch in _branches(kind):
        if get_origin(branch) is tuple:
            if loc and isinstance(loc[0], int):
                yield from _models_at(get_args(branch)[0], loc[1:])
            continue
        if not (isinstance(branch, type) and issubclass(branch, BaseModel)):
            continue
        if not loc:
            yield branch
            continue
        by_key = {field.alias or name: field for name, field in branch.model_fields.items()}
        if loc[0] in by_key:
            yield from _models_at(by_key[str(loc[0])].annotation, loc[1:])
        elif loc[0] in _tags(branch):
            yield from _models_at(branch, loc[1:])


def _tags(model: type[BaseModel]) -> set[Any]:
    """Values of `kind` or `layout`: the names of a union's branches in the paths of errors."""
    return {
        value
        for name in ("kind", "layout")
        if name in model.model_fields
        for value in get_args(model.model_fields[name].annotation)
    }


def _branches(kind: Any) -> Iterator[Any]:
    if get_origin(kind) is Annotated:
        yield from _branches(get_args(kind)[0])
    elif get_origin(kind) in (Union, types.UnionType):
        for branch in get_args(kind):
            yield from _branches(branch)
    else:
        yield kind
