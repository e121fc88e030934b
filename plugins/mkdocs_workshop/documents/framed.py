"""The frame of a document of an edition: whose it is, its version and day, what stands at the head and at the foot."""

from typing import Any

from ..edition import Edition
from ..reading.curriculum import ModuleParts
from .texts import cited
from .tree.blocks import Cite
from .tree.document import Closing, Document, Part

BOOKS = frozenset({"guide", "workbook"})
"""Kinds of documents that hold whole modules."""


def framed(
    edition: Edition,
    module: ModuleParts | None,
    kind: str,
    id_: str,
    parts: tuple[Part, ...],
    *,
    title: str,
    what: str,
    use: str = "",
    named: bool = True,
    **more: Any,
) -> Document:
    """A document of a module, or of the whole manual (None). All words are plain.

    With `named`, its id stands at its foot, so that a copy can be traced. `more` are other fields of the document.
    """
    manual, say = edition.curriculum.manual, edition.say
    day = edition.changed(module)
    of = [edition.plain(module.plan.short)] if module else []
    foot = (
        edition.plain(manual.title),
        *of,
        *([id_] if named else []),
        say("paper.version", version=edition.version(module)),
        edition.date(day),
        manual.licence,
        _readers(edition, module, kind, id_),
    )
    values: dict[str, Any] = {
        "name": id_,
        "colour": edition.theme(module).colour if module else "navy",
        "subject": " ".join((*of, *([id_] if named else []))),
        "head": f"{module.id} / {id_}" if module and module.id != id_ else id_,
        **more,
    }
    return Document(
        kind=kind,
        id=id_,
        title=title,
        what=what,
        use=use,
        parts=parts,
        language=edition.language,
        manual=edition.plain(manual.title),
        foot=" · ".join(filter(None, foot)),
        day=day,
        **values,
    )


def _readers(edition: Edition, module: ModuleParts | None, kind: str, id_: str) -> str:
    """Who has read the translation of what stands in a document."""
    if module is not None or kind in BOOKS:
        return edition.readers(module)
    return edition.readers_of_rest({"form": "instrument", "report": "event"}.get(kind, "programme"), id_)


def closing(edition: Edition, *trees: object) -> Closing:
    """The sources that some texts cite, and the notice of the manual."""
    sources: tuple[Cite, ...] = tuple(cited(*trees).values())
    notice = tuple(edition.plain(line) for line in edition.curriculum.manual.notice)
    return Closing(edition.say("module.sources"), sources, notice)
