"""Pieces of a text to Markdown for the web, with links that are relative to a page."""

import functools
import posixpath
from collections import Counter
from collections.abc import Callable, Mapping
from types import MappingProxyType

from ...documents.emit import html_site
from ...figures import FigureWords, draw
from ...ground.artifact import Role
from ...ground.typography import typographic
from ...language.interface import Catalogue
from ...language.wording import SECOND_HAND, Wording, cite_label, reference
from ...model.drawings import SceneId
from ...model.evidence import Fact, Source
from ...model.figure import (
    BarsFigure,
    BlocksFigure,
    CompareFigure,
    Figure,
    ImageFigure,
    LayersFigure,
    RoomFigure,
    StepsFigure,
    TimelineFigure,
    VideoFigure,
)
from ...reading.curriculum import Curriculum
from ...reading.marks import (
    Blank,
    Citation,
    CountryValue,
    CrossLink,
    FactValue,
    FigureHere,
    NotReleased,
    PageBreak,
    Piece,
    Plain,
    TermWord,
    WritingLines,
)
from ..english import around
from ..literal import literal
from . import drawings, paths
from .gathered import gathered, held
from .worded import worded


def attribute(text: str) -> str:
    """A text as the value of an attribute in an attribute list. `attribute("Say {now}")` gives `"Say (now)"`."""
    return literal(" ".join(text.replace('"', "'").replace("{", "(").replace("}", ")").split()))


@functools.cache
def _way(folder: str, path: str) -> str:
    return posixpath.relpath(path, folder or ".")


