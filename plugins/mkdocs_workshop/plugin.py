"""The MkDocs door. Every event is one call into the compiler; nothing else here or below knows MkDocs."""

import datetime as dt
import logging
import shutil
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from .compile import Checked, can_build, check, in_other_languages, make, read_again, today, with_contacts
from .deliver.again import makes_much
from .documents.emit.refusal import PressError, Unprintable
from .edition import course_ways
from .ground.artifact import Role
from .ground.problems import Problem, in_full, summary
from .ground.progress import Progress, keep_count, last_count
from .ground.records import Records
from .ground.typography import typographic
from .ground.unhurried import settled
from .ground.workers import processes
from .plugin_files import append, place_styles, refuse_taken, speak, take_language, take_out, theme_scripts, with_sums
from .plugin_finished import KeepsFinished
from .plugin_left import LeavesLanguage
from .plugin_options import states_of, wanted_variants
from .plugin_pages import OURS, SHELF, KeepsPages
from .plugin_theme import lean_theme
from .publishing.served import put_back
from .reading.curriculum import Curriculum
from .reading.gate import held_words
from .reading.translation.folder import languages_of
from .site.addressed import addressed
from .site.filtered import filtered
from .site.handwritten import Written, with_words
from .site.missing import at_any_depth
from .site.modules_json import ROBOTS, robots
from .site.offline import index_as_script
from .site.pages import Pages, paths
from .site.pages.frame import DOORS, SAID_ONCE, compiled, frame_loader, frame_words
from .site.pages.heads import every_item, safe_contents, safe_head, safe_titles
from .site.pages.known import known_links, known_nav
from .site.pages.share import share
from .site.phone import pocket
from .site.preview import bar, watch_again, with_bar
from .site.search import word_endings
from .site.slim import colours_of, slim, tidy

log = get_plugin_logger(__name__)


