"""What all page makers share: the curriculum, the words, the day, and one way to make a page."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jinja2 import Environment

from ...clock import Span
from ...edition import Edition
from ...ground.artifact import Artifact, Role
from ...ground.typography import typographic
from ...language.interface import Catalogue
from ...language.tables import order_of
from ...language.wording import reference
from ...model.base import Minutes
from ...model.evidence import Fact, Source
from ...model.manual import Theme
from ...reading.curriculum import Curriculum, ModuleParts
from ...reading.marks import Citation, FactValue, Piece
from ...teaching.agenda import as_taught
from ...teaching.delivered import Took, took
from ..languages import name_of
from ..literal import literal
from . import paths
from .markup import Markup
from .offered import Download
from .render import environment, render
from .slots import SlotView, slot_views
from .stages import Stage, Stages
from .usage import Usage, usage

_CAPITALS = re.compile(r"(?<!\w)[A-Z]\w*")
"""Nearly all abbreviations begin so; to look for each of them in each page would take longer."""


def _is_used(short: str, capitals: set[str], content: str) -> bool:
    if _CAPITALS.fullmatch(short):
        return short in capitals
    return re.search(rf"(?<!\w){re.escape(short)}(?!\w)", content) is not None


FOUND: Mapping[str, tuple[str, float]] = {
    "handout.md.j2": ("handout", 4.0),
    "case.md.j2": ("case", 2.0),
    "glossary.md.j2": ("term", 0.9),
    "module.md.j2": ("module", 1.5),
    "session.md.j2": ("session", 1.0),
    "form.md.j2": ("form", 1.0),
    "country-part.md.j2": ("local", 0.7),
    "debrief.md.j2": ("debrief", 0.7),
    "slides.md.j2": ("slides", 0.5),
    "module-facts.md.j2": ("fact", 0.5),
    "check.md.j2": ("check", 0.5),
    "check-key.md.j2": ("check", 0.4),
    "source-list.md.j2": ("source", 0.3),
}
"""Templates of pages that people search for: what the result is called, and how much it weighs."""
LISTS = frozenset(
    f"{name}.md.j2"
    for name in (
        "academy", "cases", "changes", "facts", "forms", "handouts", "library", "modules", "run", "sources", "supplies", "topics",
    )
)  # fmt: skip
"""Templates of pages that repeat the names of others: in results they stand behind what they lead to."""


@dataclass(frozen=True, repr=False)  # as the curriculum it holds
class Book:
    """One edition of the manual in the making."""

    edition: Edition
    today: dt.date
    views: dict[str, list[SlotView]]
    """The slots of each programme."""
    templates: Environment
    """The page templates."""
    downloads: tuple[Download, ...]
    """Everything that can be downloaded; nothing when documents were not made."""
    usage: Usage
    """Where facts, sources and country entries are used."""
    abbreviations: dict[str, str]
    """What the abbreviations of the glossary stand for."""
    role: Role = "facilitator"
    """Whose edition it is."""
    made: bool = False
    """Whether documents were made: a part of the pages is told of some of them alone."""

    @property
    def curriculum(self) -> Curriculum:
        """The curriculum of the edition."""
        return self.edition.curriculum

    @property
    def say(self) -> Catalogue:
        """The words of the interface in the language of the edition."""
        return self.edition.say

    def shows(self, role: Role) -> bool:
        """Whether this edition holds what is made for a role."""
        return role == "participant" or self.role == "facilitator"

    @cached_property
    def stages(self) -> Mapping[tuple[str, str], Stage]:
        """Every slide as it is drawn on the web, by module and id."""
        return Stages(self.edition)

    @cached_property
    def took(self) -> Mapping[tuple[str, str], Took]:
        """What activities took in workshops that were measured, by module and id."""
        return took(self.curriculum)

    def markup(self, path: str) -> Markup:
        """The writer for the page at a path."""
        return Markup(path, self.curriculum, self.say, self.role, self.usage.fact_pages)

    def page(
        self,
        path: str,
        template: str,
        title: str,
        made_from: str,
        role: Role = "participant",
        wide: bool = True,
        description: str = "",
        scripts: Sequence[str] = (),
        data: str = "",
        held: Mapping[str, str] | None = None,
        styles: Sequence[str] = (),
        found: bool = True,
        weight: float = 1.0,
        cited: Mapping[str, Source] | None = None,
        quiet: bool = False,
        arrows: bool = True,
        **values: Any,
    ) -> Artifact:
        """Fills a template.

        `made_from` is the YAML file behind "edit this page"; a wide page shows no side bars; `scripts` and `styles` are paths,
        `data` is JSON for machines, and `held` JSON for scripts, by the id of its element: the template of the frame puts them
        beside the content, in which no script can stand. Search does not show a page that is not to be `found`, and shows one of
        more `weight` earlier than others of its kind. The references of `cited` are the list `sources` of the template; on a `quiet`
        page, which is read while somebody speaks, citations lead to them and say no more. A page whose text ends with the ways on
        needs no `arrows` at its foot, which would say them once more.
        """
        markup = self.markup(path)
        if quiet:
            markup.listed = frozenset(self.curriculum.sources)
        if cited is not None:
            markup.listed = frozenset(cited)
            values["sources"] = self.references(cited, markup)
        head: dict[str, Any] = {"title": title}
        if template in FOUND:
            # Search shows the kind beside the title, and lists what people take in their hands first.
            kind, boost = FOUND[template]
            head |= {"tags": [self.say(f"search.kind.{kind}")], "search": {"boost": boost * weight}}
        elif template in LISTS:
            head["search"] = {"boost": 0.001}
        if not found:
            head["search"] = {"exclude": True}
        if description:
            head["description"] = description
        if scripts:
            head["scripts"] = list(scripts)
        if styles:
            head["styles"] = list(styles)
        if held:
            head["held"] = dict(held)
        if data:
            head["linked"] = data
        if wide:
            head["hide"] = ["navigation", "toc"]
        if not arrows:
            head["hide"] = [*head.get("hide", ()), "footer"]
        content = render(
            self.templates,
            template,
            head,
            m=markup,
            say=self.say,
            paths=paths,
            made=self.made,
            facilitator=self.role == "facilitator",
            method=self.edition.method,
            known_method=self.curriculum.manual.known_method,
            **values,
        )
        return Artifact(path, content + self._tooltips(content), role, title, made_from)

    def _tooltips(self, content: str) -> str:
        """Definitions for the `abbr` extension: the abbreviations of the glossary that this page uses."""
        used = set(_CAPITALS.findall(content))
        lines = [
            f"*[{literal(short)}]: {literal(meaning)}"
            for short, meaning in self.abbreviations.items()
            if _is_used(short, used, content)
        ]
        return "\n" + "\n".join(lines) + "\n" if lines else ""

    def date(self, day: dt.date) -> str:
        """A date as people read it."""
        return self.edition.date(day)

    def minutes(self, minutes: Minutes | Span) -> str:
        """Minutes or a range of them."""
        return self.edition.minutes(minutes)

    def module_minutes(self, parts: ModuleParts) -> str:
        """What all activities of a module take together."""
        return self.edition.minutes(parts.minutes)

    def theme(self, parts: ModuleParts) -> Theme:
        """The theme of a module."""
        return self.edition.theme(parts)

    def by_theme(self) -> list[tuple[Theme, list[ModuleParts]]]:
        """Modules in the order of the themes; themes without modules are left out."""
        groups = [
            (theme, [parts for parts in as_taught(self.curriculum) if parts.plan.theme == theme.id])
            for theme in self.curriculum.manual.themes
        ]
        return [(theme, modules) for theme, modules in groups if modules]

    def files(self, kind: str, subject: str = "", module: str = "") -> list[Download]:
        """The downloads of a kind, of one subject or of one module."""
        return [
            file
            for file in self.downloads
            if file.label.kind == kind
            and (not subject or file.label.subject == subject)
            and (not module or file.label.module == module)
        ]

    def language_name(self, code: str) -> str:
        """A language by its own name."""
        return name_of(code)

    def used_facts(self) -> list[Fact]:
        """Facts that stand in a text; the others wait in their file for somebody who needs them."""
        return [fact for fact in self.curriculum.facts.values() if fact.id in self.usage.facts]

    def cited(self, texts: Sequence[str], more: Sequence[str] = ()) -> dict[str, Source]:
        """The sources that some texts cite, and `more`, by their ids."""
        cited: dict[str, Source] = {}
        for text in texts:
            for piece in self.curriculum.pieces[text]:
                cited |= {source.id: source for source in _sources(piece)}
        return cited | {id_: self.curriculum.sources[id_] for id_ in more}

    def references(self, cited: Mapping[str, Source], markup: Markup) -> list[str]:
        """Some sources as lines of a list that lead to the full reference."""
        lines = [(literal(reference(source)), paths.source(source)) for source in cited.values()]
        return [
            f"[{line}]({markup.link(target)})"
            for line, target in sorted(lines, key=lambda one: order_of(self.say.language)(one[0]))
        ]


def _sources(piece: Piece) -> Sequence[Source]:
    match piece:
        case FactValue(_, sources):
            return sources
        case Citation(source):
            return (source,)
    return ()


def open_book(
    edition: Edition,
    today: dt.date,
    downloads: tuple[Download, ...],
    role: Role = "facilitator",
    used: Usage | None = None,
    *,
    made: bool | None = None,
) -> Book:
    """Prepares what several pages need. `used` says where things are used, `made` whether documents were made; see `Book`."""
    curriculum, say = edition.curriculum, edition.say
    views = {id_: slot_views(curriculum, id_, say, role) for id_ in curriculum.programmes}
    abbreviations = {
        term.abbreviation: typographic(term.term, say.language)
        for term in curriculum.terms.values()
        if term.abbreviation
    }
    return Book(
        edition,
        today,
        views,
        environment(),
        downloads,
        used or usage(curriculum, role),
        abbreviations,
        role,
        bool(downloads) if made is None else made,
    )
