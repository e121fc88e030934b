"""A page as it stands in the site is kept whole, with its frame, and beside it what the search of the theme found in it.

The frame is what the templates of the theme write around the text. It is asked at three moments of MkDocs: `SearchPlugin` hands each
page to its index, the template of the page is filled, and `on_post_page` gets what came of it. The first two are asked through doors
that their makers left open: an index is an object, and an environment of Jinja2 makes templates of a class that it is given.

Nothing is kept where other plugins, hooks or templates of one's own have a hand in pages: nobody knows what they read.
"""

import contextlib
import hashlib
import platform
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from .ground.cache import code_of
from .ground.records import Records
from .plugin_pages import SHELF, KeepsPages, said, settings_of
from .site.pages.heads import every_item

_PLUGINS = frozenset({"search", "material/search", "workshop"})
_LIBRARIES = ("mkdocs", "mkdocs-material", "jinja2", "markupsafe", "babel", "nh3")
"""What fills templates, and what filters pages."""
_UNSEEN = frozenset(
    re.findall(
        r"\w+",
        "nav pages plugins hooks theme site_dir watch dev_addr validation exclude_docs draft_docs not_in_nav remote_branch "
        "remote_name strict markdown_extensions mdx_configs",
    )
)
"""Settings that no template of the theme reads, or that are said otherwise."""
_USUAL = frozenset(
    re.findall(r"\w+", "nav pages base_url extra_css extra_javascript mkdocs_version build_date_utc config page")
)
"""What MkDocs itself gives to templates; everything else is part of the key as it is."""
_META = re.compile(r"\b(\w+)\.meta\b(?:\.(\w+))?([\[(.|]?)")
"""Where a template reads the head of a page: of which one, which key, and what it does with it."""
_TURNED = re.compile(r"\b(?:for|set|with)\s+(?:\w+\s*,\s*)*page\b|\bmacro\b[^(]*\([^)]*\bpage\b")
"""Where a template calls another page by the name of the one that it shows."""


class FinishedPages:
    """The pages of one build; `folder` is where they lie from build to build, `frame` says everything that all of them share."""

    def __init__(self, folder: Path, frame: str, records: Records | None = None) -> None:
        self.folder = folder
        self.records = records or Records()
        self.frame = frame
        self._at = ""
        self._before: Mapping[str, Any] = {}
        self._made: dict[str, Any] = {}

    def begin(self, page: Page) -> None:
        """Turns to a page, before anything is asked of it."""
        if self._at != page.file.src_uri:
            self._at, self._made = page.file.src_uri, {}
            self._before = self.records.get(self._file(page))

    def found_in(self, page: Page, find: Callable[[], list[dict[str, Any]]]) -> list[dict[str, Any]]:
        """The entries of a page for the index of the search."""
        self.begin(page)
        key = _hash("search", *_of_page(page))
        entries: list[dict[str, Any]] = self._before["found"] if self._before.get("search") == key else find()
        self._made |= {"search": key, "found": entries}
        return entries

    def html_of(self, page: Page, template: str | None, context: Mapping[str, Any], make: Callable[[], str]) -> str:
        """A page in its frame; one that was taken is finished, see `is_finished`."""
        self.begin(page)
        try:
            more = said({key: value for key, value in context.items() if key not in _USUAL})
        except TypeError:
            return make()
        key = _hash(self.frame, template, *_of_page(page), page.canonical_url, page.edit_url, page.is_homepage, more)
        self._made["frame"] = key
        if self._before.get("frame") != key:
            return make()
        html: str = self._before["html"]
        self._made["html"] = html
        return html

    def is_finished(self, page: Page) -> bool:
        """Whether a page is as it was kept: nothing is left to be done with it."""
        return self._at == page.file.src_uri and "html" in self._made

    def keep(self, page: Page, html: str) -> None:
        """Keeps a page that was finished now; not one that has no words in JSON."""
        if self._at == page.file.src_uri and "frame" in self._made:
            with contextlib.suppress(TypeError):
                self.records.put(self._file(page), {**self._made, "html": html})

    def _file(self, page: Page) -> Path:
        return self.folder / f"{hashlib.sha256(page.file.src_uri.encode()).hexdigest()[:24]}.json"


def _of_page(page: Page) -> tuple[object, ...]:
    """What a template reads of the page that it shows."""
    toc = [_lines(item) for item in page.toc]
    return page.content, page.title, page.url, page.file.src_uri, page.meta, toc


def _lines(item: Any) -> tuple[object, ...]:
    return item.level, item.id, item.title, [_lines(one) for one in item.children]


