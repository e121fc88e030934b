"""The languages of one site: the first at its root, each other one below its code, and the same page at the same path."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..language.tables import locale_of


class Way(NamedTuple):
    """The same page in a language."""

    code: str
    name: str
    """The language in its own words: `Русский`."""
    link: str
    """From the page to it, relative."""
    address: str
    """With the address of the site; empty where that is not known."""
    is_this: bool

    @property
    def short(self) -> str:
        """What stands in the header: `РУС`, `ҚАЗ`, `ENG`."""
        return self.name[:3].upper()


@dataclass(frozen=True)
class Languages:
    """The languages of a site, seen from one of them."""

    language: str
    published: tuple[str, ...] = ()
    """All of them, that of the root first; none where this one is alone."""
    root: str = ""
    """The address of the site, with a slash at its end; empty where it is not known."""

    @property
    def folder(self) -> str:
        """Where this language stands below the root: `ru/`, or nothing."""
        return folder_of(self.language, self.published)

    @property
    def site_url(self) -> str:
        """The address of this language."""
        return self.root + self.folder if self.root else ""

    def ways(self, url: str) -> list[Way]:
        """The same page in every language. `url` is its address below that of its language: `handouts/card/`."""
        # "./" is the first page.
        page = "" if url == "./" else url
        up = "../" * (page.count("/") + self.folder.count("/"))
        return [
            Way(
                code,
                name_of(code),
                up + folder_of(code, self.published) + page or "./",
                self.root + folder_of(code, self.published) + page if self.root else "",
                code == self.language,
            )
            for code in self.published
        ]

    def homes(self) -> list[tuple[str, str, str]]:
        """Code, name and way from the home page of this language for each one."""
        return [(way.code, way.name, way.link) for way in self.ways("")]


def folder_of(code: str, published: Sequence[str]) -> str:
    """The folder of a language below the root of the site: `ru/`; nothing for the first one."""
    return "" if not published or code == published[0] else f"{code}/"


def name_of(code: str) -> str:
    """A language in its own words, as a list shows it: `Қазақ тілі`. Its code where nobody knows a name."""
    name = locale_of(code).get_display_name(code) if locale_of(code).language == code else None
    return name[:1].upper() + name[1:] if name else code
