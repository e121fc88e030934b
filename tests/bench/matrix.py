"""Many editions at once: language × country × role, each a process of its own, with one store for all of them.

`python -m tests.bench --matrix` makes six editions of a new curriculum, with documents; `--manual` takes the shipped one.
"""

import hashlib
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from mkdocs_workshop.commands.new import start
from mkdocs_workshop.commands.wishes import Wishes
from tests.conftest import ROOT
from tests.several import project

Run = Callable[[list[str], Path], float]
"""Runs a command in a folder and says how many processor seconds it took."""


class Edition(NamedTuple):
    """What a job of the matrix makes."""

    language: str
    country: str
    role: str

    @property
    def name(self) -> str:
        """`ru-kg-participant`, the folder of its site."""
        return "-".join(self)

    @property
    def command(self) -> list[str]:
        """The job, to be run in the folder of the project."""
        chosen = ("--language", self.language, "--country", self.country, "--role", self.role)
        return [sys.executable, "-m", "mkdocs_workshop", "build", *chosen, "--site", f"out/{self.name}"]


EDITIONS = tuple(
    Edition(language, country, role)
    for language in ("en", "ru", "kk")
    for country, role in (("kz", "facilitator"), ("kg", "participant"))
)


class Measured(NamedTuple):
    """What a way to make all editions took, in seconds."""

    way: str
    wall: float
    cpu: float
    same: bool
    """Whether every byte is that of the first way."""


def small_project(root: Path) -> Path:
    """A new curriculum in three languages with two country sheets and all documents, with an empty store."""
    source = root / "source"
    start(source, "curriculum", "", wishes=Wishes(country="kz"))
    sheet = (source / "countries" / "kz.yml").read_text("utf-8")
    (source / "countries" / "kg.yml").write_text(sheet.replace("Kazakhstan", "Kyrgyzstan"), "utf-8")
    folder = project(root / "manual", source)
    settings = folder / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("documents: false", "documents: true"), "utf-8")
    (folder / ".cache").unlink()
    return folder


def shipped_project(root: Path) -> Path:
    """The shipped manual without documents, with an empty store."""
    root.mkdir()
    for name in ("curriculum", "docs"):
        shutil.copytree(ROOT / name, root / name)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    few = "curriculum: curriculum\n      documents: false\n"
    (root / "mkdocs.yml").write_text(settings.replace("curriculum: curriculum\n", few), "utf-8")
    return root


def sums(folder: Path) -> Mapping[str, str]:
    """The digest of every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def measured(root: Path, run: Run, editions: Sequence[Edition] = EDITIONS) -> Iterator[Measured]:
    """All editions one after the other as on one machine, then all at once with a cold store, then with a warm one.

    `run` sets SOURCE_DATE_EPOCH, so that no byte depends on the hour.
    """
    out, store = root / "out", root / ".cache"
    first: Mapping[str, str] = {}
    for way, at_once, cold in (
        ("one after the other, cold store", 1, True),
        ("one after the other, warm store", 1, False),
        ("all at once, cold store", len(editions), True),
        ("all at once, warm store", len(editions), False),
    ):
        shutil.rmtree(out, ignore_errors=True)
        if cold:
            shutil.rmtree(store, ignore_errors=True)
        began = time.monotonic()
        with ThreadPoolExecutor(at_once) as pool:
            cpu = sum(pool.map(lambda edition: run(edition.command, root), editions))
        wall = time.monotonic() - began
        made = sums(out)
        first = first or made
        yield Measured(way, wall, cpu, made == first)


def editions_at_once(folder: Path, run: Run, *, manual: bool) -> None:
    """Prints what each way took."""
    root = shipped_project(folder / "manual") if manual else small_project(folder)
    # One moment for all of them, as each job takes that of its commit.
    fixed = ["env", f"SOURCE_DATE_EPOCH={int(time.time())}"]
    for one in measured(root, lambda command, at: run([*fixed, *command], at)):
        same = "the same bytes" if one.same else "OTHER BYTES"
        print(f"six editions, {one.way:<34} {one.wall:7.1f} s, {one.cpu:7.1f} s CPU; {same}", flush=True)
