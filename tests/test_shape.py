"""The architecture: data flows one way, and the core knows nothing of MkDocs."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.kinds import FILE_KINDS
from mkdocs_workshop.reading.known import known_ids
from mkdocs_workshop.reading.schema import FOLDER, schemas
from tests.conftest import ROOT

PACKAGE = ROOT / "plugins" / "mkdocs_workshop"

LAYERS = (
    ("ground",),
    ("model",),
    ("clock",),
    ("reading",),
    ("teaching",),
    ("language",),
    ("figures",),
    ("checks",),
    ("checking",),
    ("edition",),
    ("documents",),
    ("reports",),
    ("forms", "people", "review"),
    ("packages",),
    ("deliver",),
    ("plugin_settings",),
    ("publishing",),
    ("site",),
    ("compile",),
    ("api",),
    ("commands",),
    ("plugin_options",),
    ("plugin_files", "plugin_pages", "plugin_place", "plugin_search"),
    ("plugin_finished", "plugin_unchanged"),
    ("plugin_left", "plugin_theme"),
    ("plugin", "runner", "__main__"),
)
"""From the source to the doors. A module imports only from layers above its own, or from its own package."""

ORDER = {name: index for index, layer in enumerate(LAYERS) for name in layer}


def _modules() -> Iterator[tuple[Path, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path, path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[str]:
    """Names below the package that a file imports."""
    here = ("mkdocs_workshop", *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            base = here[: len(here) - node.level + 1] if node.level else ()
            module = (*base, *(node.module.split(".") if node.module else ()))
            for alias in node.names:
                yield ".".join((*module, alias.name))
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name


def test_imports_go_one_way() -> None:
    wrong = [
        f"{path} imports {name}"
        for path, room in _modules()
        if room != "__init__"
        for name in _imports(path)
        for package, _, below in [name.partition(".")]
        if package == "mkdocs_workshop" and (named := below.partition(".")[0]) in ORDER and named != room
        if ORDER[named] >= ORDER[room]
    ]
    assert wrong == []


def test_core_runs_without_mkdocs() -> None:
    """Each room is loaded, one after the other; the first that brings MkDocs in is named."""
    rooms = [room for room in ORDER if room == "plugin_settings" or not room.startswith("plugin")]
    code = (
        "import sys\nfrom importlib import import_module\n"
        "for room in sys.argv[1:]:\n"
        "    import_module(f'mkdocs_workshop.{room}')\n"
        "    if 'mkdocs' in sys.modules: sys.exit(room)"
    )
    done = subprocess.run([sys.executable, "-c", code, *rooms], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_only_the_doors_name_mkdocs() -> None:
    guilty = {
        room for path, room in _modules() for name in _imports(path) if name.split(".")[0] in {"mkdocs", "material"}
    }
    assert guilty == {
        "plugin",
        "plugin_files",
        "plugin_finished",
        "plugin_left",
        "plugin_options",
        "plugin_pages",
        "plugin_place",
        "plugin_search",
        "plugin_settings",
        "plugin_theme",
        "plugin_unchanged",
        "runner",
    }


def test_the_list_for_contributors_is_this_one() -> None:
    """It names every room, from the source to the doors; rooms that do not know each other may stand in any order."""
    text = (
        (ROOT / "CONTRIBUTING.md")
        .read_text("utf-8")
        .partition("```text\nplugins/mkdocs_workshop/\n")[2]
        .partition("```")[0]
    )
    heads = re.findall(r"^  ((?:\w+(?:/|\.py)(?:, )?)+)", text, re.MULTILINE)
    named = [name for head in heads for name in re.findall(r"(\w+)(?:/|\.py)", head)]
    assert sorted(named) == sorted(ORDER)
    assert named == sorted(named, key=ORDER.__getitem__)


def test_import_of_the_package_is_light() -> None:
    code = "import sys; before = set(sys.modules); import mkdocs_workshop; print(len(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert int(done.stdout) <= 3


def test_pages_need_no_library_for_papers_and_slides() -> None:
    heavy = ("pptx", "docx", "typst", "lxml", "PIL", "fontTools", "pypdfium2", "uharfbuzz")
    code = f"import sys, mkdocs_workshop.plugin; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_files_have_one_subject() -> None:
    """A file past 300 lines has a second subject in it."""
    long = {str(path): len(path.read_text("utf-8").splitlines()) for path, _ in _modules()}
    assert {name: lines for name, lines in long.items() if lines > 300} == {}


def test_schemas_are_current(shipped: Edition) -> None:
    folder = ROOT / "curriculum" / FOLDER
    expected = schemas(known_ids(shipped.curriculum, ()))
    assert sorted(path.name for path in folder.iterdir()) == sorted(expected)
    old = [name for name, text in expected.items() if (folder / name).read_text("utf-8") != text]
    assert old == [], "run `workshop schema`"


def test_every_curriculum_file_names_its_schema() -> None:
    for path in sorted((ROOT / "curriculum").rglob("*.yml")):
        first = path.read_text("utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema="), path
        schema = (path.parent / first.partition("=")[2]).resolve()
        assert schema.is_file(), f"{path} names {schema}"
        json.loads(schema.read_text("utf-8"))


def test_no_interface_word_stands_in_a_template() -> None:
    """What is left of a template without its expressions and tags has no letters outside of markup."""
    import re

    for template in sorted(PACKAGE.rglob("*.j2")):
        text = template.read_text("utf-8")
        text = re.sub(r"\{[{%].*?[%}]\}", "", text, flags=re.DOTALL)
        text = re.sub(r"<[^>]*>|\{ ?[.#][^}]*\}", "", text)
        text = re.sub(r"\]\([^)]*\)", "", text)
        words = [
            word for word in re.findall(r"[A-Za-z]{2,}", text) if word not in {"RU", "KK", "doi", "min", "download"}
        ]
        assert words == [], template.name


def test_every_word_of_the_catalogue_is_used() -> None:
    """A word that nobody says is a word that translators translate for nothing.

    A key is said whole, or it is put together (`"method." + id`) and its rest stands somewhere as a value of its own.
    """
    values, beginnings = _written()
    words = {word for value in values for word in value.split()}
    # Numbers of steps; and letters that stand in the files of authors alone.
    words |= {*"12345", *"ABMSL"}
    said = {beginning for beginning in beginnings if beginning.endswith(".")}
    assert [
        key
        for key in catalogue("en").english
        if key not in values
        and not any(key[: dot.end()] in said and key[dot.end() :] in words for dot in re.finditer(r"\.", key))
    ] == []


def _written() -> tuple[set[str], set[str]]:
    """Every text in the code and in the templates that is no docstring, and every beginning of one that is put together."""
    values: set[str] = set()
    beginnings: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        passed = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr) and node.values:
                passed.add(id(node.values[0]))
                beginnings |= _texts(node.values[0])
            elif isinstance(node, ast.BinOp):
                beginnings |= _texts(node.left)
        values |= {text for node in ast.walk(tree) if id(node) not in passed for text in _texts(node)}
    for path in (*PACKAGE.rglob("*.j2"), *PACKAGE.rglob("*.html")):
        quoted = re.findall(r'"([A-Za-z0-9. -]+)"', path.read_text("utf-8"))
        values |= {word for word in quoted if not word.endswith(".")}
        beginnings |= {word for word in quoted if word.endswith(".")}
    return values, beginnings


def _texts(node: ast.AST) -> set[str]:
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


def test_file_kinds_have_distinct_names() -> None:
    names = [kind.name for kind in FILE_KINDS]
    assert len(names) == len(set(names))
