"""A Markdown extension: search finds what a page says, not what stands beside it.

Links to neighbours, lists of sources and labels name many things that the page is not about. The search of Material leaves out
what carries `data-search-exclude`.
"""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

BESIDE = frozenset(
    {"ws-aside", "ws-crumbs", "ws-chips", "ws-references", "ws-in-hand", "ws-kit", "ws-rail", "ws-thumbs", "ws-after"}
)
"""Classes of what stands beside a text."""


class Searchable(Extension):
    """Give it to `markdown_extensions` as an instance. It needs no settings."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  Markdown's own name
        """Registers the step: last, when all classes are there."""
        md.treeprocessors.register(_Beside(md), "workshop-beside", 1)


class _Beside(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            if BESIDE.intersection(element.get("class", "").split()):
                element.set("data-search-exclude", "yes")
