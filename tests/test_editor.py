"""An author who types: the editor completes the ids of this very curriculum, and marks no file that is right."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_workshop.commands.new import start
from mkdocs_workshop.reading.schema import write_schemas
from tests.language_server import Editor


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    """The language server, started once."""
    with Editor() as editor:
        yield editor


@pytest.mark.parametrize(
    ("path", "before", "offered"),
    [
        ("modules/first-module/module.yml", "theme: ", "basics"),
        ("modules/first-module/module.yml", "    outcomes: [", "know-the-way"),
        ("programmes/one-day.yml", "id: first-module, module: ", "first-module"),
        ("facts.yml", "sources: [", "example-source"),
        ("modules/first-module/module.yml", "    cases: [", "first-module-story"),
    ],
)
def test_ids_of_the_curriculum_are_offered(editor: Editor, small: Path, path: str, before: str, offered: str) -> None:
    assert offered in editor.offers(small / path, before)


def test_no_file_of_a_new_curriculum_is_marked(editor: Editor, small: Path) -> None:
    files = [path for path in small.rglob("*.yml") if "locales" not in path.parts]
    assert {path.name: found for path in files if (found := editor.complaints(path))} == {}


def test_a_module_that_was_just_added_is_offered(editor: Editor, small: Path) -> None:
    start(small, "module", "second-module")
    programme = next(small.glob("programmes/*.yml"))
    assert "second-module" not in editor.offers(programme, "id: first-module, module: ")
    write_schemas(small)
    with Editor() as fresh:
        assert "second-module" in fresh.offers(programme, "id: first-module, module: ")
