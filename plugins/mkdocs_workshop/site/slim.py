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
    return _FALLBACK.sub(r"\1", part).replace("&nbsp;", "\u00a0")


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
