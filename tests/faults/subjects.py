"""What is tried, one input after the other. Each subject is a function of a number: the same number gives the same input."""

import csv
import io
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from mkdocs_workshop.compile import check
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.cache import keep
from mkdocs_workshop.ground.problems import Problem, for_ci, in_full
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.people.roster import read_roster
from mkdocs_workshop.reading.curriculum import load
from mkdocs_workshop.reading.kinds import FILE_KINDS, find_files
from mkdocs_workshop.reading.validate import validate
from mkdocs_workshop.reading.yaml import parse
from mkdocs_workshop.reports.counting import counts_of
from mkdocs_workshop.reports.reading import read_responses
from mkdocs_workshop.reports.withhold import public
from mkdocs_workshop.teaching.columns import columns_of
from tests import instruments
from tests.attack import try_one, visible
from tests.conftest import TODAY, edition_of
from tests.faults import disks, injection
from tests.faults.breaking import broken, broken_bytes

Try = Callable[[int], list[str]]
"""Tries the input of a number; returns what is wrong with the answer."""


class Subject(NamedTuple):
    """A kind of input."""

    name: str
    start: Callable[[Path], Try]
    """Makes what is needed in an empty folder."""
    short: int
    """Inputs in the short run, of the tests."""
    long: int
    """Inputs in the long run."""


def _chance(number: int) -> random.Random:
    return random.Random(number)  # noqa: S311  the same mistakes at every run


def wrong_places(problems: list[Problem] | tuple[Problem, ...]) -> Iterator[str]:
    """Problems that an author can do nothing with."""
    for problem in problems:
        if problem.place.line < 1 or problem.place.column < 1 or not problem.message or not in_full(problem):
            yield f"a problem without a place: {problem}"
        if "\n" in for_ci(problem):
            yield f"a problem of several lines: {problem}"


def single_files(folder: Path) -> Try:
    """One file of a curriculum, broken: read, and held against the model."""
    injection.curriculum(folder / "curriculum")
    found, _ = find_files(folder / "curriculum", folder)
    models = {kind.name: kind.model for kind in FILE_KINDS}
    texts = [(file.path.read_text("utf-8"), models[file.kind.name]) for file in found]

    def try_it(number: int) -> list[str]:
        chance = _chance(number)
        text, model = chance.choice(texts)
        source, problems = parse(broken(text, chance), "tried.yml")
        if source is not None:
            read, more = validate(source, model)
            problems = [*problems, *more]
            if read is None and not problems:
                return ["a file that is refused without a reason"]
        elif not problems:
            return ["a file that is not read without a reason"]
        return [*wrong_places(problems)]

    return try_it


def whole_curricula(folder: Path) -> Try:
    """A whole curriculum of which one to three files are broken, as text or as bytes."""
    where = folder / "curriculum"
    injection.curriculum(where)
    paths = sorted(where.rglob("*.yml"))
    kept = {path: path.read_bytes() for path in paths}

    def try_it(number: int) -> list[str]:
        chance = _chance(number)
        chosen = chance.sample(paths, chance.randint(1, 3))
        for path in chosen:
            if chance.random() < 0.7:
                path.write_text(broken(kept[path].decode(), chance), "utf-8", errors="surrogatepass")
            else:
                path.write_bytes(broken_bytes(kept[path], chance))
        try:
            return [*wrong_places(check(where, folder, TODAY).problems)]
        finally:
            for path in chosen:
                path.write_bytes(kept[path])

    return try_it


def bases(folder: Path) -> Try:
    """A curriculum on the modules of another one: odd paths, links in circles and out of the project, broken overrides."""
    base, own = folder / "project" / "base", folder / "project" / "curriculum"
    injection.curriculum(base)
    injection.curriculum(own)
    shutil.rmtree(own / "modules")
    (folder / "outside").mkdir()
    (folder / "outside" / "secret.yml").write_text("secret: words\n", "utf-8")
    overrides = (
        "replace:\n  - {file: modules/first-module/module.yml, at: purpose, text: In other words.}\n"
        "  - {file: modules/first-module/reading.yml, at: sections/why/text, text: In other words.}\n"
    )
    manual = (own / "curriculum.yml").read_text("utf-8")
    ways = ("base", "./base/", "../outside", "..", "/", "/etc", "~", "nothing", "curriculum", "base\\..", "b\u0000", "", "os", "json", "link",
            "base/../base", "x" * 300)  # fmt: skip

    def try_it(number: int) -> list[str]:
        chance = _chance(number)
        way = chance.choice(("base", chance.choice(ways)))
        named = (
            f"base: {{curriculum: {way!r}, include: [{chance.choice(('first-module', 'second-module', 'none'))}]}}\n"
        )
        changed = own / "overrides.yml"
        link = chance.choice((folder / "project" / "link", own / "facts.yml", own / "modules"))
        target = chance.choice((link, folder / "outside", folder / "outside" / "secret.yml", Path("/"), base, own))
        kept = link.read_bytes() if link.is_file() else None
        try:
            link.unlink(missing_ok=True)
            link.symlink_to(target)
            (own / "curriculum.yml").write_text(manual + broken(named, chance), "utf-8")
            changed.write_text(broken(overrides, chance), "utf-8")
            checked = check(own, folder / "project", TODAY)
            told = [*map(in_full, checked.problems)]
            return [*wrong_places(checked.problems), *(text for text in told if "secret: words" in text)]
        finally:
            link.unlink()
            if kept is not None:
                link.write_bytes(kept)
            changed.unlink()

    return try_it


