"""A Markdown extension: check lists that one can tick, tables that a keyboard can reach, no empty heads of columns."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_BOX = re.compile(r"\s*\[([ xX])\]\s+")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Accessible(Extension):
    """Give it to `markdown_extensions` as an instance. It needs no settings."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  Markdown's own name
        """Registers both steps."""
        # Before the words in a line are read, so that the words after the box become part of its label; and before other
        # extensions for task lists, which would leave the box without one.
        md.treeprocessors.register(_CheckLists(md), "workshop-check-lists", 30)
        md.treeprocessors.register(_Tables(md), "workshop-tables", 5)


class _CheckLists(Treeprocessor):
    """`- [ ] words` becomes a check box with its words as label. A box that is ticked already can not be changed."""

    def run(self, root: Element) -> None:
        for item in root.iter("li"):
            holder = next(iter(item), item) if not (item.text or "").strip() else item
            found = _BOX.match(holder.text or "")
            if found and holder.tag in {"li", "p"}:
                _tick(item, holder, (holder.text or "")[found.end() :], found[1] != " ")


def _tick(item: Element, holder: Element, words: str, ticked: bool) -> None:
    item.set("class", "ws-check")
    label = Element("label")
    box = SubElement(label, "input", {"type": "checkbox"} | ({"checked": "", "disabled": ""} if ticked else {}))
    box.tail = words
    holder.text = ""
    holder.insert(0, label)


class _Tables(Treeprocessor):
    """A wide table scrolls by itself; whoever has no mouse must reach it, and hear what it is."""

    def run(self, root: Element) -> None:
        self._walk(root, "")

    def _walk(self, parent: Element, heading: str) -> str:
        for index, child in enumerate(list(parent)):
            if child.tag in _HEADINGS:
                heading = "".join(child.itertext()).strip()
            elif child.tag == "table" and not child.get("class"):  # one with a class knows its own place
                _name_heads(child)
                parent[index] = _scrolling(child, heading)
            else:
                heading = self._walk(child, heading)
        return heading


def _name_heads(table: Element) -> None:
    for cell in table.iter("th"):
        if not len(cell) and not (cell.text or "").strip():
            cell.tag = "td"


def _scrolling(table: Element, heading: str) -> Element:
    frame = Element("div", {"class": "ws-table", "role": "group", "tabindex": "0"})
    if heading:
        frame.set("aria-label", heading)
    # A table with a class is left alone by the theme, which would put another frame around it.
    table.set("class", "ws-plain-table")
    frame.tail, table.tail = table.tail, None
    frame.append(table)
    return frame
