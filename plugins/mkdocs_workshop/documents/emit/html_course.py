"""Parts of a document to HTML for learning platforms: pages of a course, and the sections of a lesson.

A lesson has a style sheet of its own, so its parts have classes: `think`, `messages`, `soft`. The look of a platform is not ours,
and it throws classes away: there they stay plain.
"""

from collections.abc import Iterable, Sequence

from ..tree.blocks import Block
from ..tree.document import Closing, Messages, Part, Questions, Section, Small
from .html import Draw, bare, html, html_line, inline_drawing, words


def html_parts(parts: Sequence[Part], draw: Draw = inline_drawing, *, styled: bool = False) -> str:
    """Some parts, one below the other; `styled` with the classes of a lesson.

    Raises ValueError for a part that has no form on such a page, and for a mark that has not been put in words.
    """
    return "\n".join(filter(None, (_part(part, draw, styled) for part in parts)))


def _part(part: Part, draw: Draw, styled: bool) -> str:
    match part:
        case _ if isinstance(part, Block):
            return html((part,), draw)
        case Section(title, inner, level):
            return f"<h{level}>{words(title)}</h{level}>\n{html_parts(inner, draw, styled=styled)}"
        case Questions(lines):
            return _list("ol", map(html_line, lines), "think" if styled else "")
        case Messages(_, lines):  # its title is that of its page
            return _list("ol", map(html_line, lines), "messages" if styled else "")
        case Small(line):
            shown = html_line(line)
            return f'<p class="soft">{shown}</p>' if styled else f"<p><small>{shown}</small></p>"
        case Closing(label, sources, notice):
            listed = _list("ul", (words(source.reference) for source in sources)) if sources else ""
            head = f"<h3>{words(label)}</h3>{listed}\n" if listed else ""
            return head + "".join(f"<p><small>{words(line)}</small></p>" for line in notice)
    raise ValueError(f"{type(part).__name__} has no form on a page of a course")


def _list(name: str, lines: Iterable[str], look: str = "") -> str:
    kind = f' class="{look}"' if look else ""
    return f"<{name}{kind}>{''.join(f'<li>{line}</li>' for line in lines)}</{name}>"


def whole_page(language: str, title: str, body: str) -> str:
    """A page that is a file of its own and looks as the platform wishes: `<!DOCTYPE html>...`. `body` is HTML, `title` plain."""
    return (
        f'<!DOCTYPE html>\n<html lang="{bare(language)}">\n<head><meta charset="utf-8"><title>{bare(title)}</title></head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )
