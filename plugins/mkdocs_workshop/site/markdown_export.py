"""Writes the manual as a plain documentation folder that any MkDocs-like generator builds without this plugin."""

import json
import re
import shutil
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..documents.emit.html_site import found_by, readers_aside, ticked
from ..ground.artifact import Artifact
from ..ground.typography import typographic
from ..plugin_settings import read_settings
from .export_settings import settings_text
from .handwritten import with_words, written_in
from .literal import spelled_out
from .pages import Pages, paths
from .pages.known import known_links, known_nav
from .searchable import BESIDE

if TYPE_CHECKING:
    from pathspec.gitignore import GitIgnoreSpec

OVERRIDES = "overrides"
"""The folder of templates beside `mkdocs.yml`."""
_CLASSES = re.compile(r'<(?:div|aside|p|ul|ol|section|nav|figure)\b[^>]*?\bclass="([^"]*)"')
_LISTED = re.compile(r"^\{((?: \.[\w-]+)+) \}$", re.MULTILINE)
"""Classes of the paragraph above: `{ .ws-crumbs }`."""
_BOX = re.compile(r"^(([ \t]*)[-*+][ \t]+)\[([ xX])\][ \t]+(.+)$", re.MULTILINE)
"""A line of a list that one can tick."""


class Hand(NamedTuple):
    """What decides which hand-written pages an export holds."""

    codes: tuple[str, ...] = ()
    """All languages that the curriculum has."""
    hidden: "GitIgnoreSpec | None" = None
    """Pages for facilitators."""
    whole: bool = True
    """Whether this is the edition for facilitators, which has all pages."""
    words: Mapping[str, str] = {}
    """Words of `mkdocs.yml` in this language."""


def write_markdown(pages: Pages, docs: Path, folder: Path, config: Path, hand: Hand | None = None) -> None:
    """Writes `folder/docs` (hand-written pages of `docs` and everything made) and `folder/mkdocs.yml` with the navigation.

    The new `mkdocs.yml` has all that `config` has, but for our plugin and the repository; nothing in it leads out of the folder. Templates and hooks of
    the project come along. Search finds a paper by all words that people type for it. Raises OSError, and yaml.YAMLError.
    """
    target, own, hand = folder / "docs", read_settings(config), hand or Hand()
    target.mkdir(parents=True)
    left_out = _written(pages, docs, target, hand)
    typed = _typed_words(pages)
    for artifact in pages.artifacts:
        _write(target, artifact, pages.readers_of(artifact.path), typed.get(artifact.path, ""))
    nav = known_nav(own.get("nav") or [], lambda path: path not in left_out)
    changes: dict[str, Any] = {
        "docs_dir": "docs",
        "site_dir": "site",
        "extra_css": [paths.STYLE, *(own.get("extra_css") or [])],
        "nav": [*pages.nav, *with_words(nav, hand.words)],
        "hooks": _hooks(own, config.parent, folder),
        # Pages are made: there is nothing to edit. Where a theme shows the repository, its script asks the host for stars.
        **dict.fromkeys(("repo_url", "repo_name", "edit_uri", "edit_uri_template")),
    }
    # `variant` keeps Zensical to the look that our styles are made for.
    look: dict[str, Any] = {"font": False, "custom_dir": OVERRIDES, "variant": "classic"}
    if pages.language != pages.master:
        look["language"] = pages.language
        changes |= {"site_name": pages.title, "site_description": pages.summary}
        if own.get("copyright"):
            changes["copyright"] = with_words(own["copyright"], hand.words)
    _templates(own, config.parent, folder / OVERRIDES, pages.language)
    (folder / "mkdocs.yml").write_text(settings_text(config, changes, look), "utf-8")


