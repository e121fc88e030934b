"""A document as plain data: what stands in it, in order, before any format."""

import datetime as dt
from dataclasses import dataclass

from ..edition import Edition
from ..reading.curriculum import ModuleParts
from .blocks import Block, Paragraph, Strong, Text
from .texts import cited


@dataclass(frozen=True)
class Part:
    """A titled part of a document."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Sheet:
    """A document."""

    name: str
    """The name of its file, without format."""
    title: str
    kind: str
    """What it is, in words: "Checklist"."""
    use: str
    """When to take it in your hand; may be empty."""
    colour: str
    size: str
    """`A3`, `A4`, `A5` or `A6`."""
    language: str
    manual: str
    head: str
    """What stands at the top of each page: the module and the document by their ids."""
    foot: str
    """What stands at the foot of each page: manual, version, date, licence."""
    day: dt.date
    parts: tuple[Part, ...]
    closing: tuple[Block, ...]
    """Sources and notice, in small letters."""


def sheet(
    edition: Edition,
    module: ModuleParts | None,
    name: str,
    kind: str,
    title: str,
    use: str,
    parts: tuple[Part, ...],
    size: str = "A4",
    colour: str = "moss",
) -> Sheet:
    """A document of a module, or of the whole manual; small papers go without sources and notice."""
    say, manual = edition.say, edition.curriculum.manual
    closing = _closing(edition, parts) if size in ("A3", "A4") else ()
    return Sheet(
        name=name,
        title=title,
        kind=kind,
        use=use,
        colour=edition.theme(module).colour if module else colour,
        size=size,
        language=say.language,
        manual=edition.plain(manual.title),
        head=f"{module.id} / {name}" if module else name,
        foot=edition.footer(module),
        day=edition.changed(module),
        parts=parts,
        closing=closing,
    )


def _closing(edition: Edition, parts: tuple[Part, ...]) -> tuple[Block, ...]:
    cites = cited(*(part.blocks for part in parts)).values()
    sources = [Paragraph((Strong((Text(cite.label),)), Text(f" {cite.reference}"))) for cite in cites]
    if sources:
        sources.insert(0, Paragraph((Strong((Text(edition.say("module.sources")),)),)))
    notice = [Paragraph((Text(edition.plain(line)),)) for line in edition.curriculum.manual.notice]
    return (*sources, *notice)
