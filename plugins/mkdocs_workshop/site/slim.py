"""Takes from a built site what no reader needs: indentation, source maps, word endings of other languages.

Readers have poor internet, and copies travel on sticks.
"""

import json
import re
from pathlib import Path

_KEPT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL)
_SPACE = re.compile(r"\s*\n\s*")


def slim(html: str) -> str:
    """A page without indentation and empty lines; what is shown as it is written stays as it is."""
    parts = _KEPT.split(html)
    # The pattern has two groups: text, what is kept, its name, text, ...
    return "".join(
        _SPACE.sub("\n", part) if index % 3 == 0 else part for index, part in enumerate(parts) if index % 3 != 2
    )


def lean_style(style: str) -> str:
    """A style sheet without its comments and the spaces at the ends of its lines and braces; what stands in quotes has none of them."""
    bare = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    return re.sub(r"\s*([{};])\s*", r"\1", re.sub(r"\s*\n\s*", "\n", bare)).strip() + "\n"


def tidy(site: Path, language: str) -> None:
    """Removes what is not used and writes the search index with letters instead of escapes.

    Raises OSError when the site can not be written.
    """
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
