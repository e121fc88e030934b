"""What the MkDocs door does with its settings and files: sets the language, adds what was made, sorts what is written by hand."""

import datetime as dt
import hashlib
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, pass_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.utils.templates import TemplateContext, url_filter

from .edition import Edition
from .ground.artifact import Artifact, InFile, Role
from .ground.placed import style_sheet
from .language.interface import catalogue
from .plugin_options import WorkshopConfig
from .reading.curriculum import Curriculum
from .reading.translation.pages import is_behind
from .site.handwritten import Written, with_words, written_in
from .site.languages import Languages
from .site.pages import make_pages, paths
from .site.pages.known import taken

if TYPE_CHECKING:
    from pathspec.gitignore import GitIgnoreSpec

log = get_plugin_logger(__name__)

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_SHARED = re.compile(rf"{Path(paths.STYLE).parent.as_posix()}/[^/]+\.(js|css)")
_THEME_SCRIPTS = (
    (
        "base.html", paths.SCOPE_SCRIPT,
        'new URL("{{ config.extra.scope | d(base_url) }}",location)', 'new URL("../..",document.currentScript.src)',
    ),
    ("palette.html", "", "__md_get(", "__md_get("),
)  # fmt: skip
"""The part of the theme, the file it becomes, what must stand in it, and what stands there instead. `shell.js` holds the last one."""


def speak(config: MkDocsConfig, options: WorkshopConfig) -> Languages:
    """Sets the language of a build: of the theme, of the addresses, and of what `mkdocs.yml` says in words."""
    if options.language:
        config.theme["language"] = options.language
    language = str(config.theme["language"])
    languages = Languages(language, tuple(options.published), config.site_url or "")
    if languages.folder:
        config.site_url = languages.site_url
    words = options.translations.get(language, {})
    config.copyright = with_words(config.copyright, words)
    config.theme["palette"] = with_words(config.theme.get("palette"), words, values=True)
    return languages


def append(files: Files, artifact: Artifact, config: MkDocsConfig, root: Path) -> None:
    """Adds a page or file that was made. Raises PluginError where one is written by hand."""
    if files.get_file_from_path(artifact.path) is not None:
        raise PluginError(taken(artifact.path))
    if isinstance(artifact.content, InFile):
        file = File.generated(config, artifact.path, abs_src_path=str(artifact.content.path))
    else:
        file = File.generated(config, artifact.path, content=artifact.content)
    if artifact.made_from:
        file.edit_uri = Path(os.path.relpath(root / artifact.made_from, config.docs_dir)).as_posix()
    files.append(file)


def theme_scripts(config: MkDocsConfig) -> Iterator[Artifact]:
    """The script that the theme writes into the head of each page, as a file of the site: a reader fetches it once.

    It is the theme's own, read where it is installed. It asks for the root of the site, which it takes from its own address here.
    Raises PluginError if the theme has others than those that were tested.
    """
    for name, path, asked, answer in _THEME_SCRIPTS:
        parts = (Path(folder) / "partials" / "javascripts" / name for folder in config.theme.dirs)
        texts = [part.read_text("utf-8") for part in parts if part.is_file()]
        found = [match[1] for text in texts if (match := _INLINE.search(text)) and asked in match[1]]
        if not found:
            raise PluginError(
                f"The theme has another {name} than those that this version was tested with. "
                "Install the version of mkdocs-material that pyproject.toml of mkdocs-workshop names."
            )
        if path:
            yield Artifact(path, found[0].replace(asked, answer, 1) + "\n")


def refuse_taken(files: Files, curriculum: Curriculum, day: dt.date, role: Role) -> None:
    """Raises PluginError where a hand-written page has the name of one that the curriculum makes: before the papers are made."""
    written = {file.src_uri for file in files.documentation_pages() if paths.may_be_made(file.src_uri)}
    if not written:
        return
    edition = Edition(curriculum, catalogue(curriculum.language), Path())
    for page in make_pages(edition, day, [], role).artifacts:
        if page.path in written:
            raise PluginError(taken(page.path))


def take_language(files: Files, config: MkDocsConfig, language: str, master: str, codes: list[str]) -> Written:
    """Puts translations of hand-written pages in their place, and takes those of other languages out."""
    written = written_in(
        [file.src_uri for file in files.documentation_pages() if file.src_dir == config.docs_dir],
        language,
        master,
        codes,
    )
    behind = set()
    for page, other in written.translated.items():
        file, source = files.get_file_from_path(page), files.get_file_from_path(other)
        if file is not None and source is not None:
            if is_behind(source.content_string, file.content_string):
                behind.add(page)
            file.content_string = source.content_string
            file.edit_uri = source.edit_uri
    for path in written.left_out:
        file = files.get_file_from_path(path)
        if file is not None:
            files.remove(file)
    return replace(written, behind=frozenset(behind))


def take_out(files: Files, config: MkDocsConfig, hidden: "GitIgnoreSpec | None", role: str) -> set[str]:
    """Takes hand-written files for facilitators out of the edition for participants; returns what it took."""
    if hidden is None:
        return set()
    written = [file for file in files if file.src_dir == config.docs_dir]
    for pattern in hidden.patterns:
        # A slip of the pen here would show participants what is not for them, so nobody should have to find it.
        if pattern.include is not None and not any(pattern.match_file(file.src_uri) for file in written):
            log.warning("`facilitator_docs` names `%s`, but no file of the documentation folder fits.", pattern.pattern)
    if role == "facilitator":
        return set()
    taken = [file for file in written if hidden.match_file(file.src_uri)]
    for file in taken:
        files.remove(file)
    return {file.src_uri for file in taken}


def place_styles(files: Files, placed: Mapping[str, str]) -> None:
    """Puts styles of single elements into our style sheet: `{"ws-1": "width: 40%"}`."""
    style = files.get_file_from_path(paths.STYLE)
    if style is not None:
        style.content_string += style_sheet(placed)


def with_sums(
    env: Environment, files: Files, instead: Mapping[str, str], *, named: bool
) -> tuple[Callable[[str], str], Mapping[str, str]]:
    """With `named` ends addresses of our scripts and styles with their sums.

    The filter `url` of templates then makes `../assets/workshop/run.js?v=3f2a9c1d` of `assets/workshop/run.js`: a browser may keep it for
    as long as it likes. Data of single days has no sum: it changes with the texts, and all pages that name it would be made anew. `instead`
    names files that take the place of others: `{"assets/stylesheets/main.57a0d79d.min.css": "assets/workshop/theme.css"}`.
    Gives a function that says where a page stands in the site, and the sums: `{"assets/workshop/run.js": "?v=3f2a9c1d"}`.
    """
    ours = [file for file in files if named and _SHARED.fullmatch(file.src_uri)]
    sums = {file.src_uri: f"?v={hashlib.sha256(file.content_bytes).hexdigest()[:8]}" for file in ours}

    @pass_context
    def url(context: TemplateContext, value: str) -> str:
        path = instead.get(str(value), value)
        return str(url_filter(context, path)) + sums.get(str(path), "")

    def address(path: str) -> str:
        file = files.get_file_from_path(path)
        # "./" is the first page; "." and the like are no part of an address that people see.
        return "" if file is None or file.url == "./" else file.url

    env.filters["url"] = url
    return address, sums
