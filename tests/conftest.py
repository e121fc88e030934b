"""What tests share: a small curriculum to start from, and stories that are files."""

import contextlib
import datetime as dt
import gc
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser

from mkdocs_workshop.commands.new import start
from mkdocs_workshop.compile import Checked, check
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.problems import one_line
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.publishing.marker import read_marker
from mkdocs_workshop.publishing.options import Option, with_options
from mkdocs_workshop.reading.curriculum import Curriculum, load
from mkdocs_workshop.reading.gate import released
from tests.browser import chromium, served
from tests.warm import ran, started

TODAY = dt.date(2026, 11, 22)
ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "tests" / "examples" / "manual"
"""A small manual with one thing of each kind. What the software does is tested on it, so that a better sentence of the shipped
manual breaks no test; what only the shipped one can show is in `test_shipped.py`."""

CONFIG = """\
site_name: Small
strict: true
theme: {name: material, font: false, features: [navigation.prune]}
plugins: [search, workshop]
markdown_extensions: [abbr, admonition, attr_list, md_in_html, tables, pymdownx.tasklist]
validation:
  nav: {omitted_files: warn, not_found: warn, absolute_links: warn}
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""
"""The `mkdocs.yml` of a small project, as strict as MkDocs can be."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --update` writes what the stories give today into them; look at the difference before you commit."""
    parser.addoption("--update", action="store_true", help="rewrite the expectations of the stories")


def pytest_configure() -> None:
    """Makes the folder of fonts before any test: several tests link to it, and in a fresh clone it is not there yet.

    Garbage is looked for less often than usual: tests are short, and to look takes one second in twenty.
    """
    gc.set_threshold(20_000, 20, 20)
    (ROOT / ".cache" / "workshop" / "fonts").mkdir(parents=True, exist_ok=True)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Thousands of tests stay until the end: to look again and again whether one of them is garbage takes seconds."""
    gc.disable()
    collected = yield
    gc.freeze()
    gc.enable()
    return collected


@pytest.fixture(scope="session")
def small_source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The curriculum that `workshop new curriculum` starts, untouched."""
    folder = tmp_path_factory.mktemp("small") / "curriculum"
    start(folder, "curriculum", "", today=TODAY)
    return folder


@pytest.fixture
def small(small_source: Path, tmp_path: Path) -> Path:
    """A copy of the small curriculum that a test may change."""
    folder = tmp_path / "curriculum"
    shutil.copytree(small_source, folder)
    return folder


@pytest.fixture
def checked(small: Path) -> Callable[[], Checked]:
    """Checks the small curriculum as it stands when called."""
    return lambda: check(small, small.parent, TODAY)


@pytest.fixture
def problems(checked: Callable[[], Checked]) -> Callable[[], list[str]]:
    """The problems of the small curriculum, one line each."""
    return lambda: [one_line(problem) for problem in checked().problems]


@pytest.fixture
def edit(small: Path) -> Callable[[str, str, str], None]:
    """Replaces words in a file of the small curriculum; the words must be there."""

    def replace(path: str, old: str, new: str) -> None:
        file = small / path
        text = file.read_text("utf-8")
        assert old in text, f"{old!r} is not in {path}"
        file.write_text(text.replace(old, new, 1), "utf-8")

    return replace


@pytest.fixture
def no_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs as on an author's machine."""
    monkeypatch.delenv("CI", raising=False)


QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "NO_COLOR": "1"}
"""The two banners of other projects are off."""
BUILD_ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    **QUIET,
}
"""Fixed, so that no variable of the machine changes what is built."""
BUILD = ("mkdocs", "build", "--strict", "--clean")


def build_site(
    project: Path, runner: str = "mkdocs", options: Mapping[str, Option] | None = None, *, bare: bool = False
) -> subprocess.CompletedProcess[str]:
    """Builds a project as its user would, under strict; `options` of the plugin come before those of `mkdocs.yml`.

    `bare` starts an interpreter for it, as a terminal does; without, it is as `tests.warm` says.
    """
    command = [runner, *BUILD[1:]]
    environment = with_options(BUILD_ENVIRONMENT, options or {})
    # ProperDocs takes the place of MkDocs before anything is imported.
    run = started if bare or runner != "mkdocs" else ran
    return run(command, project, environment)


