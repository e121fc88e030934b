"""The index of the theme's search reads each page again in each build; what it found in one that has not changed is kept."""

from collections.abc import Callable
from typing import Any

from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]  # the theme ships no types
from mkdocs.structure.pages import Page

Entries = list[dict[str, Any]]
Ask = Callable[[Page, Callable[[], Entries]], Entries]
"""Gives the entries of a page: those that were found before, or those that the second one finds."""


class _Remembering(SearchIndex):  # type: ignore[misc]  # the theme ships no types
    """An index that asks before it reads."""

    def __init__(self, ask: Ask, settings: dict[str, Any]) -> None:
        super().__init__(**settings)
        self._ask = ask

    def add_entry_from_context(self, page: Page) -> None:
        """Adds what is found in a page."""

        def find() -> Entries:
            own = SearchIndex(**self.config)
            own.add_entry_from_context(page)
            found: Entries = own.entries
            return found

        self.entries += self._ask(page, find)


def remembering(index: Any, ask: Ask) -> Any:
    """An empty index of the theme's as one that asks before it reads; any other as it is."""
    return _Remembering(ask, index.config) if type(index) is SearchIndex and not index.entries else index
