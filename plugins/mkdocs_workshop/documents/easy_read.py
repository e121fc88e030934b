"""Handouts that are easy to read: one thing a line, short words, large letters."""

from ..edition import Edition
from ..reading.curriculum import ModuleParts
from .framed import framed
from .texts import Texts
from .tree.blocks import Note, Paragraph
from .tree.document import Document, Part, text
from .tree.pages import EasySteps


def easy_read(edition: Edition, module: ModuleParts, id_: str) -> Document | None:
    """The edition of a handout for people who read little; None where it has none. Raises KeyError for an unknown handout."""
    made, say, texts = module.handouts[id_], edition.say, Texts(edition)
    if made.easy is None:
        return None
    parts: list[Part] = []
    if made.easy.draft:
        parts.append(Note("", (Paragraph(text(say("easy.draft"))),)))
    if made.easy.figure:
        parts.append(texts.picture(made.easy.figure))
    steps = EasySteps(tuple(map(texts.line, made.easy.lines)))
    return framed(
        edition,
        module,
        "easy-read",
        id_,
        (*parts, steps),
        title=edition.plain(made.title),
        what=say("easy.what"),
        named=False,
        name=f"{id_}-easy-read",
    )
