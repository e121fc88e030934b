"""The MkDocs door. Every event is one call into the compiler; nothing else here or below knows MkDocs."""

import datetime as dt
import logging
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config.base import ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from .compile import can_build, check, in_other_languages, make, today
from .documents.refusal import PressError, Unprintable
from .edition import Edition
from .ground.artifact import Artifact, Role
from .ground.placed import move_styles, style_sheet
from .ground.problems import Problem, in_full, summary
from .ground.progress import progress
from .ground.sanitise import clean
from .ground.typography import typographic
from .language.interface import catalogue
from .plugin_options import WorkshopConfig, course_ways
from .publishing.marker import MARKER, Marker, marker_text
from .publishing.options import given_options
from .reading.curriculum import Curriculum
from .reading.gate import held_words
from .site.modules_json import ROBOTS, robots
from .site.offline import index_as_script
from .site.pages import Pages, make_pages, paths
from .site.pages.frame import frame_loader, frame_words
from .site.pages.heads import every_item, safe_contents, safe_head, safe_titles
from .site.pages.known import known_links, known_nav, taken
from .site.pages.share import share
from .site.phone import pocket
from .site.preview import bar, on_return, with_bar
from .site.slim import slim, tidy

log = get_plugin_logger(__name__)


class WorkshopPlugin(BasePlugin[WorkshopConfig]):
    """Turns a curriculum into pages of the site."""

    serving = False
    last_good: Pages | None = None
    """What was made last without a mistake. Only `mkdocs serve` keeps it from build to build."""
    placed: dict[str, str]
    """Styles of single elements, by their classes."""
    bar = ""
    """What a page that is older than the files says at its top. Only `mkdocs serve` shows such pages."""
    cards: Mapping[str, str] = {}
    """What the share cards say, by their paths."""
    bell: Path | None = None
    """A file whose change makes `mkdocs serve` build again."""

    def __init__(self) -> None:
        self.stopped = threading.Event()

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Takes the options of this one build, from `workshop build`, before those of `mkdocs.yml`."""
        try:
            given = given_options(os.environ)
        except ValueError as error:
            raise PluginError(f"The options of this build can not be read: {error}.") from error
        return super().load_config({**options, **given}, config_file_path)

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002  the event brings it
        """Notes who asks. A plugin that has this event lives on from build to build in `mkdocs serve`."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watches the curriculum, and keeps fonts of third parties out."""
        if "language" not in config.theme:
            raise PluginError(
                f"The pages of the workshop are made for the theme `material`, not for `{config.theme.name}`. "
                "Write `theme: {name: material}` into mkdocs.yml; a theme that is made from it will do too. "
                "`workshop build --markdown DIR` writes pages for other themes."
            )
        config.watch.append(str(self._root(config) / self.config.curriculum))
        config.extra_css.insert(0, paths.STYLE)
        self.placed = {}
        config.theme["font"] = False
        if self.config.language:
            config.theme["language"] = self.config.language
        if self.config.offline:
            config.use_directory_urls = False
        config.markdown_extensions += [
            "mkdocs_workshop.site.accessible:Accessible",
            "mkdocs_workshop.site.searchable:Searchable",
            "mkdocs_workshop.site.literal:Literal",
        ]
        return config

    @event_priority(50)  # Early: other plugins (tags, blog) should see our pages.
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Adds the pages and sets the navigation."""
        root = self._root(config)
        day = today()
        checked = check(root / self.config.curriculum, root, day, self.config.strict_facts, self.config.language)
        self._report(checked.problems)
        if checked.curriculum is not None and checked.curriculum.held:
            log.info("Held back until their readers have read them: %s", held_words(checked.curriculum))
        if checked.curriculum is not None and can_build(checked):
            if not self.serving and self.config.documents:
                _refuse_taken(files, checked.curriculum, day, cast("Role", self.config.role))
            made = self._make(checked.curriculum, day, root, cards=bool(config.site_url))
            self.last_good = made if self.serving else None
            self.bar = ""
        elif self.last_good is not None:
            made = self.last_good
            self.bar = bar(checked.problems)
            log.info("%s The manual stays as it was until they are mended.", summary(checked.problems))
        else:
            raise PluginError(f"The curriculum can not be built: {summary(checked.problems)}")
        self.cards = made.cards
        left_out = self._take_out(files, config)
        for artifact in made.artifacts:
            _append(files, artifact, config, root)
        config.nav = [*made.nav, *known_nav(config.nav or [], lambda path: path not in left_out)]
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Puts our templates before the theme's."""
        if env.loader is not None:
            env.loader = frame_loader(env.loader, config.theme.custom_dir)

        def address(path: str) -> str:
            file = files.get_file_from_path(path)
            # "./" is the first page; "." and the like are no part of an address that people see.
            return "" if file is None or file.url == "./" else file.url

        env.globals["workshop"] = frame_words(str(config.theme["language"]), address, offline=self.config.offline)
        return env

    @event_priority(-200)  # Last: only then is it certain that no other plugin has put its own navigation in place.
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  the event brings them
        """Says so when another plugin has discarded the navigation."""
        if not any(page.file.src_uri == paths.HOME for page in nav.pages):
            log.warning(
                "Another plugin has replaced the navigation of the workshop; list it before `workshop` or remove it."
            )
        safe_titles(every_item(nav.items))

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:
        """Sets pages that are written by hand as our own are set, and takes links to what participants do not have from them."""
        if page.file.generated_by is None:
            markdown = typographic(markdown, str(config.theme["language"]))
        if self.config.role == "facilitator":
            return markdown
        return known_links(markdown, page.file.src_uri, lambda path: files.get_file_from_path(path) is not None)

    @event_priority(-100)  # After other plugins, so that what they add is looked at as well.
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002  the event brings them
        """Keeps what is on the allow-list alone: the texts of authors, our templates and hand-written pages in the same way."""
        safe_head(page.meta, page.title)
        safe_contents(page.toc.items)
        return move_styles(clean(html), self.placed)

    @event_priority(-100)  # After search, which reads the headings.
    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:  # noqa: ARG002  the event brings them
        """A page that hides its table of contents does not carry it along twice, unseen; and each page gets its card."""
        context["share"] = share(page.file.src_uri, self.cards)
        if "toc" in page.meta.get("hide", ()):
            page.toc = TableOfContents([])
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002  the event brings them
        """Makes a page lighter; a page that is older than the files says so."""
        return with_bar(slim(output), self.bar)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002  the event brings it
        """Sees the curriculum again when its folder was away: the watcher of MkDocs ends with a folder that goes."""
        folder = self._root(config) / self.config.curriculum
        bell = Path(tempfile.mkdtemp(prefix="workshop-")) / "bell"
        bell.touch()
        server.watch(str(bell))
        self.bell = bell

        def changed(there: bool) -> None:
            if there:
                server.unwatch(str(folder))
                server.watch(str(folder))
            # A file that is watched, and changes, is how MkDocs is asked to build again.
            bell.write_text(str(time.monotonic()), "utf-8")

        threading.Thread(target=on_return, args=(folder, changed, self.stopped), daemon=True).start()
        return server

    def on_shutdown(self) -> None:
        """Ends what `on_serve` began."""
        self.stopped.set()
        if self.bell is not None:
            shutil.rmtree(self.bell.parent, ignore_errors=True)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Makes the site lighter, and one that can be kept."""
        site = Path(config.site_dir)
        try:
            with (site / paths.STYLE).open("a", encoding="utf-8") as style:
                style.write(style_sheet(self.placed))
            tidy(site, str(config.theme["language"]))
            (site / ROBOTS).write_text(robots(config.site_url or ""), "utf-8")
            if self.config.offline:
                index_as_script(site)
            elif not self.serving:
                pocket(site)
            if not self.serving:
                marker = Marker(version("mkdocs-workshop"), cast("Role", self.config.role))
                (site / MARKER).write_text(marker_text(marker), "utf-8")
        except OSError as error:
            raise PluginError(f"{error.filename or site} can not be written: {error.strerror}.") from error

    def _take_out(self, files: Files, config: MkDocsConfig) -> set[str]:
        """Takes hand-written files for facilitators out of the edition for participants; returns what it took."""
        if self.config.facilitator_docs is None:
            return set()
        written = [file for file in files if file.src_dir == config.docs_dir]
        for pattern in self.config.facilitator_docs.patterns:
            # A slip of the pen here would show participants what is not for them, so nobody should have to find it.
            if pattern.include is not None and not any(pattern.match_file(file.src_uri) for file in written):
                log.warning(
                    "`facilitator_docs` names `%s`, but no file of the documentation folder fits.", pattern.pattern
                )
        if self.config.role == "facilitator":
            return set()
        taken = [file for file in written if self.config.facilitator_docs.match_file(file.src_uri)]
        for file in taken:
            files.remove(file)
        return {file.src_uri for file in taken}

    def _report(self, problems: Iterable[Problem]) -> None:
        levels = {"error": logging.ERROR, "warning": logging.WARNING, "notice": logging.INFO}
        for problem in problems:
            # A rebuild that fails, and in strict mode one warning is enough, makes `mkdocs serve` answer nothing any more.
            log.log(logging.INFO if self.serving else levels[problem.severity], in_full(problem))

    def _make(self, curriculum: Curriculum, day: dt.date, root: Path, *, cards: bool) -> Pages:
        try:
            # While somebody writes, the documents would only take time; the pages then do not offer them.
            return make(
                curriculum,
                day,
                root / self.config.cache,
                documents=self.config.documents and not self.serving,
                variants=self.config.variants,
                course=course_ways(self.config),
                cards=cards and not self.serving and not self.config.offline,
                on_disk=self.config.offline,
                tell=progress(sys.stderr),
                role=cast("Role", self.config.role),
                beside=lambda: in_other_languages(root / self.config.curriculum, root, curriculum),
                bilingual=self.config.bilingual,
            )
        except Unprintable as error:
            self._report(error.problems)
            raise PluginError(f"The papers can not be made: {summary(error.problems)}") from error
        except PressError as error:
            raise PluginError(str(error)) from error
        except OSError as error:
            raise PluginError(f"{error.filename or root} can not be written: {error.strerror}.") from error

    def _root(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent if config.config_file_path else Path.cwd()


def _refuse_taken(files: Files, curriculum: Curriculum, day: dt.date, role: Role) -> None:
    """Raises PluginError where a hand-written page has the name of one that the curriculum makes: before the papers are made."""
    written = {file.src_uri for file in files.documentation_pages() if paths.may_be_made(file.src_uri)}
    if not written:
        return
    edition = Edition(curriculum, catalogue(curriculum.language), Path())
    for page in make_pages(edition, day, [], role).artifacts:
        if page.path in written:
            raise PluginError(taken(page.path))


def _append(files: Files, artifact: Artifact, config: MkDocsConfig, root: Path) -> None:
    if files.get_file_from_path(artifact.path) is not None:
        raise PluginError(taken(artifact.path))
    file = File.generated(config, artifact.path, content=artifact.content)
    if artifact.made_from:
        file.edit_uri = Path(os.path.relpath(root / artifact.made_from, config.docs_dir)).as_posix()
    files.append(file)
