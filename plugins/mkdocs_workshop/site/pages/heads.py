"""What themes print of a page without escaping it: its title, its description, the names in navigation and in contents."""

import re
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from typing import Any, Protocol
from urllib.parse import quote

from markupsafe import Markup

from ...ground.sanitise import no_tags
from ..english import without_signs

ESCAPED = ("title", "description")
"""Keys in the head of a page."""


class Titled(Protocol):
    """Something in the navigation."""

    title: str | None


class Heading(Protocol):
    """A line of a table of contents, with what stands below it."""

    id: str
    title: str

    @property
    def children(self) -> "Sequence[Heading]":
        """The lines below it."""


def safe(words: str) -> Markup:
    """Words that a template may print as they are, also between quotes; escaping them once more changes nothing.

    `He said "stop"` gives `He said &quot;stop&quot;`.
    """
    return Markup(no_tags(words))  # noqa: S704  escaped by what is called


def safe_head(meta: MutableMapping[str, Any], title: str | None) -> None:
    """Escapes the head of a page, and gives a title to one that has none of its own there."""
    for key in ESCAPED:
        words = meta.get(key, title if key == "title" else None)
        if isinstance(words, str) and not isinstance(words, Markup):
            meta[key] = safe(words)


def every_item(items: Iterable[Any]) -> Iterator[Any]:
    """Everything in a navigation: sections, what is in them, pages and links."""
    for item in items:
        yield item
        yield from every_item(item.children or ())


def safe_titles(items: Iterable[Titled]) -> None:
    """Escapes the names in the navigation that are known already; pages get theirs from their heads."""
    for item in items:
        if item.title:
            item.title = safe(item.title)


def safe_contents(headings: Iterable[Heading]) -> None:
    """Takes tags from the lines of a table of contents, and quotes from their addresses."""
    for heading in headings:
        heading.title = safe(without_signs(re.sub(r"<[^<>]*>", "", heading.title)))
        # Letters of any alphabet stay: the address must be the id of the heading.
        heading.id = re.sub(r"[\"'<>`\s]", lambda match: quote(match[0]), heading.id)
        safe_contents(heading.children)
