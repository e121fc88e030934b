"""How a drawing stands in a page: for wide and narrow screens, alone, as a file of its own, or as steps in live words."""

from collections.abc import Mapping, Sequence

from .html import bare, words

_OF_A_PLATFORM = "max-width:100%;height:auto"
"""The look of a learning platform is not ours: without this, a drawing is wider than a phone."""


def boxed(drawings: Mapping[str, str], look: str = "", between: str = "") -> str:
    """Drawings as SVG, each in a box of its class: `{"wide": "<svg ...", "narrow": "<svg ..."}`. The page shows what fits.

    `look` stands before the names of the classes, `between` between the boxes.
    """
    return between.join(f'<div class="{look}{kind}">{svg}</div>' for kind, svg in drawings.items())


def as_files(addresses: Sequence[str], alt: str) -> str:
    """A picture that lies beside the page: the address of the wide drawing, and perhaps that of one for phones.

    With `a.svg` and `a-narrow.svg` it is a `<picture>` with a source for screens of at most 34 em; with one address an
    `<img>` alone.
    """
    wide, *narrow = map(bare, addresses)
    shown = f'<img src="{wide}" alt="{bare(alt)}" style="{_OF_A_PLATFORM}">'
    phone = "".join(f'<source media="(max-width: 34em)" srcset="{one}">' for one in narrow)
    return f"<picture>{phone}{shown}</picture>" if phone else shown


def strip(alt: str, steps: Sequence[tuple[str, str]]) -> str:
    """Steps as a list: the address of each picture, 240 by 190 pixels, and its words. The words tell what is in the picture."""
    items = "".join(
        f'<li><img src="{address}" alt="" width="240" height="190" loading="lazy"><span>{words(said)}</span></li>'
        for address, said in steps
    )
    return f'<ol class="strip" aria-label="{bare(alt)}">{items}</ol>'


def with_style(svg: str, style: str) -> str:
    """A drawing that brings rules along, such as its letters: in an `<img>` it sees no style sheet of the page around it."""
    head, end, rest = svg.partition(">")
    return f"{head}{end}<style>{style}</style>{rest}"
