"""Tests and evaluation forms: the form for everybody, the key for facilitators."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ...ground.artifact import Artifact
from ...model.instrument import Instrument, ScalePoint, StatementItem
from ...teaching.agenda import session_titles
from ...teaching.quiz import keyed_items
from . import linked, paths
from .book import Book


class Counted(NamedTuple):
    """A statement with the answer towards which an improvement goes."""

    item: StatementItem
    best: ScalePoint | None


def _statements(form: Instrument) -> Iterator[Counted]:
    scales = {scale.id: sorted(scale.points, key=lambda point: point.value) for scale in form.scales}
    for section in form.sections:
        for item in section.items:
            if isinstance(item, StatementItem):
                ends = {"low": scales[item.scale][0], "high": scales[item.scale][-1]}
                yield Counted(item, ends[item.better] if item.better else None)


def form_pages(book: Book) -> Iterator[Artifact]:
    """The list, and for each instrument the form and its key."""
    instruments = book.curriculum.instruments
    if not instruments:
        return
    names = book.edition.audiences
    made_from = book.curriculum.file("curriculum").source.path
    rows = [(id_, form, [names[audience] for audience in form.audiences]) for id_, form in instruments.items()]
    files = {id_: book.files("form", id_) for id_ in instruments}
    yield book.page(paths.FORMS, "forms.md.j2", book.say("nav.forms"), made_from, rows=rows, files=files)
    for id_, form in instruments.items():
        yield from _form_pages(book, id_, form, names)


def _form_pages(book: Book, id_: str, form: Instrument, names: Mapping[str, str]) -> Iterator[Artifact]:
    plain = book.markup(paths.HOME).plain
    title = plain(form.title)
    values: dict[str, Any] = {
        "id": id_,
        "form": form,
        "scales": {scale.id: scale.points for scale in form.scales},
        "audiences": [names[audience] for audience in form.audiences],
    }
    made_from = book.curriculum.file("instrument", id_).source.path
    yield book.page(
        paths.form(id_),
        "form.md.j2",
        title,
        made_from,
        description=plain(form.purpose),
        data=linked.form(book, id_, form),
        downloads=book.files("form", id_),
        sessions=tuple(session_titles(book.curriculum, book.curriculum.manual.programme).values()),
        **values,
    )
    yield book.page(
        paths.form_key(id_),
        "form-key.md.j2",
        book.say("form.key-title", title=title),
        made_from,
        role="facilitator",
        statements=list(_statements(form)),
        keyed=keyed_items(form),
        **values,
    )