def _hash(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def finished_pages(
    folder: Path, config: MkDocsConfig, nav: Iterable[Any], words: object, records: Records | None = None
) -> FinishedPages | None:
    """The finished pages below a folder; None where it can not be said what decides them.

    `words` says what our templates are told besides. The pages must have been read: their titles stand in the navigation.
    """
    if not nobody_else(config):
        return None
    settings = settings_of(config.markdown_extensions, config.mdx_configs)
    if settings is None:
        return None
    try:
        shown = said({key: value for key, value in config.items() if key not in _UNSEEN})
        theme = said({**dict(config.theme.items()), "locale": str(config.theme.locale), "dirs": config.theme.dirs})
        versions = [version(name) for name in _LIBRARIES]
    except (TypeError, PackageNotFoundError):
        return None
    tools = (platform.python_version(), code_of(sys.modules[__package__]), versions)
    templates = _templates(config.theme.dirs)
    read = keys_of_others(templates.values())
    titles = [_in_nav(item, read) for item in every_item(nav)]
    frame = _hash(tools, sorted(templates.items()), settings, shown, theme, list(config.plugins), titles, words)
    return FinishedPages(folder, frame, records)


def nobody_else(config: MkDocsConfig) -> bool:
    """Whether MkDocs, its search, the theme and this plugin alone have a hand in pages."""
    others = set(config.plugins) - _PLUGINS or config.hooks or config.theme.custom_dir
    return not others and config.theme.name == "material"


def _in_nav(item: Any, read: frozenset[str] | None) -> tuple[object, ...]:
    """What templates read of something in the navigation; how deep it stands says where a section ends."""
    head = getattr(item, "meta", {})
    meta = head if read is None else {key: value for key, value in head.items() if key in read}
    return len(list(item.ancestors)), type(item).__name__, item.title, getattr(item, "url", None), bool(head), meta


def keys_of_others(templates: Iterable[str]) -> frozenset[str] | None:
    """The keys that templates read in the heads of other pages than the one that they show; None where they may read all.

    `["{% if page.meta.hide %}{{ nav_item.meta.icon }}{% endif %}"]` gives `{"icon"}`.
    """
    found: set[str] = set()
    for text in templates:
        if _TURNED.search(text):
            return None
        for name, key, then in _META.findall(text):
            if name == "page":
                continue
            if not key and then:
                return None
            found.add(key)
    return frozenset(found - {""})


def _templates(folders: Iterable[str]) -> dict[str, str]:
    """All templates of a theme by their paths, and ours beside them. Its symbols are those of its version."""
    ours = Path(__file__).parent / "site" / "theme" / "templates"
    return {
        str(path): path.read_text("utf-8", errors="surrogateescape")
        for folder in (*map(Path, folders), ours)
        for path in sorted(folder.rglob("*.html"))
    }


def framed(finished: FinishedPages) -> type[Template]:
    """Templates that fill a page only where it was not filled before."""

    class Framed(Template):
        """A template of the theme."""

        def render(self, *args: Any, **kwargs: Any) -> str:
            """The page that it makes; for what is no page, such as the sitemap, whatever it makes."""
            context = dict(*args, **kwargs)
            page = context.get("page")
            fill = super().render
            if page is None:
                return fill(context)
            return finished.html_of(page, self.name, context, lambda: fill(context))

    return Framed


class KeepsFinished(KeepsPages):
    """The part of a plugin that keeps finished pages."""

    finished: FinishedPages | None = None
    """None where something else may have a hand in them."""
    serving = False
    """Whether `mkdocs serve` asks; its pages have another address."""

    def take_part(self, cache: Path, env: Environment, config: MkDocsConfig, nav: Iterable[Any], words: object) -> None:
        """Lets templates and search ask for what is kept."""
        name = "-".join((str(config.theme["language"]), self.config.role, *([SHELF] if self.serving else [])))
        self.finished = finished_pages(cache / "finished" / name, config, nav, words, self.records)
        if self.finished is None:
            return
        env.template_class = framed(self.finished)
        search = config.plugins.get("material/search")
        index = getattr(search, "search_index", None)
        # Where jieba is installed, its dictionaries decide how Chinese words are parted.
        if search is not None and index is not None and find_spec("jieba") is None:
            # Imported when used: other themes come without it.
            from .plugin_search import remembering

            search.search_index = remembering(index, self.finished.found_in)

    def finish(self, page: Page, make: Callable[[], str]) -> str | None:
        """A page as `make` makes it; None where it was finished before, and what the template gave is all of it."""
        if self.finished is None:
            return make()
        if self.finished.is_finished(page):
            return None
        html = make()
        self.finished.keep(page, html)
        return html
