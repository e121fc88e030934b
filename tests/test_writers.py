"""Who writes HTML, OOXML and typst: the emitters, and a few modules with a reason of their own."""

import ast
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_workshop.ground.sanitise import PAGE_TAGS, TEXT_TAGS
from tests.conftest import ROOT

PACKAGE = ROOT / "plugins" / "mkdocs_workshop"
EMITTERS = "documents/emit/"

EXCEPTIONS = {
    "commands/reference.py": "says where an id stands in the name of a file: `modules/<id>/module.yml`",
    "figures/svg.py": "the elements of drawings, which are SVG",
    "packages/scorm.py": "the manifest of a package, which is XML and has a `title`",
    "review/word_rows.py": "reads a Word file that came back",
    "review/word_text.py": "reads the texts in it",
    "site/accessible.py": "puts labels and frames around what MkDocs made of a page",
    "site/pages/academy.py": "a script that webmasters copy",
    "site/preview.py": "the mistakes that `mkdocs serve` shows to an author",
}
"""No author's text becomes markup in any of them."""
TEMPLATES = {"packages/templates", "forms", "site/pages/templates", "site/theme"}
"""What stands around the texts of a page. Where it is HTML, Jinja escapes whatever is put into it."""

_TAGS = TEXT_TAGS | PAGE_TAGS | {"body", "head", "html", "iframe", "link", "meta", "script", "style", "title"}
_HTML = re.compile(rf"</?(?:{'|'.join(sorted(_TAGS, key=len, reverse=True))})(?![\w:-])")
_OOXML = re.compile(r"(?<![\w-])w(?:14)?:[a-z]|</?[ap]:[a-z]")
_TYPST = re.compile(r"#(?:(?:let|set|show|import) |[a-z][a-z-]*[(\[])")
_BUILDERS = {"Element", "SubElement", "OxmlElement", "parse_xml"}


def _patterns(tree: ast.AST) -> set[int]:
    """What stands in a regular expression: it looks for markup and writes none."""
    return {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        for argument in node.args[:1]
        for inner in ast.walk(argument)
    }


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def markup_in(source: str) -> Iterator[str]:
    """What looks like markup in the strings of a module, but for its docstrings and the patterns that it looks for."""
    tree = ast.parse(source)
    passed = _patterns(tree) | {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            yield from (found[0] for kind in (_HTML, _OOXML, _TYPST) for found in kind.finditer(node.value))
        elif isinstance(node, ast.JoinedStr):
            yield from _named_later(node)
        elif isinstance(node, ast.Call) and _name(node) in _BUILDERS:
            names = [one.value for one in node.args[:2] if isinstance(one, ast.Constant)]
            yield from (f"{_name(node)}({name})" for name in names if name in _TAGS)


def _named_later(text: ast.JoinedStr) -> Iterator[str]:
    """The beginning of a tag whose name is filled in: `<{name}>`."""
    for before, after in itertools.pairwise(text.values):
        if isinstance(before, ast.Constant) and isinstance(after, ast.FormattedValue):
            found = re.search("</?$", str(before.value))
            if found:
                yield found[0]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('shown = f"<p>{text}</p>"', ["<p", "</p"]),
        ('shown = "".join("<li>" + line for line in lines)', ["<li"]),
        ('shown = f"<{name}>{text}</{name}>"', ["<", "</"]),
        ('shown = text.replace("<", "")', []),
        ('shown = f"""<h2 class="a">{text}"""', ["<h2"]),
        ('paragraph = element("w:p")', ["w:p"]),
        ('parse_xml(f"<w:tbl {space}>")', ["w:t"]),
        ('label = SubElement(row, "label")', ["SubElement(label)"]),
        ('body = f"#text(size: {size})[{words}]"', ["#text("]),
        ('body = "#set page(flipped: true)"', ["#set "]),
        ('"""`<p>Read this</p>` becomes..."""', []),
        ('_P = re.compile("<p>(.*?)</p>")', []),
        ('link = f"[{title}](#{anchor})"', []),
        ('line = f"{low} < {high}: <id> overflow:auto #figure-{name}"', []),
        ('drawing = f"<svg {box}><rect/></svg>"', []),
    ],
)
def test_markup_is_seen(source: str, found: list[str]) -> None:
    assert list(markup_in(source)) == found


def _modules() -> dict[str, Path]:
    return {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}


def test_nobody_else_writes_markup() -> None:
    """A text is composed as a tree; `documents/emit` makes HTML, OOXML or typst of it."""
    writers = {
        name: found
        for name, path in _modules().items()
        if not name.startswith(EMITTERS) and (found := sorted(set(markup_in(path.read_text("utf-8")))))
    }
    assert {name: found for name, found in writers.items() if name not in EXCEPTIONS} == {}
    assert sorted(writers) == sorted(EXCEPTIONS), "an exception that nobody needs any more"


def test_templates_stand_in_their_places() -> None:
    found = {path.relative_to(PACKAGE).parent.as_posix() for kind in ("*.j2", "*.html") for path in PACKAGE.rglob(kind)}
    assert {name for name in found if not any(f"{name}/".startswith(f"{place}/") for place in TEMPLATES)} == set()


def test_templates_take_from_emitters_alone_what_is_html_already() -> None:
    """Everything else is escaped. `data`, `style` and `script` are ours; JSON in `data` can not end its element."""
    taken = {
        value.strip()
        for path in PACKAGE.rglob("*.*")
        if path.suffix in {".j2", ".html"}
        for value in re.findall(r"\{\{([^|}]+)\|[^}]*\bsafe\b", path.read_text("utf-8"))
    }
    written = {"purpose", "outcome", "lead", "section.html", "lesson.check.html", "check.html"}
    assert taken == written | {"data", "style", "script"}


def _imported(path: Path) -> set[str]:
    return {
        name.split(".")[0]
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom) and not node.level
            else [one.name for one in node.names]
            if isinstance(node, ast.Import)
            else []
        )
    }


def test_libraries_that_write_papers_belong_to_the_emitters() -> None:
    """`review` opens with Word's library what came back; it writes nothing with it."""
    wanted = {"docx", "pptx", "typst"}
    users = {name for name, path in _modules().items() if wanted & _imported(path)}
    assert {name for name in users if not name.startswith(EMITTERS)} == {"review/word_rows.py", "review/word_text.py"}


def test_only_mkdocs_makes_html_of_markdown() -> None:
    """Pages are Markdown for MkDocs, and `site` adds extensions to it; `documents/markdown.py` makes a tree of a text."""
    users = {
        library: {name for name, path in _modules().items() if library in _imported(path)}
        for library in ("markdown", "markdown_it")
    }
    assert users == {
        "markdown": {"site/accessible.py", "site/literal.py", "site/searchable.py"},
        "markdown_it": {"documents/markdown.py"},
    }
