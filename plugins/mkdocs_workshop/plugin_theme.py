"""The style sheet of the theme is put into a site with what the site shows of it, see `site/theme_style.py`."""

import re
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from .plugin_finished import nobody_else
from .site.pages import paths
from .site.theme_style import classes_of, template_words, theme_style, theme_words, words_of

_THEIRS = re.compile(r"assets/stylesheets/main\.[0-9a-f]+\.min\.css")
_PAGE = "main.html"


def lean_theme(env: Environment, files: Files, config: MkDocsConfig, cache: Path) -> dict[str, str]:
    """Puts a lean style sheet in the place of the theme's. All pages must have been read, and none written.

    Gives the path that a template asks for and the one that it gets: `{"assets/stylesheets/main.57a0d79d.min.css":
    "assets/workshop/theme.css"}`. Nothing is done, and nothing given, where others have a hand in pages: plugins, hooks, templates of
    one's own, scripts of other addresses. Raises PluginError where `cache` can not be written.
    """
    theirs = [file for file in files if _THEIRS.fullmatch(file.src_uri)]
    far = any("//" in str(script) for script in config.extra_javascript)
    if len(theirs) != 1 or far or config.extra_templates or not nobody_else(config):
        return {}
    pages = [file.page for file in files.documentation_pages() if file.page is not None]
    named = {str(page.meta["template"]) for page in pages if "template" in page.meta}
    words = template_words(env, {_PAGE, *config.theme.static_templates, *named})
    words |= set().union(*(classes_of(page.content or "") for page in pages))
    for script in files.javascript_files():
        words |= (theme_words if script.src_dir in config.theme.dirs else words_of)(script.content_string)
    others = "".join(file.content_string for file in files.css_files() if file not in theirs)
    try:
        style = theme_style(cache, theirs[0].content_string, words, others)
    except OSError as error:
        raise PluginError(f"{error.filename} can not be written: {error.strerror}.") from error
    files.remove(theirs[0])
    files.append(File.generated(config, paths.THEME_STYLE, content=style))
    return {theirs[0].src_uri: paths.THEME_STYLE}
