"""The parts of a document to XHTML, for books on phones and readers."""

from collections.abc import Callable, Iterable, Sequence

from ..tree.blocks import Block, Break, Inline, Lines, Picture
from ..tree.books import Answered, Chapter, Clock, Given, Index, Kit, Notes, SessionHead, Thumbs
from ..tree.document import (
    Aside,
    Captioned,
    Closing,
    Columns,
    Counted,
    Facts,
    Grid,
    Messages,
    Part,
    Questions,
    Section,
    Small,
    Titled,
    text,
)
from ..tree.forms import Match, Option, Options, Order, Pairs, TestQuestion
from .html import html, html_line, words

Draw = Callable[[Picture], str]


def xhtml(tree: Sequence[Part], draw: Draw) -> str:
    """Some parts, one below the other. Raises ValueError for what has no form in a book to read."""
    return "\n".join(filter(None, (_part(part, draw) for part in tree)))


def _part(part: Part, draw: Draw) -> str:
    match part:
        case Break() | Lines() | Notes() | Index():
            return ""  # pages and room to write are things of paper
        case _ if isinstance(part, Block):
            return html((part,), draw, _table).replace("<br>", "<br/>")
        case Section(title, inner, level):
            return f"<h{level}>{words(title)}</h{level}>{xhtml(inner, draw)}"
        case Questions(lines):
            return _list("ol", map(html_line, lines))
        case Titled(title, inner) | Aside(title, inner):
            return f'<div class="note"><p><strong>{words(title)}</strong></p>{xhtml(inner, draw)}</div>'
        case Messages(title, lines):
            return f'<div class="note"><p><strong>{words(title)}</strong></p>{_list("ul", map(html_line, lines))}</div>'
        case Captioned(label, said):
            return f"<p><strong>{words(label)}</strong> {html_line(said)}</p>"
        case Small(said):
            return f"<p><small>{html_line(said)}</small></p>"
        case Columns(left, right):
            return xhtml((*left, *right), draw)
        case Facts(facts):
            return _list("ul", (f"<strong>{words(key)}</strong> {words(value)}" for key, value in facts))
        case Grid(_, head, rows):
            return _rows(map(words, head), ((" ".join(map(html_line, cell)) for cell in row) for row in rows))
        case Counted(head, rows):
            return _rows(map(words, head), (map(words, row) for row in rows))
        case Clock(head, rows):
            return _rows(map(words, head), (map(words, (row.time, row.title, row.minutes)) for row in rows))
        case Closing():
            return _closing(part)
        case Thumbs() | Given() | Kit():
            return ""
        case Answered(question, answer):
            return f"<p><strong>{html_line(question)}</strong></p>{xhtml(answer, draw)}"
        case Chapter(title):
            return f"<h1>{words(title)}</h1>"
        case SessionHead(title, kicker, time, purpose):
            about = " · ".join(filter(None, (kicker, time)))
            below = f"<p>{words(purpose)}</p>" if purpose else ""
            return f'<h1>{words(title)}</h1><p class="about">{words(about)}</p>{below}'
        case TestQuestion() | Options() | Match() | Pairs() | Order():
            return _asked(part)
    raise ValueError(f"{type(part).__name__} has no form in a book to read")


def _asked(part: TestQuestion | Options | Match | Pairs | Order) -> str:
    match part:
        case TestQuestion(number, asked, how, answer, feedback, tests):
            below = "".join(f"<p>{line}</p>" for line in (html_line(feedback), words(tests)) if line)
            return f"<h4>{words(number)} {html_line(asked)}</h4><p><em>{words(how)}</em></p>{_asked(answer)}{below}"
        case Options(options):
            return _list("ul", map(_option, options), boxes=True)
        case Match(left, right):
            return _list("ul", map(html_line, left)) + _list("ol", map(html_line, right))
        case Pairs(pairs):
            return _list("ul", (f"{html_line(left)} → {html_line(right)}" for left, right in pairs))
        case Order(items, right):
            return _list("ol" if right else "ul", map(html_line, items))


def _option(option: Option) -> str:
    mark = "✓ " if option.right else "☐ "
    return mark + html_line(option.words) + (f"<p>{html_line(option.feedback)}</p>" if option.feedback else "")


def _list(name: str, lines: Iterable[str], *, boxes: bool = False) -> str:
    look = ' class="boxes"' if boxes else ""
    return f"<{name}{look}>{''.join(f'<li>{line}</li>' for line in lines)}</{name}>"


def _rows(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    titles = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table>"


def _table(head: Sequence[Sequence[Inline]], rows: Sequence[Sequence[Sequence[Inline]]]) -> str:
    return _rows(map(html_line, head), (map(html_line, row) for row in rows))


def _closing(closing: Closing) -> str:
    lines = [f"<strong>{words(cite.label)}</strong> {words(cite.reference)}" for cite in closing.sources]
    shown = f"<h2>{words(closing.label)}</h2>{_list('ul', lines)}" if lines else ""
    return shown + "".join(f"<p><small>{html_line(text(line))}</small></p>" for line in closing.notice)
