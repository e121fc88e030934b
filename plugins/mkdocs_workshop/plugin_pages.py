"""What Markdown made of a page is kept: half of what a build costs. Export and other plugins see the Markdown all the same.

MkDocs turns Markdown into HTML between two events. At the last moment of the first one, a page that is kept gets an empty text
in place of its own; at the first moment of the second one it gets its own back, and what was made of it before.
"""

import functools
import hashlib
import logging
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from importlib.metadata import version
from pathlib import Path
from types import FunctionType
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from . import site
from .ground import placed, sanitise
from .ground.cache import code_of
from .ground.records import Records
from .plugin_options import WorkshopConfig
from .publishing.markdown_known import OURS, is_known

__all__ = ["MKDOCS", "OURS", "SHELF", "Heard", "KeepsPages", "KeptPages", "kept_pages", "said", "settings_of"]

SHELF = "serve"
"""What is kept of the pages of `mkdocs serve` has a place of its own: they link to no documents."""
_LIBRARIES = ("markdown", "mkdocs", "pymdown-extensions", "pygments")
MKDOCS = logging.getLogger(Page.__module__.partition(".")[0])
"""Where MkDocs, or another program that takes its place, says what is wrong with a page."""


Filter = Callable[[str, MutableMapping[str, str]], str]
"""Makes HTML of HTML, and adds rules of style."""


class Heard(logging.Handler):
    """Whether MkDocs had something to say on a page: it must be said each time."""

    said = False

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002  what it says does not matter
        """Hears something."""
        self.said = True


class KeptPages:
    """What was made of pages in one build; `folder` is where it lies from build to build."""

    def __init__(self, folder: Path, settings: str, filter_: str = "", records: Records | None = None) -> None:
        self.folder = folder
        self.records = records or Records()
        self.settings = settings
        self.filter = filter_
        """Everything that decides what is filtered out of a page, but the page."""
        self.keys: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        """The Markdown of pages that were not made this time, by their paths."""
        self.found: dict[str, dict[str, Any]] = {}
        self.record: dict[str, Any] = {}
        """What is known of the page at hand; nothing where nothing may be kept of it."""
        self.heard = Heard()

    def text_for(self, markdown: str, page: Page) -> str:
        """The text that MkDocs is to make HTML of: nothing where that was done before."""
        path = page.file.src_uri
        key = hashlib.sha256(repr((self.settings, path, page.file.url, markdown)).encode()).hexdigest()
        self.keys[path] = key
        kept = self._taken(path, key)
        if kept is None:
            self.heard.said = False
            MKDOCS.addHandler(self.heard)
            return markdown
        self.texts[path], self.found[path] = markdown, kept
        return ""

    def html_of(self, html: str, page: Page, files: Files) -> str:
        """The HTML of a page, with its headings and anchors in their place."""
        path = page.file.src_uri
        kept = self.found.pop(path, None)
        if kept is None:
            MKDOCS.removeHandler(self.heard)
            self.record = self._made(html, page) if path in self.keys and not self.heard.said else {}
            return html
        self.record = kept
        page.markdown = self.texts.pop(path)
        page.toc = get_toc(kept["toc"])
        page._title_from_render = kept["title"]  # noqa: SLF001  there is no other way to give a page its title back
        page.present_anchor_ids = set(kept["anchors"])
        page.links_to_anchors = {
            file: anchors
            for target, anchors in kept["links"].items()
            if (file := files.get_file_from_path(target)) is not None
        }
        content: str = kept["html"]
        return content

    def _file(self, path: str) -> Path:
        return self.folder / f"{hashlib.sha256(path.encode()).hexdigest()[:24]}.json"

    def _taken(self, path: str, key: str) -> dict[str, Any] | None:
        kept = self.records.get(self._file(path))
        return kept if kept.get("key") == key else None

    def filtered(self, html: str, page: Page, rules: MutableMapping[str, str], make: Filter, foreign: bool) -> str:
        """What `make` makes of the HTML of a page; it adds rules of style. It is kept with the page."""
        key = hashlib.sha256(repr((self.filter, foreign, html)).encode("utf-8", "surrogatepass")).hexdigest()
        if self.record.get("filtered") == key:
            rules.update(self.record["rules"])
            clean: str = self.record["clean"]
            return clean
        own: dict[str, str] = {}
        made = make(html, own)
        rules.update(own)
        if self.record:
            self.record |= {"filtered": key, "clean": made, "rules": own}
            self.records.put(self._file(page.file.src_uri), self.record)
        return made

    def _made(self, html: str, page: Page) -> dict[str, Any]:
        return {
            "key": self.keys[page.file.src_uri],
            "html": html,
            "toc": [_token(item) for item in page.toc],
            "title": page._title_from_render,  # noqa: SLF001  see above
            "anchors": sorted(page.present_anchor_ids or ()),
            "links": {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()},
        }


