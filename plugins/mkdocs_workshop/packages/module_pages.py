"""The texts of a module as pages of a course: the reading, the key messages, each case study. Participants' text alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..documents.emit.html import html
from ..documents.emit.html_course import html_parts
from ..documents.emit.html_drawing import as_files
from ..documents.texts import Texts, cited
from ..documents.tree import document
from ..documents.tree.blocks import Paragraph, Picture
from ..documents.tree.document import Closing, Part, Section, listed, paragraph
from ..edition import Edition
from ..ground.sanitise import clean
from ..reading.curriculum import ModuleParts
from .learner_parts import case_parts, messages
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
    """What stands above the pages of a module, as HTML: its name, what it is for, and its outcomes."""
    texts, plan = Texts(edition), parts.plan
    tree = (
        document.heading(4, edition.plain(plan.title)),
        Paragraph(texts.line(plan.purpose)),
        paragraph(edition.say("lesson.outcomes")),
        listed([texts.line(outcome.text) for outcome in plan.outcomes]),
    )
    return clean("".join(html((block,)) for block in tree), alone=True)


def module_pages(edition: Edition, parts: ModuleParts, folder: str) -> Iterator[ModulePage]:
    """The pages of a module. Their pictures are looked for in `folder`, which ends with a slash or is empty."""
    for id_, title, tree in page_trees(edition, parts):
        drawings = _Files(edition, folder)
        content = clean(html_parts(tree, drawings), alone=True)
        yield ModulePage(id_, title, content, tuple(sorted(drawings.pictures.items())))


def page_trees(edition: Edition, parts: ModuleParts) -> Iterator[tuple[str, str, tuple[Part, ...]]]:
    """Id, title and content of each page of a module, before any format."""
    texts, say = Texts(edition), edition.say
    if parts.reading is not None:
        sections = parts.reading.sections
        tree = tuple(Section(edition.plain(one.title), texts.blocks(one.text), level=3) for one in sections)
        yield "reading", say("form.reading"), (*tree, _closing(edition, parts, tree))
    remember = messages(texts, parts.plan)
    yield "key-messages", remember.title, (remember,)
    for id_, case in parts.cases.items():
        told = case_parts(texts, case)
        yield f"case-{id_}", f"{say('case.name')}: {edition.plain(case.title)}", (*told, _closing(edition, parts, told))


def _closing(edition: Edition, parts: ModuleParts, tree: tuple[Part, ...]) -> Closing:
    """The sources of a page, and below them whose text it is and who has read it."""
    manual = edition.curriculum.manual
    notice = [*map(edition.plain, manual.notice), f"{edition.plain(manual.title)} · {manual.licence}"]
    notice += filter(None, (edition.readers(parts),))
    return Closing(edition.say("module.sources"), tuple(cited(tree).values()), tuple(notice))


class _Files:
    """Puts drawings beside a page, and notes which: Moodle and the cartridge take them as files."""

    def __init__(self, edition: Edition, folder: str) -> None:
        self._edition, self._folder = edition, folder
        self.pictures: dict[str, str] = {}

    def __call__(self, picture: Picture) -> str:
        made = drawn_alone(self._edition, picture.id)
        self.pictures |= made
        return as_files([self._folder + name for name in made], picture.alt)
