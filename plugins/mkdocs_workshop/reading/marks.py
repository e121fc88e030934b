"""The inline language of texts: `{fact:id}`, `{cite:id}`, `{country:id}`, `{term:id}`, `{link:kind/id}` and its kin.

A text is resolved once into pieces; every format then renders the same pieces in its own way.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ..ground.problems import Kind, did_you_mean
from ..ground.typography import typographic
from ..model.evidence import CountryEntry, Fact, Source, Term

KINDS: Mapping[str, Kind] = {
    "W311": Kind("A mark in a text names something that does not exist", "Check the id, or add the thing."),
    "W312": Kind(
        "A mark that does not exist",
        "Possible marks: fact, cite, country, term, link, figure, field, lines, pagebreak.",
    ),
    "W313": Kind("A mark that can not be understood", "Write it as the guide for authors shows."),
}

# Code is passed over: a guide may show a mark without meaning it.
_MARK = re.compile(r"`[^`\n]*`|\{([A-Za-z]+):([^{}\n]*)\}")
_ALMOST = re.compile(r"\{\s*(?:fact|cite|country|term|link|figure|field|lines|pagebreak)\b[^{}]{0,60}\}")
_CODE = re.compile(r"`[^`\n]*`")
_LINK_KINDS = ("module", "handout", "case", "session")
MAX_LINES = 40
"""Writing lines at one place; an A4 page has no room for more."""


@dataclass(frozen=True)
class Plain:
    """Words, as they are."""

    text: str


@dataclass(frozen=True)
class FactValue:
    """A fact with its sources."""

    fact: Fact
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Citation:
    """A reference."""

    source: Source


@dataclass(frozen=True)
class CountryValue:
    """A value of the country sheet, or a blank."""

    entry: CountryEntry


@dataclass(frozen=True)
class TermWord:
    """A word of the glossary."""

    term: Term


@dataclass(frozen=True)
class CrossLink:
    """A link to another part of the manual."""

    kind: str
    """`module`, `handout`, `case` or `session`."""
    target: str
    """The id; for a session `programme/session`."""
    title: str


@dataclass(frozen=True)
class NotReleased:
    """A link to what nobody may see yet; only its title is shown."""

    title: str


@dataclass(frozen=True)
class FigureHere:
    """The place of a figure."""

    figure: str


@dataclass(frozen=True)
class Blank:
    """A labelled blank to fill in."""

    label: str


@dataclass(frozen=True)
class WritingLines:
    """Empty lines to write on."""

    count: int


@dataclass(frozen=True)
class PageBreak:
    """A new page on paper."""


Piece = (
    Plain
    | FactValue
    | Citation
    | CountryValue
    | TermWord
    | CrossLink
    | NotReleased
    | FigureHere
    | Blank
    | WritingLines
    | PageBreak
)


@dataclass(frozen=True)
class Names:
    """Everything that a mark can name."""

    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    terms: Mapping[str, Term]
    entries: Mapping[str, CountryEntry]
    figures: frozenset[str]
    titles: Mapping[str, str]
    """Titles of what a link can lead to, by `kind/id`."""
    language: str = "en"
    """How quotes, dashes and spaces are set."""
    not_released: Mapping[str, str] = field(default_factory=dict)
    """Titles of what a link would lead to, had its readers read it, by `kind/id`."""
    incomplete: frozenset[str] = frozenset()
    """Kinds of which a file could not be read: what is missing there may well exist."""


class Wrong(NamedTuple):
    """A mark that can not be resolved."""

    mark: str
    code: str
    message: str
    advice: str


class _Mark(NamedTuple):
    raw: str
    kind: str
    argument: str


def _marks(text: str) -> Iterator[str | _Mark]:
    end = 0
    for match in _MARK.finditer(text):
        if match[1] is None:
            continue
        if match.start() > end:
            yield text[end : match.start()]
        yield _Mark(match[0], match[1], match[2].strip())
        end = match.end()
    if end < len(text):
        yield text[end:]


def resolve(text: str, names: Names) -> tuple[tuple[Piece, ...], list[Wrong]]:
    """The pieces of a text, and the marks in it that mean nothing.

    `"Call {country:police}."` gives `Plain("Call ")`, the value of the country sheet, `Plain(".")`, and no `Wrong`; a mark whose id nothing
    has gives a `Wrong` with its code and no piece.
    """
    pieces: list[Piece] = []
    wrong: list[Wrong] = []
    parts = list(_marks(text))
    for place, part in enumerate(parts):
        if isinstance(part, str):
            # What stands in a line before these words may be a mark; a quote behind it ends something.
            glued = bool(pieces) and not isinstance(pieces[-1], FigureHere | WritingLines | PageBreak)
            pieces.append(Plain(typographic(part, names.language, glued=glued, more=place + 1 < len(parts))))
            wrong += [_almost(found[0]) for found in _ALMOST.finditer(_CODE.sub("", part))]
            continue
        piece = _piece(part, names)
        if isinstance(piece, Wrong):
            wrong.append(piece)
        elif piece is not None:
            pieces.append(piece)
    return tuple(pieces), wrong


def without_marks(text: str) -> str:
    """Only the author's own words, each mark as spaces of its length: `"in {fact:a} of"` gives `"in          of"`; places stay."""
    return "".join(part if isinstance(part, str) else " " * len(part.raw) for part in _marks(text))