def kept_pages(
    folder: Path, config: MkDocsConfig, files: Files, words: object, records: Records | None = None
) -> KeptPages | None:
    """What is kept for this build in a folder; None where extensions have a hand in pages of which we do not know what they read.

    `words` says what the filter of pages is told of the language, `records` what was read already.
    """
    settings = settings_of(config.markdown_extensions, config.mdx_configs)
    if settings is None:
        return None
    places = sorted((file.src_uri, file.url) for file in files)
    links = sorted((key, str(value)) for key, value in config.validation.links.items())
    told = (settings, places, links, config.use_directory_urls, config.site_url, [version(one) for one in _LIBRARIES])
    filter_ = (code_of(site, sanitise, placed, libraries=("nh3",)), words)
    return KeptPages(folder, _hash(f"{code_of(site)} {told!r}"), _hash(repr(filter_)), records)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def settings_of(extensions: Sequence[Any], configs: Mapping[str, Any]) -> str | None:
    """The extensions and their settings as words; None where one of them is not known, or has a setting that can not be said."""
    if not all(isinstance(name, str) and is_known(name) for name in extensions):
        return None
    try:
        return repr([*extensions, said(configs)])
    except TypeError:
        return None


def said(value: Any) -> Any:
    """A setting as plain data. Raises TypeError for one that has no words, such as a function of unknown origin."""
    if isinstance(value, Mapping):
        return sorted((str(key), said(one)) for key, one in value.items())
    if isinstance(value, list | tuple):
        return [said(one) for one in value]
    if isinstance(value, functools.partial):
        return [said(value.func), said(value.args), said(value.keywords)]
    if isinstance(value, FunctionType) and value.__module__.partition(".")[0] in ("pymdownx", "markdown"):
        return f"{value.__module__}.{value.__qualname__}"
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"{value!r} can not be said")


def _token(item: AnchorLink) -> dict[str, Any]:
    return {"level": item.level, "id": item.id, "name": item.title, "children": [_token(one) for one in item.children]}


class KeepsPages(BasePlugin[WorkshopConfig]):
    """The part of a plugin that keeps pages."""

    kept: KeptPages | None = None
    records: Records | None = None
    """What was read of pages that are kept, while `mkdocs serve` builds again and again."""
    extensions: list[str] | None = None
    """Those of Markdown, while MkDocs makes nothing of an empty text: it would open each of them for each page."""

    def begin(self, folder: Path, config: MkDocsConfig, files: Files, words: object) -> None:
        """Begins a build, before its first page is read. `folder` is where its pages lie from build to build."""
        self.kept = kept_pages(folder, config, files, words, self.records)

    @event_priority(-1000)  # When no plugin changes the text any more.
    def put_aside(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002  the event brings them
        """Makes no HTML of what it was made of before."""
        if self.kept is None:
            return markdown
        text = self.kept.text_for(markdown, page)
        if page.file.src_uri in self.kept.found:
            self.extensions, config.markdown_extensions = config.markdown_extensions, []
        return text

    @event_priority(1000)  # Before any plugin looks at the page.
    def put_back(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Gives a page the text and the HTML that it had before."""
        if self.extensions is not None:
            config.markdown_extensions = self.extensions
            self.extensions = None
        return self.kept.html_of(html, page, files) if self.kept else html
