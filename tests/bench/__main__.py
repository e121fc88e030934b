"""`python -m tests.bench [--runs N] [--whole | --matrix [--manual]]`: how much the compiler costs, as ratios of processor time.

Each figure is the median of several whole processes, measured by the operating system's own accounting; pairs run in turn.
"""

import argparse
import itertools
import resource
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from mkdocs_workshop.commands.new import start
from mkdocs_workshop.compile import check, make, today
from mkdocs_workshop.reading.schema import write_schemas
from mkdocs_workshop.site.markdown_export import write_markdown
from tests.bench.again import check_again, fonts_cold, pages_again, site_again
from tests.bench.cost import Cost, in_turn, run
from tests.bench.languages import three_against_one
from tests.bench.matrix import editions_at_once
from tests.bench.whole import whole_manual
from tests.conftest import CONFIG, ROOT
from tests.responses import EVENT, book, rows


def mkdocs(folder: Path) -> Callable[[], Cost]:
    """Builds the site in a folder."""
    return lambda: run([sys.executable, "-m", "mkdocs", "build", "--clean"], folder)


def copy_of_the_manual(folder: Path) -> Path:
    """The shipped manual, with a warm cache of fonts."""
    for name in ("curriculum", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    # Documents have a benchmark of their own; plain MkDocs makes none.
    (folder / "mkdocs.yml").write_text(config.replace("curriculum: curriculum", "documents: false"), "utf-8")
    _link_cache(folder)
    return folder


def generated(folder: Path, modules: int) -> Path:
    """A project of many small modules, in programmes of ten sessions each."""
    (folder / "docs").mkdir(parents=True)
    _link_cache(folder)
    (folder / "mkdocs.yml").write_text(CONFIG)
    curriculum = folder / "curriculum"
    start(curriculum, "curriculum", "")
    ids = [f"module-{number:04d}" for number in range(modules)]
    for id_ in ids:
        start(curriculum, "module", id_)
    for number in range(0, modules, 10):
        slots = "".join(
            f"      - {{kind: session, id: {id_}, module: {id_}, minutes: {55 + place}}}\n      - {{kind: break, minutes: 10}}\n"
            for place, id_ in enumerate(ids[number : number + 10])
        )
        text = f"title: Programme {number}\npurpose: P.\naudiences: [participants]\ndays:\n  - title: Day 1\n    start: '08:00'\n    slots:\n"
        (curriculum / "programmes" / f"programme-{number:04d}.yml").write_text(text + slots)
    write_schemas(curriculum)
    return folder


def _link_cache(folder: Path) -> None:
    cache = ROOT / ".cache"
    cache.mkdir(exist_ok=True)
    (folder / ".cache").symlink_to(cache)


def report(name: str, value: float, aim: float, unit: str, note: str = "") -> None:
    """One line of the report."""
    verdict = "within" if value <= aim else "ABOVE"
    print(f"{name:<58} {value:8.3f} {unit:<6} aim {aim:g}: {verdict}{'; ' + note if note else ''}", flush=True)


def plugin_against_plain(folder: Path, runs: int) -> None:
    """The plugin, and plain MkDocs on the very same pages written out as Markdown files."""
    project = copy_of_the_manual(folder / "manual")
    plain = folder / "manual" / "plain"
    checked = check(project / "curriculum", project, today())
    assert checked.curriculum is not None
    made = make(checked.curriculum, today(), project / ".cache" / "workshop", documents=False)
    write_markdown(made, project / "docs", plain, project / "mkdocs.yml")
    ours, theirs = in_turn(runs, mkdocs(project), mkdocs(plain))
    pages = sum(1 for _ in (plain / "docs").rglob("*.md"))
    report(
        "mkdocs build, plugin : plain, same pages",
        ours.cpu / theirs.cpu,
        1.05,
        "times",
        f"{pages} pages, {ours.cpu:.2f} s : {theirs.cpu:.2f} s, {ours.memory:.0f} : {theirs.memory:.0f} MiB",
    )


def ten_times_as_many(folder: Path, runs: int) -> None:
    """How the build grows with the curriculum."""
    few, many = generated(folder / "few", 10), generated(folder / "many", 100)
    small, large = in_turn(max(1, runs // 2), mkdocs(few), mkdocs(many))
    report(
        "mkdocs build, 100 modules : 10 modules",
        large.cpu / small.cpu,
        10.5,
        "times",
        f"{small.cpu:.2f} s, {small.memory:.0f} MiB : {large.cpu:.2f} s, {large.memory:.0f} MiB",
    )


def light_import(folder: Path, runs: int) -> None:
    """`import mkdocs_workshop`, the interpreter itself left out."""
    python = [sys.executable, "-X", "frozen_modules=on", "-c"]
    ours, bare = in_turn(
        runs * 3, lambda: run([*python, "import mkdocs_workshop"], folder), lambda: run([*python, "pass"], folder)
    )
    report("import mkdocs_workshop, without the interpreter", max(0.0, ours.cpu - bare.cpu), 0.1, "s CPU")


def check_of_100(folder: Path, runs: int) -> None:
    """`workshop check` on 100 modules."""
    project = generated(folder / "hundred", 100)
    (cost,) = in_turn(runs, lambda: run([sys.executable, "-m", "mkdocs_workshop", "check"], project))
    files = sum(1 for _ in (project / "curriculum").rglob("*.yml"))
    size = sum(path.stat().st_size for path in (project / "curriculum").rglob("*.yml"))
    report(
        "workshop check on 100 modules",
        cost.cpu,
        1.5,
        "s CPU",
        f"{files} files, {size / 1e6:.2f} MB, {cost.memory:.0f} MiB",
    )


def documents(folder: Path, runs: int) -> None:
    """Documents cold (with the fonts made already), again with nothing changed, again with one handout changed."""
    project = copy_of_the_manual(folder / "papers")
    cache = folder / "cache"
    (cache / "fonts").parent.mkdir()
    shutil.copytree(ROOT / ".cache" / "workshop" / "fonts", cache / "fonts")
    handout = project / "curriculum/modules/referral-schemes/handouts/referral-slip.yml"
    edits = itertools.count()

    def made(what: str) -> Cost:
        return run([sys.executable, "-m", "tests.bench.papers", what, str(cache)], project)

    def cold(what: str) -> Cost:
        for kept in ("documents", "packages", "bundles"):
            shutil.rmtree(cache / kept, ignore_errors=True)
        return made(what)

    def edited() -> Cost:
        text = handout.read_text("utf-8")
        handout.write_text(text.replace("use: ", f"use: Edition {next(edits)}. ", 1), "utf-8")
        return made("all")

    base, ours, theirs = in_turn(runs, lambda: made("load"), lambda: cold("papers"), lambda: made("weasyprint"))
    report(
        "handouts and cases : the same through WeasyPrint",
        (ours.cpu - base.cpu) / (theirs.cpu - base.cpu),
        0.25,
        "times",
        f"{ours.cpu - base.cpu:.2f} and {theirs.cpu - base.cpu:.2f} s, {ours.memory:.0f} and {theirs.memory:.0f} MiB",
    )
    first, second, third = in_turn(runs, lambda: cold("all"), lambda: made("all"), edited)
    report(
        "all downloads again : cold",
        (second.cpu - base.cpu) / (first.cpu - base.cpu),
        0.05,
        "times",
        f"{second.cpu - base.cpu:.2f} and {first.cpu - base.cpu:.2f} s, {first.memory:.0f} MiB",
    )
    report(
        "all downloads, one handout edited : cold",
        (third.cpu - base.cpu) / (first.cpu - base.cpu),
        0.10,
        "times",
        f"{third.cpu - base.cpu:.2f} s",
    )
    (packages,) = in_turn(runs, lambda: made("packages"))
    report("packages of all modules", packages.cpu - base.cpu, 10.0, "s CPU", f"{packages.memory:.0f} MiB")


def ten_thousand_responses(folder: Path, runs: int) -> None:
    """`workshop report` on 10,000 filled-in sheets, as a workbook: read, counted, and written as PDF, Word and CSV."""
    shutil.copytree(ROOT / "curriculum", folder / "curriculum")
    event = folder / "curriculum" / "events" / "tested" / "event.yml"
    event.parent.mkdir()
    event.write_text(EVENT, "utf-8")
    _link_cache(folder)
    book(folder / "responses" / "tested" / "all.xlsx", before=rows(5000, "before"), after=rows(5000, "after"))
    command = [sys.executable, "-m", "mkdocs_workshop", "report", "tested"]

    def cold() -> Cost:
        # What was drawn the last time must be drawn again.
        for path in (ROOT / ".cache" / "workshop" / "documents").glob("report-tested-*"):
            path.unlink()
        return run(command, folder)

    (cost,) = in_turn(runs, cold)
    report("workshop report on 10,000 responses", cost.cpu, 3.0, "s CPU", f"{cost.memory:.0f} MiB")


def three_languages(folder: Path, runs: int) -> None:
    """`workshop build` for three languages and for one, with nothing kept from before."""
    three, one = three_against_one(folder, lambda command, root: run(command, root).cpu, max(1, runs // 2))
    report("workshop build, three languages : one, cold", three / one, 2.2, "times", f"{three:.2f} s : {one:.2f} s")


def again(folder: Path, runs: int) -> None:
    """What a second time costs, with a cache of its own."""
    project = copy_of_the_manual(folder / "again")
    (project / ".cache").unlink()

    def cpu(command: list[str], at: Path) -> float:
        return run(command, at).cpu

    cold, edited, same = (min(column) for column in zip(*(check_again(project, cpu) for _ in range(runs)), strict=True))
    report("workshop check, nothing changed", same, 1.2, "s CPU", f"cold {cold:.2f} s")
    report("workshop check, one handout edited", edited, 1.2, "s CPU", f"cold {cold:.2f} s")
    first, second = (min(column) for column in zip(*(pages_again(project, cpu) for _ in range(runs)), strict=True))
    report(
        "mkdocs build without documents, again : cold", second / first, 0.45, "times", f"{second:.2f} and {first:.2f} s"
    )
    first, same, edited = site_again(project, cpu)
    report("workshop build, one language, nothing changed", same, 3.0, "s CPU", f"first {first:.2f} s")
    report("workshop build, one language, one handout edited", edited, 4.0, "s CPU")
    report("all fonts, nothing kept", min(fonts_cold(folder, cpu) for _ in range(runs)), 1.0, "s CPU")


def all_of_the_manual(folder: Path, runs: int) -> None:
    """The shipped manual in three languages with all downloads: its weight, a language more, a message more."""
    project = copy_of_the_manual(folder / "whole")
    (project / ".cache").unlink()
    # With all documents: the copy leaves them out.
    shutil.copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    costs: list[Cost] = []

    def cpu(command: list[str], at: Path) -> float:
        costs.append(run(command, at))
        return costs[-1].cpu

    for line in whole_manual(project, cpu):
        report(*line)
    one = costs[-1]
    report("workshop build, one language, cold", one.cpu, 45, "s CPU")
    report("workshop build, one language, cold, clock : CPU", one.wall / one.cpu, 0.6, "times", f"{one.wall:.0f} s")
    report("workshop build, one language, cold, largest process", one.memory, 500, "MiB")


def main() -> None:
    """Runs all benchmarks."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each command (default: 5)")
    parser.add_argument("--whole", action="store_true", help="the shipped manual in three languages, and nothing else")
    parser.add_argument("--matrix", action="store_true", help="six editions in parallel processes, and nothing else")
    parser.add_argument("--manual", action="store_true", help="with --matrix: the shipped manual, without documents")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    usual = (
        light_import, check_of_100, plugin_against_plain, ten_times_as_many, documents, ten_thousand_responses, three_languages, again,
    )  # fmt: skip
    if options.matrix:
        with tempfile.TemporaryDirectory() as folder:
            editions_at_once(Path(folder), lambda command, at: run(command, at).cpu, manual=options.manual)
        return
    for bench in (all_of_the_manual,) if options.whole else usual:
        with tempfile.TemporaryDirectory() as folder:
            bench(Path(folder), options.runs)


if __name__ == "__main__":
    main()
