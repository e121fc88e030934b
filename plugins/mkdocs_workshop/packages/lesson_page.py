"""The page of a lesson and what lies beside it: one HTML page, one style sheet, one script, fonts."""

import functools
import json
import re
from collections.abc import Mapping, Sequence
from html import unescape
from importlib.resources import files
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ..documents.emit.html import html_line, shown
from ..documents.emit.html_course import html_parts
from ..edition import Edition
from ..ground.language_tags import untagged
from ..ground.own_letters import letter_files, letter_style, with_neighbours
from ..ground.sanitise import clean
from ..reading.curriculum import ModuleParts
from .lesson import Lesson, Section
from .lesson_check import Check, packed
from .lesson_figures import Drawings

PAGE, STYLE, SCRIPT = "index.html", "lesson.css", "lesson.js"

_TOKENS = re.compile(r"--ws-[a-z-]+: [^;]+;")


def lesson_files(edition: Edition, parts: ModuleParts, lesson: Lesson) -> dict[str, str | bytes]:
    """The lesson by file name; nothing in it asks for anything outside."""
    say, told = edition.say, told_to_script(edition, lesson.check)
    page = (
        templates()
        .get_template("lesson.html.j2")
        .render(
            say=say,
            language=edition.language,
            colour=edition.theme(parts).colour,
            theme=edition.plain(edition.theme(parts).name),
            lesson=lesson,
            purpose=html_line(lesson.purpose),
            outcomes=list(map(html_line, lesson.outcomes)),
            sections=shown_sections(edition, lesson.sections),
            bare=untagged,
            end=say("session.knowledge-check") if lesson.check else say("lesson.end"),
            notice=notice(edition),
            footer=edition.footer(parts),
            data=data(told),
        )
    )
    return {
        PAGE: page,
        STYLE: f"{letter_style()}\n{tokens()}\n{part('page.css')}{part('lesson.css')}",
        SCRIPT: part("session.js") + part("check.js") + part("lesson.js"),
        **letter_files(edition.cache / "fonts", with_neighbours(shown_by(page, told))),
    }


class ShownSection(NamedTuple):
    """A section of a lesson as HTML."""

    id: str
    title: str
    html: str


def shown_sections(edition: Edition, sections: Sequence[Section], *, small: bool = False) -> list[ShownSection]:
    """Sections as HTML, with the drawings in them; `small` for a page that holds each drawing once."""
    draw = Drawings(edition, small=small)
    return [ShownSection(one.id, one.title, html_parts(one.parts, draw, styled=True)) for one in sections]


_CODE = re.compile("<(script|style).*?</(script|style)>", re.DOTALL)
_NUMBERS = "0123456789."
"""What a browser writes before the entries of a list."""


def shown_by(page: str, told: Mapping[str, Any]) -> str:
    """Every letter that a page shows: its words, and what its script writes into it."""
    questions = json.loads(packed(told["key"])) if "key" in told else []
    said = [one for each in questions for one in (each.get("all", ""), *each.get("said", {}).values())]
    written = re.sub("<[^>]*>", "", "".join([_CODE.sub("", page), *said]))
    return unescape(written) + "".join(told["words"].values()) + _NUMBERS


@functools.cache
def templates() -> Environment:
    """The pages; whatever is not marked as HTML is escaped, and what stands in `{% filter clean %}` holds to the allow-list."""
    environment = Environment(
        loader=PackageLoader("mkdocs_workshop", "packages/templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=shown,
    )
    environment.filters["clean"] = clean_filter
    return environment


def clean_filter(html: str) -> Markup:
    """A part of a page of ours, with what is on the allow-list alone."""
    return Markup(clean(html, alone=True))  # noqa: S704  it was cleaned in this line


@functools.cache
def part(name: str) -> str:
    """A style sheet or a script of ours. `part("lesson.css")` reads it from the folder `templates`."""
    return (files(__package__) / "templates" / name).read_text("utf-8")


@functools.cache
def tokens() -> str:
    """The colours of the site for both schemes, which a page here takes from the reader's system."""
    site = (files("mkdocs_workshop") / "site" / "theme" / "workshop.css").read_text("utf-8")
    light, dark = (
        " ".join(_TOKENS.findall(site[site.index(start) :].partition("}")[0]))
        for start in (":root {", '[data-md-color-scheme="slate"]')
    )
    return f":root {{ {light} }}\n@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}"


def notice(edition: Edition) -> list[str]:
    """The notice of the manual, as it stands under every paper."""
    return [edition.plain(line) for line in edition.curriculum.manual.notice]


_OF_THE_CHECK = ("failed", "missing", "passed", "right", "unanswered", "wrong")
_OF_THE_LESSON = (
    "browse", "closed", "elsewhere", "lost", "plain", "position", "read", "recorded", "review", "saved",
)  # fmt: skip


Told = dict[str, Any]
"""What a script is told: its words by name, and of a check the pass mark and the key."""


def told_to_script(edition: Edition, check: Check | None, *, alone: bool = False) -> Told:
    """What the script of a page is told. `alone` leaves out what only a lesson says."""
    # What is filled in while somebody reads stays in braces.
    later = {name: f"{{{name}}}" for name in ("score", "mark", "here", "all", "numbers")}
    names = _OF_THE_CHECK if alone else (*_OF_THE_CHECK, *_OF_THE_LESSON)
    told: Told = {"words": {name: edition.say(f"lesson.{name}", **later) for name in names}}
    return told | {"mark": check.mark, "key": check.key} if check else told


def data(told: Mapping[str, Any]) -> str:
    """The same as JSON that can not end its element.

    An opening angle bracket is written as the six signs of its number, so `</script>` can not stand in it.
    """
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