def words_in(text: str) -> int:
    """How many words a text has without its marks: 2 for `"Call – {country:police} now"`, where the dash is none."""
    return sum(any(map(str.isalnum, word)) for word in without_marks(text).split())


def words_of_marks(pieces: Iterable[Piece]) -> Iterator[str]:
    """The words by which a text calls terms and what it links to: a form in a mark stands in no file of its own.

    Of "{term:naloxone|naloxone spray}" the words are "naloxone spray".
    """
    for piece in pieces:
        if isinstance(piece, TermWord):
            yield piece.term.term
        elif isinstance(piece, CrossLink):
            yield piece.title


def _piece(mark: _Mark, names: Names) -> Piece | Wrong | None:
    match mark.kind:
        case "fact":
            fact = names.facts.get(mark.argument)
            if fact is None:
                return _unknown(mark, "fact", names.facts, names)
            return FactValue(fact, tuple(names.sources[id_] for id_ in fact.sources if id_ in names.sources))
        case "cite":
            source = names.sources.get(mark.argument)
            return Citation(source) if source else _unknown(mark, "source", names.sources, names)
        case "country":
            entry = names.entries.get(mark.argument)
            return CountryValue(entry) if entry else _unknown(mark, "country", names.entries, names)
        case "term":
            return _term(mark, names)
        case "link":
            return _link(mark, names)
        case "figure":
            if mark.argument in names.figures:
                return FigureHere(mark.argument)
            return _unknown(mark, "figure", names.figures, names)
        case "field":
            return (
                Blank(typographic(mark.argument, names.language))
                if mark.argument
                else _unclear(mark, "Write what belongs there: `{field:Name}`.")
            )
        case "lines":
            if mark.argument.isdigit() and 1 <= int(mark.argument) <= MAX_LINES:
                return WritingLines(int(mark.argument))
            return _unclear(mark, f"Write a number from 1 to {MAX_LINES}: `{{lines:4}}`.")
        case "pagebreak":
            return PageBreak()
    known = ("fact", "cite", "country", "term", "link", "figure", "field", "lines", "pagebreak")
    advice = did_you_mean(mark.kind, known) or KINDS["W312"].advice
    return Wrong(mark.raw, "W312", f"`{{{mark.kind}:...}}` is not a mark", advice)


def _term(mark: _Mark, names: Names) -> Piece | Wrong | None:
    """A term, in the form in which its sentence needs it: `{term:oat|агонистическую терапию}`."""
    id_, _, form = (part.strip() for part in mark.argument.partition("|"))
    term = names.terms.get(id_)
    if term is None:
        return _unknown(mark._replace(argument=id_), "term", names.terms, names)
    return TermWord(term.model_copy(update={"term": form}) if form else term)


def _link(mark: _Mark, names: Names) -> Piece | Wrong | None:
    """A link, with its title in the form in which its sentence needs it: `{link:module/leahn|модуле о сети}`."""
    whole, _, form = (part.strip() for part in mark.argument.partition("|"))
    mark = mark._replace(argument=whole)
    kind, _, target = whole.partition("/")
    if kind not in _LINK_KINDS:
        return _unclear(mark, f"Write the kind and the id: `{{link:handout/...}}`. Possible: {', '.join(_LINK_KINDS)}.")
    if mark.argument in names.not_released:
        return NotReleased(form or names.not_released[mark.argument])
    title = names.titles.get(mark.argument)
    if title is None:
        return _unknown(mark, kind, names.titles, names)
    return CrossLink(kind, target, form or title)


def _unknown(mark: _Mark, kind: str, known: Mapping[str, object] | frozenset[str], names: Names) -> Wrong | None:
    if kind in names.incomplete:
        return None
    advice = did_you_mean(mark.argument, known) or KINDS["W311"].advice
    return Wrong(mark.raw, "W311", f"there is no {kind} `{mark.argument}`", advice)


def _almost(written: str) -> Wrong:
    first_line = written.splitlines()[0]
    advice = "Write it on one line without spaces inside: `{fact:id}`, `{lines:4}`, `{pagebreak:}`."
    return Wrong(first_line, "W313", f"`{first_line}` can not be understood", advice)


def _unclear(mark: _Mark, advice: str) -> Wrong:
    return Wrong(mark.raw, "W313", f"`{mark.raw}` can not be understood", advice)