class WorkshopPlugin(KeepsFinished, LeavesLanguage):
    """Turns a curriculum into pages of the site."""

    last_good: Pages | None = None
    """What was made last without a mistake. Only `mkdocs serve` keeps it from build to build."""
    placed: dict[str, str]
    """Styles of single elements, by their classes."""
    bar = ""
    """What a page that is older than the files says at its top. Only `mkdocs serve` shows such pages."""
    made: Pages | None = None
    """What this build shows."""
    written: Written
    """What is written by hand, in this language."""
    shown: Navigation
    """The navigation of this build."""
    bell: Path | None = None
    """A file whose change makes `mkdocs serve` build again."""

    def __init__(self) -> None:
        self.stopped = threading.Event()
        self.progress = Progress(sys.stderr)

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Notes who asks. A plugin that has this event lives on from build to build in `mkdocs serve`."""
        self.serving, self.dirty = command == "serve", dirty
        self.records = Records(stay=True) if self.serving else None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watches the curriculum, and keeps fonts of third parties out."""
        if not any((Path(folder) / "partials" / "language.html").is_file() for folder in config.theme.dirs):
            raise PluginError(
                f"The pages of the workshop are made for the theme `material`, not for `{config.theme.name}`. "
                "Write `theme: {name: material}` into mkdocs.yml; a theme that is made from it will do too. "
                "`workshop build --markdown DIR` writes pages for other themes."
            )
        config.watch.append(str(self._root(config) / self.config.curriculum))
        config.extra_css.insert(0, paths.STYLE)
        self.placed = {}
        config.theme["font"] = False
        self.languages = speak(config, self.config)
        if self.config.offline:
            config.use_directory_urls = False
        config.markdown_extensions += OURS
        return config

    @event_priority(50)  # Early: other plugins (tags, blog) should see our pages.
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Adds the pages and sets the navigation."""
        root, day = self._root(config), today()
        if self.languages.folder:
            # The build of the first language has asked all rules already.
            checked = read_again(root / self.config.curriculum, root, self.languages.language, self.config.country)
        else:
            checked = check(
                root / self.config.curriculum, root, day, self.config.strict_facts, self.config.language,
                every_language=bool(self.languages.published), keep=root / self.config.cache, country=self.config.country,
            )  # fmt: skip
        checked = with_contacts(checked, self.config.local, root)
        self._report(checked.problems)
        if checked.curriculum is not None and checked.curriculum.held:
            log.info("Held back until their readers have read them: %s", held_words(checked.curriculum))
        if checked.curriculum is not None and can_build(checked):
            if not self.serving and self.config.documents:
                refuse_taken(files, checked.curriculum, day, cast("Role", self.config.role))
            made = self._make(checked.curriculum, checked, day, root)
            self.last_good = made if self.serving else None
            self.bar = ""
        elif self.last_good is not None:
            made = self.last_good
            self.bar = bar(checked.problems)
            log.info("%s The manual stays as it was until they are mended.", summary(checked.problems))
        else:
            raise PluginError(f"The curriculum can not be built: {summary(checked.problems)}")
        self.made = made
        self.leave(config, made)
        left_out = take_out(files, config, self.config.facilitator_docs, self.config.role)
        codes = [*languages_of(root / self.config.curriculum), *self.languages.published]
        self.written = take_language(files, config, made.language, made.master, codes)
        for path in sorted(self.written.alone):
            log.warning("%s translates a page that is not there. Write the page without its language too.", path)
        if made.language != made.master:
            config.site_name, config.site_description = made.title, made.summary
        for artifact in (*made.artifacts, *theme_scripts(config)):
            append(files, artifact, config, root)
        by_hand = known_nav(config.nav or [], lambda path: path not in left_out)
        config.nav = [*made.nav, *with_words(by_hand, self.config.translations.get(made.language, {}))]
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Puts our templates before the theme's."""
        if env.loader is not None:
            env.loader = frame_loader(env.loader, config.theme.custom_dir)
            config.theme.static_templates |= SAID_ONCE
        env.bytecode_cache, env.auto_reload = compiled(), False
        if self.serving:
            with suppress(OSError):
                put_back(Path(config.site_dir), {file.dest_uri for file in files if file.inclusion.is_in_serve()})
        # All pages are read by now, so every style of theirs is known, and no file is written yet.
        named = not self.serving and not self.config.offline
        place_styles(files, self.placed)
        instead = lean_theme(env, files, config, self._root(config) / self.config.cache / "theme") if named else {}
        address, sums = with_sums(env, files, instead, named=named)
        self.progress.begin("Pages", len(files.documentation_pages()))
        language = str(config.theme["language"])
        env.globals["workshop"] = frame_words(language, address, self.languages, offline=self.config.offline)
        words = (self.languages, self.config.offline, [address(page) for *_, page, _ in DOORS], sorted(sums.items()))
        self.take_part(self._root(config) / self.config.cache, env, config, self.shown.items, words)
        return env

    @event_priority(-200)  # Last: only then is it certain that no other plugin has put its own navigation in place.
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Says so when another plugin has discarded the navigation."""
        words = (sorted(self.made.english), self.made.master) if self.made else ()
        shelf = "-".join(filter(None, (self.languages.language, self.config.role, SHELF if self.serving else "")))
        self.begin(self._root(config) / self.config.cache / "pages" / shelf, config, files, words)
        if not any(page.file.src_uri == paths.HOME for page in nav.pages):
            log.warning(
                "Another plugin has replaced the navigation of the workshop; list it before `workshop` or remove it."
            )
        safe_titles(every_item(nav.items))
        self.shown = nav

    def _set(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:
        """Sets pages that are written by hand as our own are set, and takes links to what participants do not have from them."""
        if page.file.generated_by is None:
            markdown = typographic(markdown, str(config.theme["language"]))
        if self.config.role == "facilitator":
            return markdown
        return known_links(markdown, page.file.src_uri, lambda path: files.get_file_from_path(path) is not None)

    on_page_markdown = CombinedEvent(_set, KeepsPages.put_aside)

    @event_priority(-100)  # After other plugins, so that what they add is looked at as well.
    def _clean(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002  the event brings them
        """Keeps what is on the allow-list alone: the texts of authors, our templates and hand-written pages in the same way."""
        safe_head(page.meta, page.title)
        safe_contents(page.toc.items)
        made = self.made or Pages([], [])
        foreign = page.file.src_uri in self.written.foreign
        make = partial(filtered, english=made.english, master=made.master, foreign=foreign)
        return self.kept.filtered(html, page, self.placed, make, foreign) if self.kept else make(html, self.placed)

    on_page_content = CombinedEvent(KeepsPages.put_back, _clean)

    @event_priority(-100)  # After search, which reads the headings.
    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:  # noqa: ARG002  the event brings them
        """Hides tables of contents that no page shows, and gives each page its card."""
        context["share"] = share(page.file.src_uri, self.made.cards if self.made else {})
        context["readers"] = self.made.readers_of(page.file.src_uri) if self.made else ""
        context["foreign"], context["behind"] = self.written.state_of(page.file.src_uri)
        if "toc" in page.meta.get("hide", ()):
            page.toc = TableOfContents([])
        return context

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """The page of what is missing finds the root of the site by itself where `site_url` does not say it."""
        at_any_depth(context, template_name, config.site_url)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Makes a page lighter; a page that is older than the files says so."""
        self.progress.made(page.file.src_uri)
        lang = str(config.theme["language"])
        finished = self.finish(page, lambda: slim(addressed(output, config.site_url, lang)))
        return with_bar(output if finished is None else finished, self.bar)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002  the event brings it
        """Sees the curriculum again when its folder was away: the watcher of MkDocs ends with a folder that goes."""
        self.bell = watch_again(server, self._root(config) / self.config.curriculum, self.stopped)
        return server

    def on_shutdown(self) -> None:
        """Ends what `on_serve` began."""
        self.stopped.set()
        if self.bell is not None:
            shutil.rmtree(self.bell.parent, ignore_errors=True)

    def _lighten(self, *, config: MkDocsConfig) -> None:
        """Makes the site lighter, and one that can be kept."""
        self.progress.end()
        site = Path(config.site_dir)
        try:
            tidy(site, str(config.theme["language"]), colours_of(config.theme.get("palette")))
            word_endings(site, str(config.theme["language"]))
            if not self.languages.folder:
                (site / ROBOTS).write_text(robots(config.site_url or "", self.languages.published), "utf-8")
            if self.config.offline:
                index_as_script(site)
            elif not self.serving:
                pocket(site)
        except OSError as error:
            raise PluginError(f"{error.filename or site} can not be written: {error.strerror}.") from error

    on_post_build = CombinedEvent(_lighten, LeavesLanguage.end)

    def _report(self, problems: Iterable[Problem]) -> None:
        levels = {"error": logging.ERROR, "warning": logging.WARNING, "notice": logging.INFO}
        for problem in problems:
            # A rebuild that fails, and in strict mode one warning is enough, makes `mkdocs serve` answer nothing any more.
            log.log(logging.INFO if self.serving else levels[problem.severity], in_full(problem))

    def _make(self, curriculum: Curriculum, checked: Checked, day: dt.date, root: Path) -> Pages:
        folder, cache = root / self.config.curriculum, root / self.config.cache
        counts, key = cache / "counts.json", f"{self.config.role} {self.config.language}"
        self.progress.begin("Documents", last_count(counts, key))
        try:
            # While somebody writes, the documents would only take time; the pages then do not offer them.
            wanted = self.config.documents and not self.serving
            with settled(), processes(at_once=wanted and makes_much(curriculum, cache, self.config.role)) as workers:
                made = make(
                    curriculum, day, cache, documents=wanted,
                    variants=wanted_variants(self.config),
                    course=course_ways(self.config.course, self.config.course_languages),
                    every_day=self.config.day_slides == "all",
                    cards=not self.serving and not self.config.offline,
                    on_disk=self.config.offline,
                    tell=lambda _, path: self.progress.made(path),
                    role=cast("Role", self.config.role),
                    beside=partial(in_other_languages, folder, root, curriculum, self.config.country),
                    bilingual=self.config.bilingual,
                    translations=checked.translations,
                    workers=workers,
                    states=states_of(self.config, root, curriculum.manual.language),
                    shelf=SHELF if self.serving else "",
                    filed_in=self.folder_of_made(cache) if wanted else None,
                )  # fmt: skip
            if self.progress.count:
                keep_count(counts, key, self.progress.count)
        except Unprintable as error:
            self._report(error.problems)
            raise PluginError(f"The papers can not be made: {summary(error.problems)}") from error
        except PressError as error:
            raise PluginError(str(error)) from error
        except OSError as error:
            raise PluginError(f"{error.filename or root} can not be written: {error.strerror}.") from error
        return made
