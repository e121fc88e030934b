"""Takes from a built site what no reader needs: indentation, source maps, word endings of other languages.

Readers have poor internet, and copies travel on sticks.
"""

import json
import re
from pathlib import Path
from typing import Any

_KEPT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL)
_SPACE = re.compile(r"\s*\n\s*")
_GENERATOR = re.compile(r'<meta name="generator"[^>]*>\n?')
_DRAWING = re.compile(r'(?<=<svg) xmlns="http://www\.w3\.org/2000/svg"')
"""In a page a drawing needs no name of its language."""
_HIDDEN = re.compile(
    r'<div data-md-component="(?:skip|announce)">\s*</div>\n?'
    r'|<div class="md-dialog" data-md-component="dialog">\s*<div class="md-dialog__inner md-typeset"></div>\s*</div>\n?'
    r'|<div class="md-header__topic" data-md-component="header-topic">\s*<span class="md-ellipsis">[^<]*</span>\s*</div>\n?'
)
"""Parts of the frame that are empty, or that only a script shows: `assets/workshop/shell.js` makes those that somebody may see."""
_LINES = re.compile(r'(?<=<tspan )x="([^"]*)" y="([\d.]+)"')
_TEXT = re.compile(r"<text\b.*?</text>", re.DOTALL)
_ARROW = re.compile(r'([-\d.]+),([-\d.]+) M([-\d.]+),([-\d.]+) L\1,\2 L([-\d.]+),([-\d.]+)(?=")')
"""The end of a way and the open head of its arrow."""
_SHAPES = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_STEPS = re.compile(r' data-(?:step|from|to)="[^"]*"')
"""Which step a shape of a drawing stands for: for tests of the drawing."""
_PLACE = re.compile(r' (?:d|x|y|[xy][12]|c[xy]|width|height)="[^"]*"')
_HUNDREDTHS = re.compile(r"\d+\.\d\d")
_BLOCK = (
    "(?:article|aside|body|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|head|header|li|link|main|meta|nav|ol|p|section"
    "|summary|table|tbody|td|th|thead|title|tr|ul)"
)
_AROUND_BLOCKS = re.compile(rf"(?<=>)\n(?=</?{_BLOCK}\b)|(</?{_BLOCK}\b[^<>]*>)\n")
"""Line ends that no browser shows."""
_FALLBACK = re.compile(r"(?<=var\()(--ws-[a-z-]+), #[0-9A-Fa-f]{6}(?=\))")
"""The colour of a drawing that stands alone; in a page the style sheet names it."""
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_COLOUR = re.compile(r"\[data-md-color-(?:primary|accent)=([a-z-]+)\]")


def slim(html: str) -> str:
    """A page without indentation, empty lines and what nothing in it uses; what is shown as it is written stays as it is.

    Of `<div>`, an empty line and `  <p>Hi</p>` the tags are left, each at the beginning of its line.
    """
    parts = _KEPT.split(html)
    # The pattern has two groups: text, what is kept, its name, text, ...
    return "".join(_space(part) if index % 3 == 0 else part for index, part in enumerate(parts) if index % 3 != 2)


def _space(part: str) -> str:
    part = _DRAWING.sub("", _GENERATOR.sub("", _SPACE.sub("\n", part)))
    part = _SHAPES.sub(lambda drawing: _drawing(drawing[0]), _AROUND_BLOCKS.sub(r"\1", _HIDDEN.sub("", part)))
    return _FALLBACK.sub(r"\1", part).replace("&nbsp;", "\u00a0")


def _drawing(svg: str) -> str:
    """A drawing in tenths of a pixel, in which each line of a text says how far it stands below the one before."""
    return _TEXT.sub(lambda text: _below(text[0]), _ARROW.sub(_from_its_tip, _TAG.sub(_shape, svg)))


def _from_its_tip(arrow: re.Match[str]) -> str:
    """The head of an arrow as seen from its tip: the same for all arrows that lead the same way."""
    x, y, *sides = (float(number) for number in arrow.groups())
    left, over, right, under = (_tenth(side - tip) for side, tip in zip(sides, (x, y, x, y), strict=True))
    back = f"{_tenth(x - sides[0])},{_tenth(y - sides[1])}"
    return f"{arrow[1]},{arrow[2]} m{left},{over} l{back} l{right},{under}"


def _below(text: str) -> str:
    before: list[float] = []

    def line(found: re.Match[str]) -> str:
        here = float(found[2])
        said = f'dy="{_tenth(here - before[-1])}"' if before else f'y="{found[2]}"'
        before.append(here)
        return f'x="{found[1]}" {said}'

    return _LINES.sub(line, text)


def _shape(tag: re.Match[str]) -> str:
    return _PLACE.sub(
        lambda place: _HUNDREDTHS.sub(lambda number: _tenth(float(number[0])), place[0]), _STEPS.sub("", tag[0])
    )


def _tenth(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def used_colours(style: str, names: frozenset[str]) -> str:
    """The theme's sheet of colours without the rules for colours that no page has.

    With `names` of `{"white", "teal"}` the rules for `[data-md-color-accent=pink]` go.
    """

    def kept(match: re.Match[str]) -> str:
        unused = [bool(set(_COLOUR.findall(part)) - names) for part in match[1].split(",")]
        return "" if all(unused) else match[0]

    return _RULE.sub(kept, style)


def colours_of(palette: Any) -> frozenset[str]:
    """The colours that `theme.palette` of `mkdocs.yml` names: one set of choices, or several to switch between."""
    sets = palette if isinstance(palette, list) else [palette or {}]
    return frozenset(str(one[key]).replace(" ", "-") for one in sets for key in ("primary", "accent") if one.get(key))


def tidy(site: Path, language: str, colours: frozenset[str]) -> None:
    """Removes what is not used and writes the search index with letters instead of escapes.

    Raises OSError when the site can not be written.
    """
    for path in (site / "assets" / "stylesheets").glob("palette.*.css"):
        path.write_text(used_colours(path.read_text("utf-8"), colours), "utf-8")
    for path in site.glob("assets/**/*.map"):
        path.unlink()
    for path in (site / "assets" / "javascripts" / "lunr").rglob("*.js"):
        if not _serves(path.name, language):
            path.unlink()
    index = site / "search" / "search_index.json"
    if index.is_file():
        data = json.loads(index.read_text("utf-8"))
        index.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _serves(name: str, language: str) -> bool:
    return language != "en" and name.startswith(("lunr.stemmer.", "lunr.multi.", f"lunr.{language}."))
