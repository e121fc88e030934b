"""Makes a page to embed light: drawings name their looks once, and what HTML understands in fewer letters is written so.

It works on finished pages of ours, in which drawings stand as `figures` makes them and the allow-list writes them.
"""

import re
from collections.abc import Iterator
from string import ascii_letters

from ..figures.colours import AMBER, AMBER_TINT, INK, LINE, NAVY, NAVY_TINT, PAPER, SOFT, TEAL, TEAL_TINT

_DRAWING = re.compile("<svg.*?</svg>", re.DOTALL)
_OPENING = re.compile("<(?:rect|path|circle|line|text) [^>]*>")
_LOOK = re.compile(' (fill|stroke|stroke-width|stroke-linecap|stroke-linejoin|font-size|font-weight)="([^"]*)"')
_EMPTY = re.compile("></(?:rect|path|circle|line)>")
_ONE_LINE = re.compile("(<text [^>]*)><tspan ([^>]*)>([^<]*)</tspan></text>")
_BETWEEN = re.compile(r">\n+<")
_FALLBACK = re.compile(r"(var\(--ws-[a-z-]+), [^()]*\)")
_AWAY = re.compile('(<a href="https?:[^"]*") target="_blank"(?= rel="noopener">)')
_LISTS = re.compile("(<fieldset.*?</fieldset>)", re.DOTALL)
_LIST = re.compile("(<select [^>]*>).*?(</select>)", re.DOTALL)

_COLOURS = (INK, SOFT, PAPER, LINE, NAVY, NAVY_TINT, TEAL, TEAL_TINT, AMBER, AMBER_TINT)


def _looks() -> Iterator[str]:
    """What drawings are made of, as declarations: `fill:var(--ws-ink)`."""
    colours = ["none", *(_FALLBACK.sub(r"\1)", colour) for colour in _COLOURS)]
    yield from (f"fill:{colour}" for colour in colours)
    yield from (f"stroke:{colour}" for colour in colours)
    yield from ("stroke-width:1", "stroke-width:1.5", "stroke-linecap:round", "stroke-linejoin:round")
    yield from ("font-size:16px", "font-size:14px", "font-weight:400", "font-weight:600")


NAMES = dict(zip(_looks(), ascii_letters, strict=False))
"""The name of each look that most drawings have, one letter; a look without a name stays as it is."""


def looks_style() -> str:
    """The rules for these names: `.k1{fill:var(--ws-ink)}`."""
    return "".join(f".{name}{{{look}}}" for look, name in NAMES.items())


def light(page: str) -> str:
    """The same page in fewer letters. One with drawings must hold `looks_style`, and fill the lists of a question as its first one is."""
    # Where links open, the base of the page says.
    shorter = _AWAY.sub(r"\1", page.replace("&nbsp;", "\u00a0"))
    made = _LISTS.sub(_first_list, shorter)
    return _DRAWING.sub(_light_drawing, made)


def _first_list(question: re.Match[str]) -> str:
    first = _LIST.search(question[0])
    if first is None:
        return question[0]
    return question[0][: first.end()] + _LIST.sub(r"\1\2", question[0][first.end() :])


def _light_drawing(drawing: re.Match[str]) -> str:
    made = _FALLBACK.sub(r"\1)", drawing[0]).replace(' xmlns="http://www.w3.org/2000/svg"', "")
    made = _BETWEEN.sub("><", _OPENING.sub(_look, made))
    return _EMPTY.sub("/>", _ONE_LINE.sub(r"\1 \2>\3</text>", made))


def _look(opening: re.Match[str]) -> str:
    """An element that says the names of its looks."""
    names: list[str] = []

    def named(look: re.Match[str]) -> str:
        name = NAMES.get(f"{look[1]}:{look[2]}")
        names.append(name or "")
        return "" if name else look[0]

    # A text begins where it stands if nobody says otherwise.
    rest = _LOOK.sub(named, opening[0].replace(' text-anchor="start"', ""))
    said = " ".join(filter(None, names))
    return f'{rest[:-1]} class="{said}">' if said else rest