def workshop(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What the command did in a project: `workshop(project, "build", "--offline").returncode`."""
    return ran(["mkdocs_workshop", *arguments], project, BUILD_ENVIRONMENT)


def edition_of(whole: Curriculum) -> Edition:
    """An edition in the language of a curriculum, for pages: they keep nothing, so no folder of its name is ever made."""
    return Edition(whole, catalogue(whole.language), ROOT / ".cache" / "pages")


def with_forms(folder: Path) -> Path:
    """The example in English alone, with forms whose answers are known to the tests of reports."""
    shutil.copytree(EXAMPLE / "curriculum", folder, ignore=shutil.ignore_patterns("locales"))
    manual = folder / "curriculum.yml"
    text, languages = re.subn(r"^languages: .*\n", "", manual.read_text("utf-8"), flags=re.MULTILINE)
    assert languages == 1
    manual.write_text(text, "utf-8")
    shutil.copytree(ROOT / "tests" / "examples" / "instruments", folder / "instruments", dirs_exist_ok=True)
    return folder


def _edition(root: Path) -> Edition:
    whole, problems, complete = load(root / "curriculum", root)
    assert complete, problems
    assert whole is not None
    return Edition(whole, catalogue(whole.manual.language), ROOT / ".cache" / "workshop")


@pytest.fixture(scope="session")
def example() -> Edition:
    """The example in its own language."""
    return _edition(EXAMPLE)


@pytest.fixture(scope="session")
def given_out(example: Edition) -> Edition:
    """The same without what waits for a release, as papers and pages are made of it.

    Nothing is checked: to check three languages takes as long as to make them. `test_example.py` does it.
    """
    return replace(example, curriculum=released(example.curriculum))


@pytest.fixture(scope="session")
def shipped() -> Edition:
    """The shipped curriculum in its own language, for what only its texts can show."""
    return _edition(ROOT)


CONTENT = ("bundles", "documents", "fonts", "packages", "thumbs", "typst")
"""Folders of the cache in which the name of a file says what it was made of, so that any manual may use them."""


def store(name: str) -> Path:
    """A cache for manuals of one kind: `store("small")`; to be linked as `.cache` of a project.

    What is kept of a page or a module bears its name. Two manuals that shared it would take each other's away, and make all of it
    anew in each build.
    """
    root = ROOT / ".cache" / "tests" / name
    (root / "workshop").mkdir(parents=True, exist_ok=True)
    for folder in CONTENT:
        (ROOT / ".cache" / "workshop" / folder).mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            (root / "workshop" / folder).symlink_to(ROOT / ".cache" / "workshop" / folder)
    return root


def once(factory: pytest.TempPathFactory, worker_id: str, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that is made once for all workers, by whoever asks first: `make` gets its path and makes it."""
    base = factory.getbasetemp()
    root = (base if worker_id == "master" else base.parent) / name
    good = root.with_suffix(".good")
    with FileLock(root.with_suffix(".lock")):
        if not good.exists():
            shutil.rmtree(root, ignore_errors=True)
            make(root)
            good.touch()
    return root


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The example, built under strict from a copy, so that nothing in the tree is touched."""
    return once(tmp_path_factory, worker_id, "example", lambda root: build_copy(EXAMPLE, root)) / "site"


@pytest.fixture(scope="session")
def shipped_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The shipped manual, as the first command of the README builds it: in its place, for the variables that are set here.

    Where that command has run, the site is left as it is, which takes two seconds. That is no weaker than to build it: it is left only
    where each input and each byte is as it was when nothing was warned of (`publishing/inputs.py`, `test_publishing.py`), and the same
    inputs give the same bytes (`test_site.py`). Nobody may write into it.
    A site of several languages or for participants is left alone, and the manual is built elsewhere.
    """
    return once(tmp_path_factory, worker_id, "manual", _manual) / "site"


def _manual(root: Path) -> None:
    site = ROOT / "site"
    mark = read_marker(site)
    if site.exists() and (mark is None or mark.role != "facilitator" or len(mark.languages) > 1):
        # Somebody has another site there, and wants to keep it.
        build_copy(ROOT, root)
        return
    _warns_of_nothing(started(BUILD, ROOT, {**os.environ, **QUIET}))
    root.symlink_to(ROOT)


def copy_project(project: Path, root: Path, kept: str = "example") -> None:
    """Copies the sources of a manual to a new folder, with what is kept of it in this checkout beside them.

    `kept` names the store of an example that is built with other settings.
    """
    root.mkdir()
    for name in ("curriculum", "docs"):
        shutil.copytree(project / name, root / name)
    shutil.copy(project / "mkdocs.yml", root / "mkdocs.yml")
    (root / ".cache").symlink_to(ROOT / ".cache" if project == ROOT else store(kept))


def build_copy(project: Path, root: Path) -> None:
    """Builds a copy of a manual in `root`; nothing may be warned of."""
    copy_project(project, root)
    _warns_of_nothing(build_site(root, bare=True))


def _warns_of_nothing(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The example, served on this machine."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def shipped_address(shipped_site: Path) -> Iterator[str]:
    """The shipped manual, likewise."""
    with served(shipped_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium as Debian ships it, one for all tests."""
    with chromium() as browser:
        yield browser


@pytest.fixture
def project(small: Path) -> Path:
    """A project with the small curriculum, one hand-written page and a warm cache of fonts."""
    root = small.parent
    (root / "docs").mkdir()
    (root / "docs" / "about.md").write_text("# About us\n\nWritten by hand.\n")
    (root / "mkdocs.yml").write_text(CONFIG + "nav: [{About: about.md}]\n")
    (root / ".cache").symlink_to(store("small"))
    return root
