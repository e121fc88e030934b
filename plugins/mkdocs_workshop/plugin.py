"""The MkDocs door. Every event is one call into the compiler; nothing else here or below knows MkDocs."""

import datetime as dt
import logging
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from .artifacts import Artifact, Role
from .compile import can_build, check, make, today
from .curriculum import Curriculum
from .documents.refusal import PressError, Unprintable
from .machine import ROBOTS, robots
from .pages import Pages, paths
from .pages.frame import frame_loader, frame_words
from .pages.known import known_links, known_nav
from .pages.share import share
from .pocket import pocket
from .problems import Problem, in_full, summary
from .progress import progress
from .stick import index_as_script
from .tidy import slim, tidy
from .typography import typographic

log = get_plugin_logger(__name__)


class WorkshopConfig(Config):
    """What stands under `plugins: - workshop:` in `mkdocs.yml`."""

    curriculum = config_options.Type(str, default="curriculum")
    """The folder with the YAML files, relative to `mkdocs.yml`."""
    cache = config_options.Type(str, default=".cache/workshop")
    """A folder for what is slow to make; it may be deleted at any time."""
    documents = config_options.Type(bool, default=True)
    """Whether the documents for paper are made; `mkdocs serve` never makes them."""
    role = config_options.Choice(("facilitator", "participant"), default="facilitator")
    """Whose edition is built. The one for participants has no notes, keys or debriefs."""
    facilitator_docs = config_options.Optional(config_options.PathSpec())
    """Hand-written pages that participants do not get, as patterns like those of `exclude_docs`."""
    offline = config_options.Type(bool, default=False)
    """Whether the site is opened from a disk, without a server."""
    variants = config_options.Type(bool, default=True)
    """Whether handouts and case studies of A4 are made as booklets and in large print too."""
    strict_facts = config_options.Type(bool, default=False)
    """Whether facts that are due for checking stop the build."""


class WorkshopPlugin(BasePlugin[WorkshopConfig]):
    """Turns a curriculum into pages of the site."""

    serving = False
    last_good: Pages | None = None
    """What was made last without a mistake. Only `mkdocs serve` keeps it from build to build."""
    cards: Mapping[str, str] = {}
    """What the share cards say, by their paths."""

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002  the event brings it
        """Notes who asks. A plugin that has this event lives on from build to build in `mkdocs serve`."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watches the curriculum, and keeps fonts of third parties out."""
        config.watch.append(str(self._root(config) / self.config.curriculum))
        config.extra_css.insert(0, paths.STYLE)
        config.theme["font"] = False
        if self.config.offline:
            config.use_directory_urls = False
        config.markdown_extensions += ["mkdocs_workshop.accessible:Accessible", "mkdocs_workshop.searchable:Searchable"]
        return config

    @event_priority(50)  # Early: other plugins (tags, blog) should see our pages.
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Adds the pages and sets the navigation."""
        root = self._root(config)
        day = today()
        checked = check(root / self.config.curriculum, root, day, self.config.strict_facts)
        self._report(checked.problems)
        if checked.curriculum is not None and checked.curriculum.held:
            log.info("Held back until their readers have read them: %s", _held(checked.curriculum))
        if checked.curriculum is not None and can_build(checked):
            made = self._make(checked.curriculum, day, root / self.config.cache, cards=bool(config.site_url))
            self.last_good = made if self.serving else None
        elif self.last_good is not None:
            made = self.last_good
            log.info("%s The manual stays as it was until they are mended.", summary(checked.problems))
        else:
            raise PluginError(f"The curriculum can not be built: {summary(checked.problems)}")
        self.cards = made.cards
        left_out = self._take_out(files, config)
        for artifact in made.artifacts:
            _append(files, artifact, config, root)
        config.nav = [*made.nav, *known_nav(config.nav or [], lambda path: path not in left_out)]
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002  the event brings them
        """Puts our templates before the theme's."""
        if env.loader is not None:
            env.loader = frame_loader(env.loader, config.theme.custom_dir)
        env.globals["workshop"] = frame_words(str(config.theme["language"]), offline=self.config.offline)
        return env

    @event_priority(-200)  # Last: only then is it certain that no other plugin has put its own navigation in place.
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  the event brings them
        """Says so when another plugin has discarded the navigation."""
        if not any(page.file.src_uri == paths.HOME for page in nav.pages):
            log.warning(
                "Another plugin has replaced the navigation of the workshop; list it before `workshop` or remove it."
            )

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:
        """Sets pages that are written by hand as our own are set, and takes links to what participants do not have from them."""
        if page.file.generated_by is None:
            markdown = typographic(markdown, str(config.theme["language"]))
        if self.config.role == "facilitator":
            return markdown
        return known_links(markdown, page.file.src_uri, lambda path: files.get_file_from_path(path) is not None)

    @event_priority(-100)  # After search, which reads the headings.
    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:  # noqa: ARG002  the event brings them
        """A page that hides its table of contents does not carry it along twice, unseen; and each page gets its card."""
        context["share"] = share(page.file.src_uri, self.cards)
        if "toc" in page.meta.get("hide", ()):
            page.toc = TableOfContents([])
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002  the event brings them
        """Makes a page lighter."""
        return slim(output)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Makes the site lighter, and one that can be kept."""
        site = Path(config.site_dir)
        tidy(site, str(config.theme["language"]))
        (site / ROBOTS).write_text(robots(config.site_url or ""), "utf-8")
        if self.config.offline:
            index_as_script(site)
        elif not self.serving:
            pocket(site)

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

    def _make(self, curriculum: Curriculum, day: dt.date, cache: Path, *, cards: bool) -> Pages:
        try:
            # While somebody writes, the documents would only take time; the pages then do not offer them.
            return make(
                curriculum,
                day,
                cache,
                documents=self.config.documents and not self.serving,
                variants=self.config.variants,
                # Nobody sends a link to a page that is being written, or that lies on a stick.
                cards=cards and not self.serving and not self.config.offline,
                on_disk=self.config.offline,
                tell=progress(sys.stderr),
                role=cast("Role", self.config.role),
            )
        except Unprintable as error:
            self._report(error.problems)
            raise PluginError(f"The papers can not be made: {summary(error.problems)}") from error
        except PressError as error:
            raise PluginError(str(error)) from error
        except OSError as error:
            raise PluginError(f"{error.filename or cache} can not be written: {error.strerror}.") from error

    def _root(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent if config.config_file_path else Path.cwd()


def _held(curriculum: Curriculum) -> str:
    """How many texts, and for whom each of them waits."""
    told = [f"{one.path} ({', '.join(one.missing)})" for one in curriculum.held]
    return f"{len(told)}: {'; '.join(told)}."


def _append(files: Files, artifact: Artifact, config: MkDocsConfig, root: Path) -> None:
    if files.get_file_from_path(artifact.path) is not None:
        raise PluginError(
            f"{artifact.path} is written by hand in the documentation folder, but the curriculum makes a page of that name. "
            "Rename or remove the one in the documentation folder."
        )
    file = File.generated(config, artifact.path, content=artifact.content)
    if artifact.made_from:
        file.edit_uri = Path(os.path.relpath(root / artifact.made_from, config.docs_dir)).as_posix()
    files.append(file)