class Markup:
    """Writes texts for one page."""

    def __init__(
        self,
        path: str,
        curriculum: Curriculum,
        say: Catalogue,
        role: Role = "facilitator",
        fact_pages: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.path = path
        self.fact_pages = fact_pages
        self.role = role
        self.curriculum = curriculum
        self.say = say
        self.wording = Wording(curriculum, say)
        self.listed: frozenset[str] = frozenset()
        """Sources whose references stand in a list on this page: a citation need not hold them once more."""
        self._figures: Counter[str] = Counter()

    def link(self, target: str) -> str:
        """The way from this page to another one; `target` is a path below the documentation folder, with or without anchor."""
        path, hash_, anchor = target.partition("#")
        if path == self.path:
            return f"#{anchor}" if anchor else posixpath.basename(path)
        return _way(posixpath.dirname(self.path), path) + hash_ + anchor

    def text(self, text: str) -> str:
        """An author's text as Markdown."""
        cites: list[str] = []

        def cite(source: Source) -> str:
            cites.append(self.cite(source))
            return held(len(cites) - 1)

        shown = gathered("".join(self._piece(piece, cite) for piece in self.curriculum.pieces[text]), cites)
        return around(shown) if text in self.curriculum.untranslated else shown

    def typeset(self, text: str) -> str:
        """Words that hold no marks, as a printer sets them."""
        return typographic(text, self.say.language)

    def plain(self, text: str) -> str:
        """An author's text without any markup."""
        return self.wording.plain(text)

    def shown(self, text: str) -> str:
        """The same for the Markdown of this page: signs in it that would be markup of other kinds stay signs."""
        return literal(self.plain(text))

    def _piece(self, piece: Piece, cite: Callable[[Source], str]) -> str:
        match piece:
            case Plain(text):
                return literal(text)
            case FactValue(fact, sources):
                return self._fact(fact, sources, cite)
            case Citation(source):
                return cite(source)
            case CountryValue(entry):
                target = self.link(paths.entry(entry))
                if entry.value is None:
                    return f"[{literal(self.wording.blank(entry.label))}]({target}){{ .ws-local }}"
                badge = self.badge(entry.confidence)
                return f"[{self.text(entry.value)}]({target}){{ .ws-entry }}{badge}"
            case TermWord(term):
                target = self.link(f"{paths.GLOSSARY}#{term.id}")
                title = attribute(self.plain(term.definition))
                return f'[{self.shown(term.term)}]({target}){{ .ws-term title="{title}" }}'
            case CrossLink(kind, target, title):
                return f"[{literal(self.typeset(title))}]({self.link(paths.path_of(kind, target, self.role))})"
            case NotReleased(title):
                return literal(self.wording.not_released(title))
            case FigureHere(figure):
                return f"\n\n{self.figure(figure)}\n\n"
            case Blank(label):
                return html_site.blank(label)
            case WritingLines(count):
                return f"\n\n{html_site.writing_lines(count)}\n\n"
            case PageBreak():
                return f"\n\n{html_site.page_break()}\n\n"

    def value(self, fact: Fact) -> str:
        """The value of a fact with its unit; its text where it has no value."""
        return literal(self.wording.value(fact))

    def _fact(self, fact: Fact, sources: tuple[Source, ...], cite: Callable[[Source], str]) -> str:
        """A fact in a sentence: value, citation, and a mark if nobody has verified it."""
        if fact.value is None:
            shown = self.text(fact.text)
        else:
            title = attribute(self.plain(fact.text))
            page = self.fact_pages.get(fact.id, paths.FACTS)
            shown = f'[{self.value(fact)}]({self.link(f"{page}#{fact.id}")}){{ .ws-fact title="{title}" }}'
        # One citation keeps a sentence readable; the value leads to the page of the fact, where all of them stand.
        first = f" {cite(sources[0])}" if sources else ""
        return f"{shown}{first}{self.badge(fact.confidence)}"

    def cite(self, source: Source) -> str:
        """A citation that leads to its reference."""
        title = "" if source.id in self.listed else f' title="{attribute(reference(source))}"'
        target = self.link(paths.source(source))
        return f"[{literal(cite_label(source, self.say))}]({target}){{ .ws-cite{title} }}"

    def badge(self, confidence: str | None) -> str:
        """A visible mark on what nobody has verified."""
        badge = self.wording.badge(confidence)
        if badge and confidence == SECOND_HAND:
            return f" {html_site.mark('second-hand', badge)}"
        if badge and self.role == "participant":
            return f" {html_site.mark('unverified', badge)}"
        return f" [{badge}]({self.link(paths.CHECK_FIRST)}){{ .ws-unverified }}" if badge else ""

    def figure(self, id_: str, compact: bool = False) -> str:
        """A figure, for wide and for narrow screens: drawn, or in live words. Shown again on the same page it gets ids of its own.

        A `compact` one beside other things is the narrow drawing alone: made small, the letters of the wide one could not be read.
        """
        self._figures[id_] += 1
        name = id_ if self._figures[id_] == 1 else f"{id_}-{self._figures[id_]}"
        figure = next(parts.figures[id_] for parts in self.curriculum.modules.values() if id_ in parts.figures)
        words = FigureWords(yes=self.say("figure.yes"), no=self.say("figure.no"))
        if isinstance(figure, StepsFigure):
            return self._framed(figure, name, drawings.strip(figure, self.plain, self.link))
        if isinstance(figure, BarsFigure | BlocksFigure | CompareFigure | LayersFigure | TimelineFigure):
            return self._framed(figure, name, worded(figure, self.plain))
        wide = draw(figure, f"{name}-wide", self.plain, words, width=720)
        if isinstance(figure, ImageFigure | VideoFigure | RoomFigure):
            # The picture scales by itself, and it is heavy: once is enough.
            shown = html_site.boxes({"photo": wide}) + self._film(figure, id_)
        else:
            narrow = draw(figure, f"{name}-narrow", self.plain, words, width=360)
            shown = html_site.boxes({"compact": narrow} if compact else {"wide": wide, "narrow": narrow}, between="\n")
        return self._framed(figure, name, shown)

    def _framed(self, figure: Figure, name: str, shown: str) -> str:
        """A figure between its title and its caption."""
        caption = self.text(figure.caption) if figure.caption else ""
        return html_site.framed(name, self.plain(figure.title), shown, caption)

    def scene(self, id_: SceneId) -> str:
        """A wide picture beside the head of a page."""
        return drawings.scene(id_, self.link)

    def _film(self, figure: ImageFigure | RoomFigure | VideoFigure, id_: str) -> str:
        """The player of a film, which loads nothing until somebody starts it; nothing for a photograph."""
        if not isinstance(figure, VideoFigure):
            return ""
        label = attribute(self.plain(figure.alt))
        return html_site.film(self.link(paths.film(id_, figure.file)), label)


MakeMarkup = Callable[[str], Markup]
"""Gives the writer for the page at a path."""
