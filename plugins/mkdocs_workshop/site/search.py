"""Word endings for the search of a built site: the theme's search gets a script for its language."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

_COMMON = "search-words.js"


def word_endings(site: Path, language: str) -> None:
    """Lets search find words in any form, in languages other than English for which endings are known.

    The endings are those that come with the theme, and ours (`theme/search-kk.js`). An index for several languages at once is left
    as it is. Raises OSError where the site can not be written.
    """
    index = site / "search" / "search_index.json"
    if language == "en" or not index.is_file():
        return
    data: dict[str, Any] = json.loads(index.read_text("utf-8"))
    if len(data["config"]["lang"]) != 1:
        return
    theme = files("mkdocs_workshop") / "site" / "theme"
    own, script = (
        theme / f"search-{language}.js",
        site / "assets" / "javascripts" / "lunr" / "min" / f"lunr.{language}.min.js",
    )
    endings = [one.read_text("utf-8").strip() for one in (script, own) if one.is_file()]
    if not endings:
        return
    common = (theme / _COMMON).read_text("utf-8").strip()
    script.write_text("\n".join(endings) + f"\n;{common}(self.lunr, {json.dumps(language)})\n", "utf-8")
    data["config"]["lang"] = [language]
    index.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
