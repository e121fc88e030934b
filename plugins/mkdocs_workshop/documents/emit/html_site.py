"""What Markdown has no signs for, as HTML between the lines of a page of the site.

Authors' texts are Markdown already, and pages hand them to MkDocs as Markdown. This is what stands between them: room to write,
marks on a value, figures with their frame, and tables whose first column names the rows. `markdown` in a tag tells MkDocs to
read on inside of it; words that are given as Markdown must hold no HTML of their own.
"""

from collections.abc import Mapping, Sequence
from html import escape

from ..tree.blocks import Inline
from ..tree.proof import inline_words
from .html import Rows, html_line, words
from .html_drawing import boxed


def blank(label: str) -> str:
    """A labelled blank to fill in by hand, in a line.

    `blank("Phone")` gives `'<span class="ws-blank">Phone</span>'`.
    """
    return f'<span class="ws-blank">{escape(label)}</span>'


def writing_lines(count: int) -> str:
    """Empty lines to write on. `writing_lines(2)` gives `'<div class="ws-lines"><i></i><i></i></div>'`."""
    return f'<div class="ws-lines">{"<i></i>" * count}</div>'


def page_break() -> str:
    """A new page where the page is printed."""
    return '<div class="ws-page-break"></div>'


def mark(kind: str, markdown: str) -> str:
    """A short mark on what stands before it: `mark("unverified", "to be verified")`."""
    return f'<span class="ws-{kind}">{markdown}</span>'


def in_language(html: str, language: str, look: str = "") -> str:
    """HTML of one line that is in another language than the page: `<span lang="en">Read this</span>`."""
    start, end = language_tags(language, look)
    return f"{start}{html}{end}"


def language_tags(language: str, look: str = "") -> tuple[str, str]:
    """The tags around words in another language than the page: `('<span class="ws-english" lang="en">', "</span>")`."""
    kind = f'class="{look}" ' if look else ""
    return f'<span {kind}lang="{language}">', "</span>"


def whole_in_language(html: str, language: str) -> str:
    """The content of a page that stands in another language than the menus around it.

    `<p>Read this</p>` stands in `<div lang="en">` then.
    """
    return f'<div lang="{language}">\n{html}\n</div>'


def framed(name: str, title: str, shown: str, caption: str) -> str:
    """A figure between its title and its caption: `shown` is HTML, `caption` Markdown, `title` plain; `name` is its anchor."""
    return (
        f'<figure class="ws-figure" id="figure-{name}" markdown>\n'
        f'<div class="ws-figure-title">{escape(title)}</div>\n'
        f"{shown}\n"
        f"<figcaption markdown>\n{caption}\n</figcaption>\n</figure>"
    )


def chart(name: str, title: str, drawings: Mapping[str, str]) -> str:
    """A chart below its title: `chart("about", "What it was about", {"wide": "<svg ...", "narrow": "<svg ..."})`."""
    return (
        f'<figure class="ws-figure" id="figure-{name}"><div class="ws-figure-title">{words(title)}</div>'
        f"{boxes(drawings)}</figure>"
    )


def boxes(drawings: Mapping[str, str], between: str = "") -> str:
    """Drawings as SVG, each in a box of its kind: `wide`, `narrow`, `compact`, `photo`. The page shows what fits.

    `boxes({"wide": "<svg/>"})` gives `'<div class="ws-wide"><svg/></div>'`.
    """
    return boxed(drawings, "ws-", between)


def film(source: str, label: str) -> str:
    """The player of a film, which loads nothing until somebody starts it.

    `source` is the address of the film, `"films/door.mp4"`, and `label` says what it shows: both as they stand in an
    attribute.
    """
    return (
        f'<video class="ws-film ws-no-print" controls preload="none" style="max-width:100%" src="{source}"'
        f' aria-label="{label}"></video>'
    )


def strip(alt: str, steps: Sequence[tuple[str, str]]) -> str:
    """Steps as a list that flows with the width of the page: picture and words of each, both as Markdown; `alt` is plain."""
    items = "".join(f'<li markdown="span">{picture}<span>{said}</span></li>\n' for picture, said in steps)
    label = escape(" ".join(alt.split()), quote=True)
    return f'<ol class="ws-strip" aria-label="{label}" markdown>\n{items}</ol>'


def scene(picture: str) -> str:
    """A wide picture, as Markdown, beside the head of a page.

    `scene("![](road.svg)")` gives `'<div class="ws-scene" markdown="span">![](road.svg)</div>'`.
    """
    return f'<div class="ws-scene" markdown="span">{picture}</div>'


def named_rows(head: Sequence[Sequence[Inline]], rows: Rows) -> str:
    """A table whose first column names its rows. It can be scrolled by itself on a phone, also with the keyboard."""
    kind = "ws-facts" if len(head) == 2 else "ws-numbers"
    top = "".join(f'<th scope="col">{html_line(cell)}</th>' for cell in head)
    body = "".join(
        f'<tr><th scope="row">{words(inline_words(row[0]))}</th>{"".join(f"<td>{html_line(cell)}</td>" for cell in row[1:])}</tr>'
        for row in rows
    )
    name = words(inline_words(head[0]))
    return (
        f'<div class="ws-scroll" tabindex="0" role="group" aria-label="{name}"><table class="{kind}">'
        f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def readers_aside(readers: str) -> str:
    """Who has read the translation of a page, beside its text.

    `readers_aside("Read by a doctor")` gives `'<aside class="ws-readers">Read by a doctor</aside>'`.
    """
    return f'<aside class="ws-readers">{escape(readers)}</aside>'


def found_by(typed: str) -> str:
    """Words by which a search finds a page, and which nobody sees.

    `found_by("naloxone, antidote")` gives `"<p hidden>naloxone, antidote</p>"`.
    """
    return f"<p hidden>{escape(typed)}</p>"


def ticked(markdown: str, *, done: bool) -> str:
    """A box to tick with its words as label, as scripts and readers of the screen want it.

    `ticked("Gloves", done=False)` gives `'<label><input type="checkbox"> Gloves</label>'`.
    """
    state = " checked disabled" if done else ""
    return f'<label><input type="checkbox"{state}> {markdown}</label>'