def _written(pages: Pages, docs: Path, target: Path, hand: Hand) -> set[str]:
    """Copies what is written by hand, each page in the language of the export; returns what it left out."""
    found = [path.relative_to(docs).as_posix() for path in sorted(docs.rglob("*")) if path.is_file()]
    written = written_in(found, pages.language, pages.master, hand.codes)
    taken = {path for path in found if not hand.whole and hand.hidden is not None and hand.hidden.match_file(path)}
    known = {*found, *(artifact.path for artifact in pages.artifacts)} - taken
    for path in found:
        if path in written.left_out or path in taken:
            continue
        place, source = target / path, docs / written.translated.get(path, path)
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.endswith(".md"):
            language = pages.master if path in written.foreign else pages.language
            head, body = _parted(source.read_text("utf-8"))
            body = typographic(body, language)
            place.write_text(head + (body if hand.whole else known_links(body, path, known.__contains__)), "utf-8")
        else:
            shutil.copy2(source, place)
    return taken


def _parted(text: str) -> tuple[str, str]:
    """What stands between the first two lines `---`, and the page."""
    found = re.match(r"---\n.*?\n---\n", text, re.DOTALL)
    return (found[0], text[found.end() :]) if found else ("", text)


def _typed_words(pages: Pages) -> dict[str, str]:
    """What people type for a paper, by its page: `{"handouts/card.md": "naloxone, antidote"}`. A search that reads pages finds it so."""
    script = next((one.data.decode() for one in pages.artifacts if one.path == paths.FINDABLE), "")
    if not script:
        return {}
    data = json.loads(script.partition("=")[2])
    words = {
        f"{paper['p']}.md": [*paper.get("a", ()), *(word for term in paper.get("w", ()) for word in data["same"][term])]
        for paper in data["papers"]
    }
    return {page: ", ".join(dict.fromkeys(said)) for page, said in words.items() if said}


def _write(target: Path, artifact: Artifact, readers: str, typed: str) -> None:
    path = target / artifact.path
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix != ".md":
        path.write_bytes(artifact.data)
        return
    head, body = _parted(spelled_out(artifact.data.decode()))
    body = _BOX.sub(_ticked, _LISTED.sub(_beside_above, _CLASSES.sub(_beside, body)))
    if readers:
        head += f"\n{readers_aside(readers)}\n"
    if typed:
        body += f"\n{found_by(typed)}\n"
    path.write_text(head + body, "utf-8")


def _beside(found: re.Match[str]) -> str:
    """A tag of what stands beside a text, in the words by which the search of Material and Zensical leaves it out."""
    out = BESIDE.intersection(found[1].split()) and "data-search-exclude" not in found[0]
    return f'{found[0]} data-search-exclude="yes"' if out else found[0]


def _beside_above(found: re.Match[str]) -> str:
    out = BESIDE.intersection(found[1].replace(".", " ").split())
    return f'{{{found[1]} data-search-exclude="yes" }}' if out else found[0]


def _ticked(found: re.Match[str]) -> str:
    """A box with its words as label, as scripts of the manual and screen readers want it; `site/accessible.py` does it for our plugin."""
    return f"{found[1]}{ticked(found[4], done=found[3] != ' ')}\n{found[2]}  {{ .ws-check }}"


def _templates(own: Mapping[str, Any], root: Path, target: Path, language: str) -> None:
    """Templates of the project, and those of ours that it has not: a page with its data and scripts, and words of the theme."""
    theme = own.get("theme")
    named = theme.get("custom_dir") if isinstance(theme, dict) else None
    if isinstance(named, str) and (root / named).is_dir():
        shutil.copytree(root / named, target)
    ours = Path(str(files("mkdocs_workshop"))) / "site" / "theme"
    spoken = f"partials/languages/{language}.html"
    for source, path in ((ours / "export" / "main.html", "main.html"), (ours / "templates" / spoken, spoken)):
        place = target / path
        if source.is_file() and not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, place)


def _hooks(own: Mapping[str, Any], root: Path, folder: Path) -> list[str] | None:
    """Copies the hooks of the project; None where it has none."""
    named = [path for path in own.get("hooks") or [] if isinstance(path, str) and (root / path).is_file()]
    for path in named:
        (folder / "hooks").mkdir(exist_ok=True)
        shutil.copy(root / path, folder / "hooks" / Path(path).name)
    return [f"hooks/{Path(path).name}" for path in named] or None
