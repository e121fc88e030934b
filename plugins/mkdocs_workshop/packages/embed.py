"""Pages for an `<iframe>` on somebody else's site: a module, one of its outcomes, or a handout; without storage or cookies.

A page of the site itself would ask for storage, which browsers refuse in frames, and drag its navigation along. A page here asks
only the site that it lies on, for letters and for pictures of steps: a frame beside another one then has them already.
"""

import re
from collections.abc import Iterator, Sequence

from ..documents.emit.html import html, html_line, words
from ..documents.places import path_of
from ..documents.texts import Texts
from ..edition import Edition
from ..ground.artifact import Artifact, Label
from ..ground.fonts import shared_style
from ..ground.language_tags import untagged
from ..ground.lean import lean_script, lean_style
from ..reading.curriculum import ModuleParts
from .lesson import Section, lesson_of
from .lesson_check import Check, check_of
from .lesson_figures import Drawings
from .lesson_page import data, notice, part, templates, tokens

OUTCOME = "outcome"
"""The variant of the short form."""
_CODE = re.compile("<(script|style).*?</(script|style)>", re.DOTALL)
LETTERS = "../../../assets/workshop/fonts"
"""The way to the fonts of the site."""
FONTS = "/* fonts */"
"""Stands in a page until its letters are known."""
MODULE_PAGE = "../../../modules/{id}/index.html"
HANDOUT_PAGE = "../../../handouts/{id}/index.html"
HANDOUT_ON_DISK = "../../../handouts/{id}.html"
"""The ways from an embed page to the page of the site; with the file's name, so that they need no server."""


def embed_pages(edition: Edition) -> Iterator[Artifact]:
    """A page for every module, for every outcome that has questions, and for every handout."""
    for parts in edition.curriculum.modules.values():
        yield _module(edition, parts)
        yield from _outcomes(edition, parts)
        for id_ in parts.handouts:
            yield _handout(edition, parts, id_)


def _module(edition: Edition, parts: ModuleParts) -> Artifact:
    lesson = lesson_of(edition, parts, case=False, small=True)
    page = MODULE_PAGE.format(id=parts.id)
    content = _page(edition, parts, lesson.title, lesson.purpose, page, lesson.sections, lesson.check)
    return _artifact(edition, parts, f"module-{parts.id}", lesson.title, "", content)


def _outcomes(edition: Edition, parts: ModuleParts) -> Iterator[Artifact]:
    """The short form: an outcome, and the questions on it."""
    texts, page = Texts(edition), MODULE_PAGE.format(id=parts.id)
    for outcome in parts.plan.outcomes:
        asked = tuple(one for one in (parts.check.questions if parts.check else ()) if one.outcome == outcome.id)
        if parts.check is None or not asked:
            continue
        check = check_of(edition, texts, parts.check.model_copy(update={"questions": asked}), edition.version(parts))
        title, lead = edition.plain(parts.plan.title), html_line(texts.line(outcome.text))
        content = _page(edition, parts, title, f"{words(edition.say('lesson.outcomes'))} {lead}", page, (), check)
        name = f"outcome-{parts.id}-{outcome.id}"
        yield _artifact(edition, parts, name, edition.plain(outcome.text), outcome.id, content, OUTCOME)


def _handout(edition: Edition, parts: ModuleParts, id_: str) -> Artifact:
    handout = parts.handouts[id_]
    texts, draw = Texts(edition), Drawings(edition, small=True)
    sections = [
        Section(section.id, edition.plain(section.title), html(texts.blocks(section.text), draw))
        for section in handout.sections
    ]
    title, lead = edition.plain(handout.title), html_line(texts.line(handout.use))
    page = (HANDOUT_ON_DISK if edition.on_disk else HANDOUT_PAGE).format(id=id_)
    content = _page(edition, parts, title, lead, page, sections, None)
    return _artifact(edition, parts, f"handout-{id_}", title, id_, content)


def _artifact(
    edition: Edition, parts: ModuleParts, name: str, title: str, subject: str, content: str, variant: str = ""
) -> Artifact:
    label = Label("embed", "html", title, edition.language, edition.version(parts), parts.id, subject, variant)
    return Artifact(path_of(edition.language, "embed", name, "html"), content, label=label)


def _page(
    edition: Edition,
    parts: ModuleParts,
    title: str,
    lead: str,
    page: str,
    sections: Sequence[Section],
    check: Check | None,
) -> str:
    made = (
        templates()
        .get_template("embed.html.j2")
        .render(
            say=edition.say,
            language=edition.language,
            colour=edition.theme(parts).colour,
            theme=edition.plain(edition.theme(parts).name),
            title=title,
            bare=untagged,
            lead=lead,
            page=page,
            sections=sections,
            check=check,
            notice=notice(edition),
            footer=edition.footer(parts),
            data=data(edition, check, alone=True),
            fonts=FONTS,
            style=lean_style(f"{tokens()}\n{part('page.css')}"),
            script=lean_script((part("check.js") if check else "") + part("embed.js")),
        )
    )
    # What letters it shows is known when it is written.
    return made.replace(FONTS, shared_style(re.sub(_CODE, "", made), LETTERS), 1)
