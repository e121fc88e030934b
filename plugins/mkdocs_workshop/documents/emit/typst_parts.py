"""The parts of a document to typst code. The functions that it calls stand in the `.typ` files."""

from collections.abc import Iterator, Sequence
from itertools import count

from ...ground import column_widths as tables
from ..tree.blocks import Block, Break, Cite, Picture, Table
from ..tree.books import Activity, Answered, Chapter, Clock, ClockRow, Given, Index, Kit, Notes, SessionHead, Thumbs
from ..tree.document import (
    Aside,
    Captioned,
    Cell,
    Closing,
    Columns,
    Counted,
    Facts,
    Grid,
    Layout,
    Messages,
    Part,
    Questions,
    Section,
    Small,
    Titled,
)
from ..tree.forms import FormPart, Words
from ..tree.pages import PagePart
from ..tree.proof import inline_words
from ..tree.sides import Other, Sides
from ..tree.walk import nodes
from .typeset import inlines, literal, string, typeset, words
from .typst_forms import form_part
from .typst_pages import page_part

WIDE_TABLE = 4
"""A table with more columns takes the whole width of the paper."""


class Typst:
    """Writes parts for one paper."""

    def __init__(self, most_columns: int, symbol: str) -> None:
        self.most_columns = most_columns
        """A table with more columns is set row by row."""
        self.symbol = symbol
        """The mark of the manual as SVG."""
        self._numbers = count(1)
        """Numbers of sessions and activities, by which a book knows which of them begin after a break."""

    def parts(self, tree: Sequence[Part]) -> str:
        """Some parts, one below the other. Raises ValueError for a mark that has not been put in words."""
        return "\n\n".join(self._toned(tree))

    def _toned(self, tree: Sequence[Part]) -> Iterator[str]:
        """Each part, but a session as one: its colour is that of all that follows, up to the next session or chapter."""
        colour, session = "", list[str]()
        for part in tree:
            if colour and isinstance(part, SessionHead | Chapter | Index):
                yield _in_tone(colour, session)
                colour, session = "", []
            if isinstance(part, SessionHead):
                colour = part.colour
            if colour:
                session.append(self._part(part))
            else:
                yield self._part(part)
        if colour:
            yield _in_tone(colour, session)

    def _part(self, part: Part) -> str:
        if isinstance(part, Block):
            return typeset((part,), self.most_columns)
        if isinstance(part, FormPart):
            return form_part(part)
        if isinstance(part, PagePart):
            return page_part(part, self.symbol)
        return self._layout(part)

    def _layout(self, part: Layout) -> str:
        match part:
            case Section():
                return self._section(part)
            case Questions(lines, room):
                below = f"#writing-lines({room})" if room else ""
                return f"#enum({', '.join(f'[{inlines(line)}{below}]' for line in lines)})"
            case Titled(title, inner):
                return f"#titled({literal(title)})[{self.parts(inner)}]"
            case Aside(title, inner):
                return f"#aside({literal(title)})[{self.parts(inner)}]"
            case Messages(title, lines):
                return f"#messages({literal(title)}, {_contents(lines)})"
            case Captioned(label, said):
                return f"#line-of({literal(label)})[{inlines(said)}]"
            case Small(said):
                return f"#small[{inlines(said)}]"
            case Columns(left, right):
                return f"#two([{self.parts(left)}], [{self.parts(right)}])"
            case Facts(facts):
                return f"#plan-facts({', '.join(f'({literal(key)}, {literal(value)})' for key, value in facts)})"
            case Grid():
                return _grid(part)
            case Counted(head, rows):
                shown = ", ".join(f"({', '.join(f'[{words(cell)}]' for cell in row)},)" for row in rows)
                return f"#counted({_strings(head)}, {shown})"
            case Activity():
                return self._activity(part)
            case Answered(question, answer):
                asked = f"#block(above: 1em, below: 0.5em, sticky: true, strong[{inlines(question)}])"
                return f"{asked}\n{self.parts(answer)}"
            case Chapter(title):
                return f"#part({literal(title)})"
            case Clock(head, rows):
                return f"#clock-table({_strings(head)}, {', '.join(map(_clock_row, rows))})"
            case Thumbs(label, slides):
                shown = ", ".join(
                    f"({', '.join(map(literal, (slide.number, slide.title, slide.picture, slide.large, slide.words)))})"
                    for slide in slides
                )
                return f"#thumbs({literal(label)}, {shown},)"
            case Given(label, papers):
                return f"#given({literal(label)}, {', '.join(map(literal, papers))},)"
            case Kit(title, things):
                shown = ", ".join(f"({string(svg)}, {literal(thing)})" for svg, thing in things)
                return f"#kit-list({literal(title)}, {shown},)"
            case Notes(label):
                return f"#notes-rest({literal(label)})"
            case Index(title):
                return f"#index-list({literal(title)})"
            case SessionHead():
                return _session_head(part, self._numbered(part.notes))
            case Closing():
                return _closing(part)
            case Sides(rows, language):
                shown = ", ".join(f"[{self.parts(left)}], [{_again(left)}{self.parts(right)}]" for left, right in rows)
                return f"#sides({string(language)}, {shown})"
            case Other(inner, language):
                return f"#text(lang: {string(language)})[{self.parts(inner)}]"
        raise ValueError(f"{type(part).__name__} has no form on paper")

    def _section(self, part: Section) -> str:
        """What comes after a page break stands below an empty title."""
        pages: list[list[Part]] = [[]]
        for block in part.blocks:
            if isinstance(block, Break):
                pages.append([])
            else:
                pages[-1].append(block)
        wide = "true" if any(map(_is_wide, part.blocks)) else "false"
        shown = [
            f"#section({f'[{words(part.title)}]' if index == 0 else 'none'}, wide: {wide}, level: {part.level})"
            f"[{self.parts(blocks)}]"
            for index, blocks in enumerate(pages)
            if blocks or index == 0
        ]
        if len(pages) > 1 and not pages[-1]:
            shown.append("")
        return "\n#next-page\n".join(shown)

    def _activity(self, part: Activity) -> str:
        steps = ", ".join(
            f"([{inlines(step.words)}], {literal(step.minutes)}, [{_cues(step.below)}], {literal(step.at)})"
            for step in part.steps
        )
        head = ", ".join(map(literal, (part.mark, part.minutes, part.title, part.how)))
        plan = f", plan: {string(part.plan)}" if part.plan else ""
        plan += self._numbered(part.notes)
        plan += f", icon: {string(part.icon)}" if part.icon else ""
        return f"#activity({head}{plan})[#steps({steps},)\n\n{self.parts(part.blocks)}]"

    def _numbered(self, notes: str) -> str:
        if not notes:
            return ""
        number = next(self._numbers)
        return f", number: {number}, turn: {number} in turned, notes: {literal(notes)}"


