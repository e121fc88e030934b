"""Pages for an `<iframe>` on somebody else's site: a module, one of its outcomes, or a handout; without storage or cookies.

A page of the site itself would ask for storage, which browsers refuse in frames, and drag its navigation along. A page here is a
file of at most 100 KB with its letters inside, which can also be copied to another place; it asks only the site that it lies on,
for pictures of steps, whose words it holds.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..documents.emit.html import html_line
from ..documents.places import path_of
from ..documents.texts import Texts
from ..documents.tree.document import text
from ..documents.tree.forms import Words
from ..edition import Edition
from ..ground.artifact import Artifact, Label
from ..ground.language_tags import untagged
from ..ground.lean import lean_style, tight_script
from ..ground.own_letters import letters_inside, with_neighbours
from ..reading.curriculum import ModuleParts
from .lesson import Section, lesson_of
from .lesson_check import Check, check_of
from .lesson_page import data, notice, part, shown_by, shown_sections, templates, tokens, told_to_script
from .light import light, looks_style

OUTCOME = "outcome"
"""The variant of the short form."""
LETTERS = "letters"
"""Stands in a page until the letters that it shows are known."""
_NEVER_STRONG = re.compile('<span class="cite">.*?</span>|<(footer|title|desc).*?</(footer|title|desc)>', re.DOTALL)
"""What stands in a page in its lighter letters alone, or is not shown: it has the names of authors, in another alphabet."""
MOST = 100 * 1024
"""Bytes of a page, which goes into pages of others."""
MODULE_PAGE = "../../../modules/{id}/index.html"
HANDOUT_PAGE = "../../../handouts/{id}/index.html"
HANDOUT_ON_DISK = "../../../handouts/{id}.html"
"""The ways from an embed page to the page of the site; with the file's name, so that they need no server."""


def embed_pages(edition: Edition) -> Iterator[Artifact]:
    """A page for every module, for every outcome that has questions, and for every handout."""
    for parts in edition.asked:
        yield _module(edition, parts)
        yield from _outcomes(edition, parts)
        for id_ in parts.handouts:
            yield _handout(edition, parts, id_)


def _module(edition: Edition, parts: ModuleParts) -> Artifact:
    lesson = lesson_of(edition, parts, case=False)
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
        title, lead = edition.plain(parts.plan.title), text(f"{edition.say('lesson.outcomes')} ")
        content = _page(edition, parts, title, (*lead, *texts.line(outcome.text)), page, (), check)
        name = f"outcome-{parts.id}-{outcome.id}"
        yield _artifact(edition, parts, name, edition.plain(outcome.text), outcome.id, content, OUTCOME)


def _handout(edition: Edition, parts: ModuleParts, id_: str) -> Artifact:
    handout = parts.handouts[id_]
    texts = Texts(edition)
    sections = [
        Section(section.id, edition.plain(section.title), texts.blocks(section.text)) for section in handout.sections
    ]
    title, lead = edition.plain(handout.title), texts.line(handout.use)
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
    lead: Words,
    page: str,
    sections: Sequence[Section],
    check: Check | None,
) -> str:
    told = told_to_script(edition, check, alone=True)
    shown = shown_sections(edition, sections, small=True)
    drawn = any("<svg" in section.html for section in shown)
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
            lead=html_line(lead),
            page=page,
            sections=shown,
            check=check,
            notice=notice(edition),
            footer=edition.footer(parts),
            data=data(told),
            letters=LETTERS,
            style=lean_style(f"{tokens()}\n{part('page.css')}") + (looks_style() if drawn else ""),
            script=tight_script((part("check.js") if check else "") + part("embed.js")),
        )
    )
    strong = shown_by(re.sub(_NEVER_STRONG, "", made), told)
    return with_letters(edition.cache / "fonts", light(made), shown_by(made, told), strong)


def with_letters(cache: Path, page: str, shown: str, strong: str) -> str:
    """The page with its letters inside, and those of their alphabets where there is room for them.

    One that would be too heavy has one weight, and the browser draws the strong ones.
    """
    shared = _holding(page, letters_inside(cache, with_neighbours(shown), with_neighbours(strong)))
    if len(shared.encode()) <= MOST:
        return shared
    letters = letters_inside(cache, shown, strong)
    whole = _holding(page, letters)
    return whole if len(whole.encode()) <= MOST else _holding(page, {"400 700": letters["400"]})


def _holding(page: str, letters: Mapping[str, str]) -> str:
    return page.replace(f">{LETTERS}<", f">{json.dumps(letters, separators=(',', ':'))}<", 1)
