"""The texts of a module as pages of a course: the reading, the key messages, each case study. Participants' text alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..documents.emit.html import bare, html, html_line, words
from ..documents.texts import Texts, cited
from ..documents.tree.blocks import Block, Picture
from ..documents.tree.document import paragraph
from ..edition import Edition
from ..ground.sanitise import clean
from ..model.papers import Case, Question
from ..reading.curriculum import ModuleParts
from .lesson_figures import drawn_alone


@dataclass(frozen=True)
class ModulePage:
    """A page of a course."""

    id: str
    title: str
    html: str
    pictures: tuple[tuple[str, str], ...]
    """Name of the file and drawing of every picture that the page shows."""


def heading(edition: Edition, parts: ModuleParts) -> str:
    """What stands above the pages of a module: its name, what it is for, and its outcomes."""
    texts = Texts(edition)
    outcomes = "".join(f"<li>{html_line(texts.line(outcome.text))}</li>" for outcome in parts.plan.outcomes)
    return clean(
        f"<h4>{words(edition.plain(parts.plan.title))}</h4><p>{html_line(texts.line(parts.plan.purpose))}</p>"
        f"<p>{words(edition.say('lesson.outcomes'))}</p><ul>{outcomes}</ul>",
        alone=True,
    )


def module_pages(edition: Edition, parts: ModuleParts, folder: str) -> Iterator[ModulePage]:
    """The pages of a module. Their pictures are looked for in `folder`, which ends with a slash or is empty."""
    if parts.reading is not None:
        yield _page(_Writer(edition, parts, folder), "reading", edition.say("form.reading"), _reading(edition, parts))
    messages = "".join(f"<li>{html_line(Texts(edition).line(line))}</li>" for line in parts.plan.key_messages)
    yield ModulePage("key-messages", edition.say("module.key-messages"), clean(f"<ol>{messages}</ol>", alone=True), ())
    for id_, case in parts.cases.items():
        title = f"{edition.say('case.name')}: {edition.plain(case.title)}"
        yield _page(_Writer(edition, parts, folder), f"case-{id_}", title, _case(edition, case))


@dataclass(frozen=True)
class _Piece:
    """A heading and what stands below it."""

    title: str
    tree: tuple[Block, ...]
    questions: tuple[Question, ...] = ()


class _Writer:
    """Writes pieces as HTML, and notes the pictures."""

    def __init__(self, edition: Edition, parts: ModuleParts, folder: str) -> None:
        self.edition, self.parts, self.folder = edition, parts, folder
        self.pictures: dict[str, str] = {}

    def draw(self, picture: Picture) -> str:
        made = drawn_alone(self.edition, picture.id)
        self.pictures |= made
        wide, *narrow = (bare(self.folder + name) for name in made)
        # The look of the platform is not ours: without this, a drawing is wider than a phone.
        style = "max-width:100%;height:auto"
        shown = f'<img src="{wide}" alt="{bare(picture.alt)}" style="{style}">'
        phone = "".join(f'<source media="(max-width: 34em)" srcset="{one}">' for one in narrow)
        return f"<picture>{phone}{shown}</picture>" if phone else shown

    def write(self, piece: _Piece) -> Iterator[str]:
        if piece.title:
            yield f"<h3>{words(piece.title)}</h3>"
        yield html(piece.tree, self.draw)
        if piece.questions:
            texts = Texts(self.edition)
            lines = "".join(f"<li>{html_line(texts.line(question.text))}</li>" for question in piece.questions)
            yield f"<ol>{lines}</ol>"

    def closing(self, pieces: Sequence[_Piece]) -> Iterator[str]:
        sources = cited(tuple(piece.tree for piece in pieces)).values()
        if sources:
            items = "".join(f"<li>{words(source.reference)}</li>" for source in sources)
            yield f"<h3>{words(self.edition.say('module.sources'))}</h3><ul>{items}</ul>"
        yield "".join(f"<p><small>{words(line)}</small></p>" for line in _notice(self.edition, self.parts))


def _notice(edition: Edition, parts: ModuleParts) -> Iterator[str]:
    yield from (edition.plain(line) for line in edition.curriculum.manual.notice)
    yield f"{edition.plain(edition.curriculum.manual.title)} · {edition.curriculum.manual.licence}"
    if readers := edition.readers(parts):
        yield readers


def _page(writer: _Writer, id_: str, title: str, pieces: Sequence[_Piece]) -> ModulePage:
    body = [part for piece in pieces for part in writer.write(piece)]
    content = clean("\n".join([*body, *writer.closing(pieces)]), alone=True)
    return ModulePage(id_, title, content, tuple(sorted(writer.pictures.items())))


def _reading(edition: Edition, parts: ModuleParts) -> list[_Piece]:
    texts = Texts(edition)
    sections = parts.reading.sections if parts.reading else ()
    return [_Piece(edition.plain(section.title), texts.blocks(section.text)) for section in sections]


def _case(edition: Edition, case: Case) -> list[_Piece]:
    say, texts = edition.say, Texts(edition)
    names = edition.audiences
    pieces = [_Piece("", (paragraph(say("case.fictional")), *texts.blocks(case.story)))]
    for variant in case.variants:
        title = say("case.for", audience=names[variant.audience])
        pieces.append(_Piece(title, texts.blocks(variant.text), variant.questions))
    if case.questions:
        pieces.append(_Piece(say("case.together"), (), case.questions))
    return pieces