def _in_tone(colour: str, written: Sequence[str]) -> str:
    below = "\n\n".join(written)
    return f"#in-tone({string(colour)})[{below}]"


def _cues(below: Sequence[Block]) -> str:
    """What helps at a step, beside its text."""
    return "".join(f"#cue[{typeset([block])}]" for block in below)


def _again(parts: Sequence[Part]) -> str:
    """Counts back by the sections of the other side, where there are any: `#again(1)`. Those that an author counted have no number."""
    counted = [one for one in nodes(parts) if isinstance(one, Section) and one.title and not one.title[:1].isdigit()]
    return f"#again({len(counted)})" if counted else ""


def _is_wide(part: Part) -> bool:
    if isinstance(part, Table):
        rows = [[inline_words(cell) for cell in row] for row in (part.head, *part.rows)]
        return len(part.head) > WIDE_TABLE or sum(tables.needs(rows)) > tables.NARROW
    return isinstance(part, Picture)


def _contents(lines: Sequence[Words]) -> str:
    return ", ".join(f"[{inlines(line)}]" for line in lines)


def _strings(texts: Sequence[str]) -> str:
    return f"({', '.join(map(literal, texts))},)"


def _grid(grid: Grid) -> str:
    widths = ", ".join(f"{width}mm" if isinstance(width, int) else f"{width:g}fr" for width in grid.widths)
    # Where a cell is empty, somebody writes by hand.
    rows = [
        ", ".join(f"[{_cell(cell)}{'#v(4mm)' if index == 0 and () in row else ''}]" for index, cell in enumerate(row))
        for row in grid.rows
    ]
    return f"#plain-table(({widths},), {_strings(grid.head)}, {', '.join(f'({row},)' for row in rows)})"


def _cell(lines: Cell) -> str:
    return f"#stack(spacing: 0.5em, {_contents(lines)})" if len(lines) > 1 else "".join(map(inlines, lines))


def _clock_row(row: ClockRow) -> str:
    theme = f"[{words(row.theme)}]" if row.theme else "none"
    pause = "true" if row.pause else "false"
    return (
        f"({literal(row.time)}, {literal(row.title)}, {theme}, {literal(row.minutes)}, {literal(row.colour)}, {pause})"
    )


def _session_head(head: SessionHead, numbered: str) -> str:
    purpose = f"[{words(head.purpose)}]" if head.purpose else "none"
    given = f"{literal(head.title)}, {literal(head.kicker)}, {literal(head.time)}, {purpose}, {literal(head.colour)}"
    return f"#session-head({given}, fresh: {'true' if head.fresh else 'false'}{numbered})"


def _closing(closing: Closing) -> str:
    if closing.without_notes:
        return ""
    lines = [_source(cite) for cite in closing.sources]
    if lines:
        lines.insert(0, f"#small(strong({literal(closing.label)}))")
    lines += [f"#small[{words(line)}]" for line in closing.notice]
    return "#closing[" + "\n".join(lines) + "]" if lines else ""


def _source(cite: Cite) -> str:
    shown = f"#link({literal(cite.address)})[{words(cite.reference)}]" if cite.address else words(cite.reference)
    return f"#small[#strong({literal(cite.label)}) {shown}]"
