"""Trees are values: nobody changes a block that somebody else holds."""

from dataclasses import is_dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest

from mkdocs_workshop import documents
from mkdocs_workshop.documents import tree
from mkdocs_workshop.documents.tree.blocks import Mark, Text
from mkdocs_workshop.documents.tree.proof import inline_words
from mkdocs_workshop.reading.marks import PageBreak

MODULES = [
    f"{room.__name__}.{one.name}" for room in (tree, documents) for one in iter_modules(room.__path__) if not one.ispkg
]


@pytest.mark.parametrize("name", MODULES)
def test_what_a_module_of_documents_defines_is_frozen(name: str) -> None:
    here: list[Any] = [
        kind for kind in vars(import_module(name)).values() if isinstance(kind, type) and kind.__module__ == name
    ]
    assert all(
        kind.__dataclass_params__.frozen for kind in here if is_dataclass(kind) and not kind.__name__.startswith("_")
    )


def test_a_mark_that_was_not_put_in_words_is_seen() -> None:
    assert inline_words((Text("See "), Mark(PageBreak()))) == "See ¤"
