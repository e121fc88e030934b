"""Hand-written pages in several languages: `about.ru.md` takes the place of `about.md` in the Russian site."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..reading.translation.pages import OF_A_LANGUAGE


@dataclass(frozen=True)
class Written:
    """What a site takes of the hand-written pages, by their paths below the documentation folder."""

    translated: Mapping[str, str]
    """The page, and the file that holds it in this language: `about.md`, `about.ru.md`."""
    left_out: frozenset[str]
    """Files that are a translation of another one: they are no pages of their own."""
    foreign: frozenset[str]
    """Pages that stand in the language of the master, since nobody has translated them."""
    alone: frozenset[str]
    """Translations of pages that are not there."""
    behind: frozenset[str] = frozenset()
    """Pages whose words in the language of the master have changed since they were translated."""

    def state_of(self, page: str) -> tuple[bool, bool]:
        """Whether a page stands in the language of the master, and whether it is older than that."""
        return page in self.foreign, page in self.behind


def written_in(paths: Iterable[str], language: str, master: str, codes: Iterable[str]) -> Written:
    """Sorts the pages for a site in `language`. `codes` are the languages for which a file may be a translation."""
    pages = {path for path in paths if path.endswith(".md")}
    known = set(codes) | {language, master}
    of_language = {path: match for path in pages if (match := OF_A_LANGUAGE.fullmatch(path)) and match[2] in known}
    bases = {path: f"{match[1]}.md" for path, match in of_language.items()}
    translated = {base: path for path, base in bases.items() if of_language[path][2] == language and base in pages}
    own = pages - set(of_language)
    return Written(
        translated,
        frozenset(of_language),
        frozenset() if language == master else frozenset(own - set(translated)),
        frozenset(path for path, base in bases.items() if base not in pages),
    )


def with_words(value: Any, words: Mapping[str, str], *, values: bool = False) -> Any:
    """Navigation, lists and texts of `mkdocs.yml` with the words of another language.

    In a navigation the names change and the paths stay; with `values`, what stands behind the keys changes.
    """
    if isinstance(value, list):
        return [one if isinstance(one, str) else with_words(one, words, values=values) for one in value]
    if isinstance(value, dict):
        return {
            key if values else words.get(key, key): one
            if isinstance(one, str) and not values
            else with_words(one, words, values=values)
            for key, one in value.items()
        }
    return words.get(value, value) if isinstance(value, str) else value
