"""What is said of values that are wrong, in the words of the author's own file: one field of each sort, and files of the real kinds."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, model_validator

from mkdocs_workshop.model.check import KnowledgeCheck
from mkdocs_workshop.model.evidence import Country
from mkdocs_workshop.model.figure import Figure
from mkdocs_workshop.model.module import Module
from mkdocs_workshop.model.programme import Programme
from mkdocs_workshop.reading.validate import validate
from mkdocs_workshop.reading.yaml import parse
from tests.golden_files import assert_golden


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class _Circle(_Part):
    kind: Literal["circle"]
    radius: Annotated[int, Field(ge=1, le=9)]
    """How wide."""


class _Square(_Part):
    kind: Literal["square"]
    side: int


class _All(_Part):
    """One field of each sort."""

    text: str = Field(description="What is said.\nAnd more.")
    short: Annotated[str, Field(min_length=3)] = "abc"
    number: Annotated[int, Field(ge=2, le=5)] = 3
    loose: Annotated[int, Field(strict=False)] = 3
    share: float = 0.5
    sure: bool = True
    day: Annotated[dt.date, Field(strict=False)] = dt.date(2026, 1, 1)
    words: Annotated[tuple[str, ...], Field(min_length=1, max_length=2, strict=False)] = ("a",)
    two: Annotated[tuple[_Square, ...], Field(min_length=2, strict=False)] = ()
    colour: Literal["navy", "teal"] = "navy"
    shape: Annotated[_Circle | _Square, Field(discriminator="kind")] | None = None
    names: dict[str, str] = {}
    other: Annotated[str, Field(alias="else", pattern=r"^[a-z]{2}$", description="Another language.")] = "en"
    odd: Annotated[str, Field(pattern=r"^x+$")] = "x"
    inner: "_Inner | None" = None

    @model_validator(mode="after")
    def _fits(self) -> "_All":
        if self.text == "contradiction":
            raise ValueError("text and sense contradict each other")
        return self


class _Inner(_Part):
    text: str
    minutes: int = 1


_All.model_rebuild()

VALUES = (
    "{}", "text:", "text: 5", "text: [a]", "text: {text: a}", "text: {a: b}", "text: a\ntxet: b", "text: a\nsort: b", "text: a\nshort: ab", "text: a\nshort: ''",
    "text: a\nnumber: 1", "text: a\nnumber: 6", "text: a\nnumber: five", "text: a\nloose: five", "text: a\nloose: '7'", "text: a\nnumber:", "text: a\nnumber: 2.5", "text: a\nshare: half", "text: a\nsure: maybe",
    "text: a\nsure:", "text: a\nday: 2026-13-45", "text: a\nday: soon", "text: a\nwords: a", "text: a\nwords: []", "text: a\nwords: [a, b, c]", "text: a\nwords:",
    "text: a\ntwo: [{kind: square, side: 1}]", "text: a\ntwo: [{kind: square}, {kind: square, side: 1}]", "text: a\ncolour: tael", "text: a\ncolour: 5",
    "text: a\nshape: {radius: 3}", "text: a\nshape: {kind: cirle, radius: 3}", "text: a\nshape: {kind: circle, radius: 10}", "text: a\nshape: {kind: circle, side: 1}",
    "text: a\nshape: round", "text: a\nnames: [a]", "text: a\nelse: ENG", "text: a\nodd: y", "text: contradiction", "text: a\ninner: {text: one, two}",
    "text: a\ninner: {text: a, minutse: 5}", "text: a\ninner: {minutes: x}", "- a", "text",
)  # fmt: skip
FORMS: Mapping[Any, Sequence[str]] = {
    Programme: (
        "title: A\nparticipants: 0\ndays: [{title: A, start: 9 o'clock, slots: [{kind: sesion, id: A B}, {kind: pause, id: a, minutes: 999}]}]",
    ),
    Figure: ("title: A", "title: A\nkind: pahs\nalt: B", "title: A\nkind: path\nalt: B\nsteps: [{id: a.b}]"),
    KnowledgeCheck: ("questions: [{id: A, kind: single}, {kind: order, id: b, items: [1]}, {id: c}]",),
    Country: (
        "code: KZ\nlanguage: x\nname: A\nentries: [{id: A.B, label: a, value: 5, confidence: Z, checked: 22.11.2026}]",
    ),
    Module: (
        "title: A\ntheme: B C\nchanges: [{version: 1, on: 2026, what: a}, {version: v1.0, on: 2026-02-30, what: [a]}]\nreviewed: 2026",
    ),
}


def _values() -> Iterator[str]:
    for kind, snippets in {_All: VALUES, **FORMS}.items():
        for text in snippets:
            source, _ = parse(text, "folder/a.yml")
            assert source is not None
            model, problems = validate(source, kind)
            yield f"{getattr(kind, '__name__', 'Figure')} {text!r}: {'right' if model else 'wrong'}"
            yield from (_said(one) for one in problems)


def _said(problem: Any) -> str:
    return f"    {problem.place.line}:{problem.place.column} {problem.code} {problem.message} = {problem.advice}"


def test_what_is_said_of_values(request: pytest.FixtureRequest) -> None:
    assert_golden(request, "reading/values.txt", _values())
