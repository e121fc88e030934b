"""Blocks to plain HTML that any browser and any learning platform can show: semantic elements, few classes, no scripts, no ids.

Classes: `cite`, `value`, `badge`, `to-fill`, `blank`, `lines`, `note`, `boxes`, `table`, `drawing`.
"""

from collections.abc import Callable, Sequence
from html import escape

from markupsafe import Markup

from ...ground.language_tags import is_tagged, runs, untagged
from ..tree.blocks import (
    Block,
    Box,
    Break,
    Cite,
    Emphasis,
    Field,
    Figure,
    Heading,
    Inline,
    Item,
    Lines,
    Link,
    List,
    Mark,
    Note,
    Paragraph,
    Picture,
    Quote,
    Strong,
    Table,
    Text,
    ToFill,
    Value,
)
from ..tree.sides import Both

Draw = Callable[[Picture], str]
"""What stands for a drawing: the drawing itself, or an `<img>` that leads to it."""


Rows = Sequence[Sequence[Sequence[Inline]]]
SetTable = Callable[[Sequence[Sequence[Inline]], Rows], str]
"""How a table looks, from its head and its rows."""


def inline_drawing(picture: Picture) -> str:
    """The drawing itself."""
    return picture.svg


def plain_table(head: Sequence[Sequence[Inline]], rows: Rows) -> str:
    """A table that scrolls inside its box where it is too wide; the keyboard reaches the box."""
    titles = "".join(f'<th scope="col">{html_line(cell)}</th>' for cell in head)
    body = "".join(f"<tr>{''.join(f'<td>{html_line(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f'<div class="table" tabindex="0"><table><thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table></div>'


def html(tree: Sequence[Block], draw: Draw = inline_drawing, table: SetTable = plain_table) -> str:
    """Some blocks, one below the other. Raises ValueError for a mark that has not been put in words."""
    return "\n".join(filter(None, (_block(block, draw, table) for block in tree)))


def html_line(children: Sequence[Inline]) -> str:
    """Words in a row."""
    return "".join(map(_inline, children))


def words(text: str) -> str:
    """Words so that no letter of them is read as markup; those in another language say so.

    `words("Tom & Ann <3")` gives `"Tom &amp; Ann &lt;3"`.
    """
    if not is_tagged(text):
        return escape(text, quote=True)
    return "".join(
        f'<span lang="{language}">{escape(run, quote=True)}</span>' if language else escape(run, quote=True)
        for run, language in runs(text)
    )


def bare(text: str) -> str:
    """The same for attributes, titles of windows and lists to choose from, in which no element can stand.

    `bare("Tom & Ann")` gives `"Tom &amp; Ann"`.
    """
    return escape(untagged(text), quote=True)


def one_of(texts: Sequence[tuple[str, str]]) -> str:
    """Words in several languages, each with its code, in a page that shows one of them: that of the page, by its style sheet.

    `one_of([("en", "Yes"), ("ru", "Да")])` gives
    `'<span data-of="en" lang="en">Yes</span><span data-of="ru" lang="ru">Да</span>'`.
    """
    return "".join(f'<span data-of="{code}" lang="{code}">{words(text)}</span>' for code, text in texts)


def shown(value: object) -> object:
    """What a template shows of a value: words in another language say so. For `finalize` of templates that escape."""
    # The words are escaped one by one.
    return Markup(words(value)) if isinstance(value, str) and is_tagged(value) else value  # noqa: S704


def _block(block: Block, draw: Draw, table: SetTable) -> str:
    match block:
        case Paragraph(children):
            return f"<p>{html_line(children)}</p>"
        case Heading(level, children):
            return f"<h{level}>{html_line(children)}</h{level}>"
        case List(ordered, items):
            return _list(ordered, items, draw, table, block.first)
        case Table(head, rows):
            return table(head, rows)
        case Quote(inner):
            return f"<blockquote>{html(inner, draw, table)}</blockquote>"
        case Note(title, inner):
            above = f"<p><strong>{words(title)}</strong></p>" if title else ""
            return f'<div class="note">{above}{html(inner, draw, table)}</div>'
        case Picture(_, title, _, _, caption):
            below = f"<p>{html_line(caption)}</p>" if caption else ""
            return (
                f'<figure class="drawing">{draw(block)}'
                f"<figcaption><strong>{words(title)}</strong>{below}</figcaption></figure>"
            )
        case Lines(count):
            return f'<div class="lines">{"<br>" * count}</div>'
        case Break():
            return ""
        case Figure(id_):
            raise ValueError(f"figure {id_} has not been drawn")


def _list(ordered: bool, items: Sequence[Item], draw: Draw, table: SetTable, first: int) -> str:
    name = "ol" if ordered else "ul"
    boxes = ' class="boxes"' if any(item.box for item in items) else ""
    start = f' start="{first}"' if ordered and first != 1 else ""
    return f"<{name}{boxes}{start}>{''.join(f'<li>{_item(item, draw, table)}</li>' for item in items)}</{name}>"


def _item(item: Item, draw: Draw, table: SetTable) -> str:
    """An entry; one of a single paragraph needs no paragraph of its own."""
    if item.blocks and isinstance(item.blocks[0], Paragraph):
        rest = html(item.blocks[1:], draw, table)
        return html_line(item.blocks[0].children) + rest
    return html(item.blocks, draw, table)


def _inline(child: Inline) -> str:
    match child:
        case Text(text):
            return words(text)
        case Both(first, second, language):
            return f'{html_line(first)}<br><span lang="{language}">{html_line(second)}</span>'
        case Strong(inner):
            return f"<strong>{html_line(inner)}</strong>"
        case Emphasis(inner):
            return f"<em>{html_line(inner)}</em>"
        case Link(inner, address):
            return _link(html_line(inner), address)
        case Cite(label, _, address):
            # The whole reference belongs into a list at the end (`documents.texts.cited`): a touch screen shows no tooltips.
            shown = _link(words(label), address) if address else f"<span>{words(label)}</span>"
            return f'<span class="cite">[{shown}]</span>'
        case Value(text, strong, badge):
            shown = f'<strong class="value">{words(text)}</strong>' if strong else words(text)
            return shown + (f' <span class="badge">{words(badge)}</span>' if badge else "")
        case ToFill(label):
            return f'<span class="to-fill">{words(label)}</span>'
        case Field(label):
            return f'<span class="blank">{words(label)} ____________</span>'
        case Box():
            return "\u2610"
        case Mark(piece):
            raise ValueError(f"{piece} has not been put in words")


def _link(shown: str, address: str) -> str:
    """A link that leaves the platform alone: it opens beside, and the other page can not reach back.

    Authors' links to places of the manual have no address outside of it; their words stay.
    """
    if not address.startswith(("https:", "http:", "mailto:")):
        return shown
    return f'<a href="{bare(address)}" target="_blank" rel="noopener">{shown}</a>'