def responses(folder: Path) -> Try:
    """Sheets of answers as people type and export them; what is counted of them is withheld where it must be."""
    curriculum, parts = instruments.world(folder)
    edition = edition_of(curriculum)
    form = curriculum.instruments["tried-test"]
    names = [column.name for column in columns_of(form, next(iter(curriculum.programmes.values()))) if column.item]
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(["code", "moment", *names])
    for sheet in instruments.filled_in(curriculum, "tried-test", 12, 1):
        writer.writerow([sheet.code, sheet.moment, *(sheet.answers.get(name, "") for name in names)])
    text = lines.getvalue()
    where = folder / "responses"
    where.mkdir()
    file = where / "answers-before.csv"

    def try_it(number: int) -> list[str]:
        chance = _chance(number)
        some = "".join(text.splitlines(keepends=True)[: chance.randint(1, 25)])
        data = broken_bytes(some.encode(), chance) if chance.random() < 0.3 else _typed(some, chance).encode()
        file.write_bytes(data)
        read = read_responses(where, folder, curriculum, parts.event, edition.wording)
        shown = public(counts_of(read.sheets, curriculum, parts.event))
        rows = [line for line in data.split(b"\n")[1:] if line.strip(b' ,;\t\r"')]
        lost = ["rows are lost without a word"] if rows and not (read.sheets or read.problems) else []
        return [*wrong_places(read.problems), *visible(shown), *lost]

    return try_it


_TYPED = (
    "",
    "=1+1",
    "+7",
    "-5",
    "@x",
    "5,0",
    "3.5",
    "yes",
    "полиция",
    "Полиция ",
    "6",
    "1 2",
    "x" * 300,
    "🙂",
    '"',
    ";",
    "\t",
    "2026-01-01",
)


def _typed(text: str, chance: random.Random) -> str:
    lines = [line.split(",") for line in text.splitlines()]
    for _ in range(chance.randint(0, 8)):
        line = chance.choice(lines)
        line[chance.randrange(len(line))] = chance.choice(_TYPED)
    mark = chance.choice((",", ",", ";", "\t"))
    return chance.choice(("", "", "\ufeff")) + "\r\n".join(mark.join(line) for line in lines)


def people(folder: Path) -> Try:
    """Lists of people in any script, as text or as broken bytes."""
    where = folder / "curriculum"
    injection.curriculum(where)
    curriculum, problems, _ = load(where, folder)
    assert curriculum is not None, problems
    edition = Edition(curriculum, catalogue("en"), folder / "cache")
    names = (
        "Әлия Қасым",
        "Çelik Özgür",
        "محمد علي",
        "გიორგი",
        "王小明",
        "Արամ",
        "O'Brien",
        "=cmd|x",
        "x" * 90,
        "",
        " ",
        "İsmail",
        "Ё",
        "n\u0301",
        "🙂",
    )
    file = folder / "people.csv"

    def try_it(number: int) -> list[str]:
        chance = _chance(number)
        heads = chance.choice(
            ("name,organisation,group", "имя;организация;группа", "Name,Group", "nane", "", "name,name")
        )
        mark = ";" if ";" in heads else ","
        rows = [
            mark.join((chance.choice(names), "A unit", chance.choice(("participants", "", "x"))))
            for _ in range(chance.randint(0, 9))
        ]
        data = "\r\n".join([heads, *rows]).encode(chance.choice(("utf-8", "utf-8-sig", "utf-16")))
        file.write_bytes(broken_bytes(data, chance) if chance.random() < 0.5 else data)
        roster = read_roster(file, "people.csv", edition)
        lost = [] if roster.guests or roster.problems else ["a list without people and without a problem"]
        return [*wrong_places(roster.problems), *lost]

    return try_it


def withheld(folder: Path) -> Try:
    """Reports for everybody, attacked."""
    curriculum, parts = instruments.world(folder)
    return lambda number: try_one(number, curriculum, parts.event)


def caches(folder: Path) -> Try:
    """Files of the cache that were cut, emptied, changed or replaced."""
    where = folder / "cache"

    def try_it(number: int) -> list[str]:
        chance = _chance(number)
        content = chance.randbytes(chance.randint(0, 400))
        keep(where, "file.bin", content, "code", lambda: content)
        for path in where.iterdir():
            how = chance.randrange(5)
            if how == 0:
                path.write_bytes(b"")
            elif how == 1:
                path.unlink()
            elif how == 2:
                path.write_bytes(chance.randbytes(30))
            elif how == 3:
                path.write_bytes(broken_bytes(path.read_bytes(), chance))
        found = keep(where, "file.bin", content, "code", lambda: content)
        shutil.rmtree(where)
        return [] if found == content else ["a damaged file came out of the cache"]

    return try_it


SUBJECTS = (
    Subject("single files", single_files, 300, 80_000),
    Subject("whole curricula", whole_curricula, 25, 2_500),
    Subject("bases, overrides, links", bases, 25, 1_500),
    Subject("sheets of answers", responses, 60, 8_000),
    Subject("lists of people", people, 60, 5_000),
    Subject("reports for everybody", withheld, 10, 1_000),
    Subject("damaged caches", caches, 40, 4_000),
    Subject("builds that are killed", disks.killed, 4, 200),
    Subject("builds at once", disks.at_once, 2, 50),
    Subject("full disks", disks.full, 4, 300),
    Subject("folders that can not be written", disks.closed, 4, 300),
)
"""In the order in which they are tried."""
