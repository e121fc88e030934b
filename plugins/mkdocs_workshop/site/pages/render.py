"""Jinja2 for page templates: strict about names, and no logic beyond lists and choices."""

import functools
from typing import Any

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined

from ..literal import literal


def _cell(text: str) -> str:
    """A text that stays in its cell of a Markdown table."""
    return " ".join(text.replace("|", "\\|").split())


def _one_paragraph(text: str) -> str:
    """A text that stays in its list item."""
    return " ".join(text.split())


@functools.cache
def environment() -> Environment:
    """The templates. They are compiled once a process.

    Nothing of them is kept on the disk: all 37 take 0.16 seconds, and compiled code in a folder that others may write to would
    be run without a question.
    """
    environment = Environment(
        loader=PackageLoader("mkdocs_workshop", "site/pages/templates"),
        undefined=StrictUndefined,
        # Markdown is no HTML: what stands in texts is escaped by the site's Markdown, and raw HTML in them is refused (W601).
        autoescape=False,  # noqa: S701
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"cell": _cell, "one": _one_paragraph, "literal": literal}
    return environment


def render(templates: Environment, template: str, front_matter: dict[str, Any], **values: Any) -> str:
    """A page: front matter, then the filled template. Raises jinja2.UndefinedError for a name that has no value."""
    head = yaml.dump(front_matter, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{head}---\n\n{templates.get_template(template).render(**values)}"
