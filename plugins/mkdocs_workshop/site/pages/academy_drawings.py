"""Three small drawings of ours that show what to do in a learning platform, in place of pictures of somebody's screen."""

from html import escape

from ...language.interface import Catalogue

_WINDOW = (
    '<rect x="1" y="1" width="{width}" height="148" rx="10" style="fill:var(--ws-paper);stroke:var(--ws-line)"/>'
    '<path d="M1 28h{width}" style="stroke:var(--ws-line)"/>'
    '<circle cx="16" cy="15" r="4" style="fill:var(--ws-line)"/><circle cx="30" cy="15" r="4" style="fill:var(--ws-line)"/>'
)


def upload_drawing(say: Catalogue) -> str:
    """A file on its way onto a section."""
    shapes = (
        _file(18, 58, "ZIP", "navy"),
        _arrow(88, 86, 140),
        f'<g transform="translate(150 0)">{_WINDOW.format(width=208)}',
        _words(20, 50, say("academy.draw.course"), "700"),
        _row(20, 62, 168),
        '<rect x="20" y="94" width="168" height="34" rx="8" '
        'style="fill:var(--ws-teal-tint);stroke:var(--ws-teal);stroke-width:2;stroke-dasharray:6 4"/>',
        _words(34, 116, say("academy.draw.lesson"), "600", "teal"),
        "</g>",
    )
    return _drawing(say("academy.draw.upload"), "".join(shapes))


def restore_drawing(say: Catalogue) -> str:
    """The way through the menus of Moodle, in the words of its screen."""
    names = ("academy.draw.more", "academy.draw.reuse", "academy.draw.restore")
    rows = "".join(
        f'<rect x="{16 + 26 * index}" y="{40 + 34 * index}" width="190" height="26" rx="6" style="fill:var(--ws-{fill})"/>'
        f'<text x="{30 + 26 * index}" y="{58 + 34 * index}" style="font-size:14px;font-weight:600;fill:var(--ws-{ink})">'
        f"{escape(say(name))}</text>"
        for index, (name, fill, ink) in enumerate(
            zip(names, ("hatch", "teal-tint", "teal"), ("ink", "teal", "on-colour"), strict=True)
        )
    )
    window = f'<g transform="translate(100 0)">{_WINDOW.format(width=258)}{rows}</g>'
    return _drawing(say("academy.draw.way"), _file(18, 58, "MBZ", "navy") + _arrow(78, 86, 98) + window)


def settings_drawing(say: Catalogue) -> str:
    """The three settings that matter."""
    names = ("academy.draw.passed", "academy.draw.highest", "academy.draw.hidden")
    rows = "".join(
        f'<rect x="28" y="{44 + 33 * index}" width="20" height="20" rx="5" style="fill:var(--ws-teal)"/>'
        f'<path d="m33 {54 + 33 * index} 4 4 7-8" style="fill:none;stroke:var(--ws-on-colour);stroke-width:2.5"/>'
        + _words(62, 60 + 33 * index, say(name), "600")
        for index, name in enumerate(names)
    )
    return _drawing(
        say("academy.draw.settings"), f'<g transform="translate(40 0)">{_WINDOW.format(width=278)}{rows}</g>'
    )


def update_drawing(say: Catalogue) -> str:
    """A new file for the old one in an activity that keeps its results."""
    shapes = (
        _file(18, 58, say("academy.draw.new"), "teal"),
        _arrow(88, 86, 140),
        f'<g transform="translate(150 0)">{_WINDOW.format(width=208)}',
        _file(18, 42, say("academy.draw.old"), "soft"),
        '<path d="m14 110 64-64" style="stroke:var(--ws-amber);stroke-width:3;stroke-linecap:round"/>',
        _words(98, 58, say("academy.draw.results"), "700"),
        "".join(
            f'<rect x="98" y="{70 + 18 * index}" width="{width}" height="10" rx="5" style="fill:var(--ws-teal)"/>'
            for index, width in enumerate((84, 66, 74))
        ),
        "</g>",
    )
    return _drawing(say("academy.draw.update"), "".join(shapes))


def _drawing(words: str, shapes: str) -> str:
    return (
        f'<svg class="ws-how" role="img" aria-label="{escape(words)}" viewBox="0 0 360 150" '
        f'xmlns="http://www.w3.org/2000/svg">{shapes}</svg>'
    )


def _words(x: int, y: int, text: str, weight: str, colour: str = "ink") -> str:
    style = f"font-size:14px;font-weight:{weight};fill:var(--ws-{colour})"
    return f'<text x="{x}" y="{y}" style="{style}">{escape(text)}</text>'


def _file(x: int, y: int, text: str, colour: str) -> str:
    outline = f"fill:var(--ws-paper);stroke:var(--ws-{colour});stroke-width:2;stroke-linejoin:round"
    label = f"font-size:13px;font-weight:700;text-anchor:middle;fill:var(--ws-{colour})"
    return (
        f'<path d="M{x} {y}h38l18 18v52h-56z" style="{outline}"/><path d="M{x + 38} {y}v18h18" style="{outline}"/>'
        f'<text x="{x + 28}" y="{y + 50}" style="{label}">{escape(text)}</text>'
    )


def _arrow(x: int, y: int, to: int) -> str:
    return (
        f'<path d="M{x} {y}H{to}m-9-8 9 8-9 8" '
        'style="fill:none;stroke:var(--ws-navy);stroke-width:3;stroke-linecap:round;stroke-linejoin:round"/>'
    )


def _row(x: int, y: int, width: int) -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="22" rx="6" style="fill:var(--ws-hatch)"/>'
