"""Trees are values: nobody changes a block that somebody else holds."""

from dataclasses import is_dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest

from mkdocs_workshop import documents
from mkdocs_workshop.documents import tree

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
