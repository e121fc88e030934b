"""What do you need? Every paper with its picture, by the moment in which people need it."""

from collections.abc import Iterator
from typing import NamedTuple

from ...ground.artifact import Artifact
from ...model.papers import Handout
from ...reading.curriculum import ModuleParts
from . import paths
from .book import Book
from .offered import Download

UNFOLDED = 12
"""Papers of the first group that stand open: what fits on some screens of a phone."""


class Tile(NamedTuple):
    """A paper as the finder shows it."""

    id: str
    handout: Handout
    colour: str
    page: str
    picture: str
    """Empty where no PDF was made."""
    first: Download | None
    """The file that most people want."""
    more: tuple[Download, ...]
    marks: str
    """What the three questions look for, as attributes of HTML."""


class Group(NamedTuple):
    """The papers of one moment."""

    id: str
    title: str
    note: str
    tiles: tuple[Tile, ...]
    open: bool


class Question(NamedTuple):
    """One of the three parts of the sentence, for its script."""

    id: str
    choices: list[tuple[str, str]]


def finder_page(book: Book) -> Artifact:
    """The page."""
    groups = finder_groups(book)
    tiles = [tile for group in groups for tile in group.tiles]
    forms = dict.fromkeys(tile.handout.form for tile in tiles)
    say = book.say
    questions = [
        Question("for", list(book.edition.audiences.items())),
        Question("form", [(form, say(f"form.{form}")) for form in forms]),
        Question("when", [(group.id, group.title) for group in groups]),
    ]
    return book.page(
        paths.HANDOUTS,
        "handouts.md.j2",
        say("finder.title"),
        book.curriculum.file("curriculum").source.path,
        description=say("finder.lead"),
        scripts=(paths.FINDER_SCRIPT,),
        styles=(paths.FINDER_STYLE,),
        groups=groups,
        questions=[question for question in questions if len(question.choices) > 1],
        count=len(tiles),
        papers=book.files("all-handouts"),
    )


def finder_groups(book: Book) -> list[Group]:
    """All handouts by their first moment; by theme where the curriculum names no moments."""
    moments = book.curriculum.manual.moments
    tiles = [(parts, _tile(book, parts, id_)) for parts in _taught(book) for id_ in parts.handouts]
    plain = book.edition.plain
    if moments:
        named = [(one.id, plain(one.name), plain(one.note) if one.note else "") for one in moments]
        named.append(("other", book.say("finder.other"), ""))
        key = {tile.id: (tile.handout.moments or ("other",))[0] for _, tile in tiles}
    else:
        named = [(theme.id, plain(theme.name), "") for theme in book.curriculum.manual.themes]
        key = {tile.id: parts.plan.theme for parts, tile in tiles}
    groups: list[Group] = []
    for id_, title, note in named:
        found = tuple(sorted((tile for _, tile in tiles if key[tile.id] == id_), key=_in_a_hurry))
        if found:
            groups.append(Group(id_, title, note, found, not groups and len(found) <= UNFOLDED))
    return groups


def _in_a_hurry(tile: Tile) -> int:
    """Cards and paths first: who has no time takes them."""
    return {"card": 0, "decision-path": 1}.get(tile.handout.form, 2)


def _taught(book: Book) -> Iterator[ModuleParts]:
    for _, modules in book.by_theme():
        yield from modules


def _tile(book: Book, parts: ModuleParts, id_: str) -> Tile:
    handout = parts.handouts[id_]
    files = book.files("handout", id_)
    first = next((file for file in files if (file.label.format, file.label.variant) == ("pdf", "")), None)
    marks = f' data-form="{handout.form}"'
    if len(handout.audiences) < len(book.curriculum.manual.audiences):
        marks += f' data-for="{" ".join(handout.audiences)}"'
    if handout.moments[1:]:
        marks += f' data-when="{" ".join(handout.moments)}"'
    return Tile(
        id_,
        handout,
        book.theme(parts).colour,
        paths.handout(id_),
        paths.thumb("handout", id_) if first else "",
        first,
        tuple(file for file in files if file is not first),
        marks,
    )
