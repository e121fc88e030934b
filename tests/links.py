"""The pages of a built site as trees: which ids each has, where their links lead, what their texts say.

lxml reads a page twenty times as fast as BeautifulSoup does, and a test that looks at every page of a site reads hundreds.
"""

import functools
from collections.abc import Iterator
from pathlib import Path

from lxml import html


@functools.cache
def tree(path: Path) -> html.HtmlElement:
    """A page; read once for all tests of a process, since several look at all pages of a site. Who changes a tree copies it first."""
    return html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()


def of_class(name: str) -> str:
    """The condition of XPath for elements of a class: `.//a[{of_class("ws-cite")}]`."""
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


class Whole:
    """The pages of a site."""

    def __init__(self, site: Path) -> None:
        self.site = site.resolve()
        self.trees = {path: tree(path) for path in sorted(self.site.rglob("*.html"))}
        self.ids = {path: [str(id_) for id_ in page.xpath("//@id")] for path, page in self.trees.items()}

    def name(self, path: Path) -> str:
        """Of a page: `modules/index.html`."""
        return path.relative_to(self.site).as_posix()

    def broken(self, path: Path) -> Iterator[str]:
        """Links and pictures that lead to no file or no anchor."""
        for target in self.trees[path].xpath("//a/@href | //img/@src | //link/@href | //script/@src"):
            way, _, anchor = str(target).partition("#")
            way = way.partition("?")[0]
            if str(target).startswith(("http", "mailto:", "data:")):
                continue
            file = (path.parent / way).resolve() if way else path
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file() or (anchor and file in self.ids and anchor not in self.ids[file]):
                yield f"{self.name(path)} -> {target}"

    def doubled(self) -> set[str]:
        """Pages on which an id stands twice."""
        return {self.name(path) for path, ids in self.ids.items() if len(ids) != len(set(ids))}

    def text(self, path: Path) -> str:
        """What the article says, without code."""
        return "".join(self.trees[path].xpath("//article//text()[not(ancestor::code)]"))
