"""From a folder to data: which files are taken, what is said of YAML and of values that are wrong, what waits for readers."""

import difflib
import functools
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mkdocs_workshop import reading
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.model.release import Release
from mkdocs_workshop.reading import base, base_then, ids, local, marks, media, yaml
from mkdocs_workshop.reading import validate as validation
from mkdocs_workshop.reading.curriculum import Curriculum, relinked, spoken_of
from mkdocs_workshop.reading.gate import held_back, held_words, mark_of, path_of, released
from mkdocs_workshop.reading.kinds import FILE_KINDS, Loaded, find_files, modules_without_plan
from mkdocs_workshop.reading.known import known_ids
from mkdocs_workshop.reading.marks import NotReleased
from mkdocs_workshop.reading.narrowed import BODIES, Narrowing, bare
from mkdocs_workshop.reading.schema import first_line, schemas
from mkdocs_workshop.reading.texts import strings, texts
from mkdocs_workshop.reading.yaml import MAX_DEPTH, MAX_TEXT, Loc, parse, read
from tests.frozen import open_values
from tests.golden_files import assert_golden


@pytest.fixture(scope="module")
def told(example: Edition, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The lines of each golden file."""
    return {
        "files": list(_files(tmp_path_factory.mktemp("files"))),
        "yaml": list(_yaml(tmp_path_factory.mktemp("yaml"))),
        "schemas": list(_schemas(example.curriculum)),
        "gate": list(_gate(example.curriculum)),
        "narrowed": list(_narrowed(example.curriculum)),
        "texts": list(_texts(example.curriculum)),
        "kinds": list(_kinds()),
    }


FILES = (
    "curriculum.yml", "facts.yml", "facts.yaml", "fact.yml", "readme.md", ".hidden.yml", ".git/config", "schema/module.schema.json",
    "locales/ru/facts.po", "locales/ru/words.yml", "countries/kz.yml", "countries/Kazakhstan.yml", "programmes/two days.yml",
    "modules/first/module.yml", "modules/first/reading.yml", "modules/first/handouts/card.yml", "modules/first/handout/card.yml",
    "modules/first/figures/door.jpg", "modules/first/door.png", "modules/first/figures/path.yml", "modules/first/cases/a.yml/inner.yml",
    "modules/second/deck.yml", "modules/Third Module/module.yml", "modules/módulo/module.yml", "modules/!/module.yml", "events/one/event.yml",
    "events/one/results.yml", "events/one/delivered.yml", "events/one.yml", "notes.txt", "instruments/test.yml", "programs/two-day.yml",
    "reviews.yml", "words.yml", "topics.yml", "overrides.yml", "sources.yml", "glossary.yml", "modules/first/check.yml",
)  # fmt: skip


def _files(root: Path) -> Iterator[str]:
    folder = root / "curriculum"
    for name in FILES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", "utf-8")
    found, problems = find_files(folder, root)
    yield from (f"{one.path.relative_to(folder).as_posix()}: {one.kind.name} {one.ids}" for one in found)
    for problem in (*problems, *modules_without_plan(found, folder, root)):
        yield f"{problem.place.path}: {problem.code} {problem.message} = {problem.advice}"
    yield from (
        f"{kind.name}: {kind.pattern} {kind.model.__name__ if isinstance(kind.model, type) else 'one of several'}"
        for kind in FILE_KINDS
    )


SNIPPETS = (
    "a: 1", "a: -5\nb: +7\nc: 0x1F\nd: 1.5\ne: 1e3\nf: 12345678901234567890", "a: true\nb: True\nc: TRUE\nd: yes\ne: on\nf: false\ng: off",
    "a: ~\nb: null\nc: NULL\nd:\ne: ''", "a: 2026-11-22\nb: 09:30\nc: '1'", "- a\n- [b, c]\n- {d: e}", "", "   \n", "# a comment alone",
    "a: 1\nb: 2\na: 3", "a: !!python/object:os.system x", "a: !own x", "a: &x [1]\nb: *x", "a: &x\n  b: *x", "a: *nowhere", "a: 'open", "a: [1, 2",
    "a: b: c", "\ta: 1", "a:\n\tb: 1", "? [1, 2]\n: a", "a: Room #12", "a: Room # 12", "a: 'Room #12'", "a: Room #!x", "a: |\n  Room #12", "--- \na: 1\n---\nb: 2",
    "a: >\n  one\n  two\n\n  three", "<<: {a: 1}\nb: 2", f"a: {'x' * (MAX_TEXT + 1)}", f"a: {'x' * MAX_TEXT}", "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1),
    "[" * MAX_DEPTH + "]" * MAX_DEPTH, 'a: "\\ud800"', "a: \x07",
)  # fmt: skip


def _yaml(root: Path) -> Iterator[str]:
    for text in SNIPPETS:
        source, problems = parse(text, "a.yml")
        yield f"{text[:60]!r}: {str(source.data)[:90] if source else None}"
        yield from (
            f"    {one.place.line}:{one.place.column} {one.code} {one.message[:120]} = {one.advice} {one.excerpt[:30]!r}"
            for one in problems
        )
    for name, raw in (
        ("latin.yml", b"a: \xe9"),
        ("mark.yml", b"\xef\xbb\xbfa: 1"),
        ("null.yml", b"a: \x00"),
        ("wide.yml", "a: 1".encode("utf-16")),
    ):
        (root / name).write_bytes(raw)
        source, problems = read(root / name, root)
        yield f"{name}: {source.data if source else None} {[(one.code, one.message, one.advice) for one in problems]}"
    source, problems = read(root / "no.yml", root)
    yield f"absent: {source} {[(one.code, one.message, one.advice) for one in problems]}"
    source, _ = parse("a:\n  - {b: words here, c: 2}\n  - b: |\n      two words\n      here\nd: 1\n", "a.yml")
    assert source is not None
    for loc in ((), ("a",), ("a", 0), ("a", 0, "b"), ("a", 1, "b"), ("a", 5, "b"), ("x", "d"), ("a", 0, "x")):
        yield f"{loc}: {source.place(loc)[1:]} {source.place(loc, key=True)[1:]} {source.has(loc)} {source.in_braces(loc)} {source.place_in_text(loc, 'here')[1:]}"
    yield f"{source.line(0)!r} {source.line(1)!r} {source.line(6)!r} {source.line(7)!r}"


def _leaves(piece: Any, way: str = "") -> Iterator[tuple[str, str]]:
    """Where a schema leads to a list of known ids, with the keys that stand beside it."""
    if isinstance(piece, dict):
        for inner in piece.get("allOf", ()):
            if "known-" in inner.get("$ref", ""):
                yield way, f"{inner['$ref'].rpartition('/')[2]} beside {', '.join(sorted(piece))}"
        if "known-" in piece.get("$ref", ""):
            yield way, piece["$ref"].rpartition("/")[2]
        for key, value in piece.items():
            if key != "allOf":
                yield from _leaves(value, way if key in ("$defs", "properties") else f"{way}/{key}")
    if isinstance(piece, list):
        for value in piece:
            yield from _leaves(value, way)


def _schemas(whole: Curriculum) -> Iterator[str]:
    known = schemas(known_ids(whole, ()))
    for kind, (name, text) in zip(FILE_KINDS, known.items(), strict=True):
        schema = json.loads(text)
        yield f"{name}: {schema['title']} {schema['$schema'][-7:]} {first_line(kind)[-45:]}"
        for id_, listed in schema.get("$defs", {}).items():
            if id_.startswith("known-"):
                yield f"    {id_}: {listed['type']} {listed['pattern'][:20]} {listed['examples'][:3]}"
        yield from (f"    {way}: {what}" for way, what in dict(_leaves(schema)).items())
    bare_ones = schemas()
    yield f"without ids: {[name for name, text in bare_ones.items() if 'known-' in text]}"


def _with_release(whole: Curriculum, *asked: tuple[str, ...]) -> Curriculum:
    """The curriculum in which these files ask for a lawyer."""
    release = Release(after=("lawyer", "community"))
    files = [
        replace(file, model=file.model.model_copy(update={"release": release}))
        if (file.kind, *file.ids) in asked
        else file
        for file in whole.files
    ]
    return relinked(files, spoken_of(whole), {})


def _summary(whole: Curriculum) -> list[str]:
    lines = [f"countries {[entry.id for entry in whole.country.entries if entry.value is None]}"]
    for id_, parts in whole.modules.items():
        lines.append(
            f"{id_} after {parts.plan.prerequisites}; reading {parts.reading is not None}, check {parts.check is not None}"
        )
        lines += [f"{id_}/{name}: {sorted(getattr(parts, name))}" for name in ("handouts", "cases", "figures")]
        lines.append(f"{id_} slides {[slide.id for slide in parts.deck.slides] if parts.deck else ()}")
        for one in parts.plan.activities:
            lines.append(f"{id_} {one.id}: {one.handouts} {one.cases} {one.slides}")
    lines.append(
        f"links to what waits: {sorted({piece.title for piece in whole.marks() if isinstance(piece, NotReleased)})}"
    )
    return lines


ASKED: Sequence[Sequence[tuple[str, ...]]] = (
    [("case", "occupational-safety", "spit-and-bite"), ("handout", "occupational-safety", "exposure-card")],
    [("module", "occupational-safety")],
    [("country", "kz"), ("country", "kg"), ("reading", "getting-started")],
)


def _gate(whole: Curriculum) -> Iterator[str]:
    """What is missing, and what becomes otherwise, where texts wait for their readers."""
    before = _summary(whole)
    for asked in ASKED:
        waiting = _with_release(whole, *asked)
        after = released(waiting)
        yield f"## {asked}"
        yield from (
            f"{one.path} {one.title} {one.missing} {len(one.mark)} {one.mark == mark_of(one.file, waiting.files)}"
            for one in held_back(waiting)
        )
        yield held_words(after)
        parts = difflib.unified_diff(before, _summary(after), lineterm="", n=0)
        yield from (line[:150] for line in parts if line[:2] not in ("--", "++", "@@"))
    yield f"nothing asked: {released(whole) is whole}"
    yield from (
        path_of(file) for file in whole.files if file.kind in ("country", "case", "handout", "module", "reading")
    )


def _is(kind: str, file: Loaded) -> bool:
    return file.kind == kind


def _narrowed(whole: Curriculum) -> Iterator[str]:
    """What is left of papers that are known by their titles alone, and what changes the hash of all."""
    narrowing = Narrowing(whole)
    found = {}
    for lists in (False, True):
        for kept in ("", "handout", "case", "deck"):
            make, found[kept, lists] = narrowing.narrowed(functools.partial(_is, kept), lists=lists)
            made = make()
            yield f"{kept or 'nothing'} kept, lists {lists}: {len(made.texts)} texts, {len(made.pieces)} pieces, {sum('{' in one.text for _, one in made.texts)} with marks"
            safety = made.modules["occupational-safety"]
            yield f"    {[len(one.sections) for one in safety.handouts.values()]} {[one.use[:9] for one in safety.handouts.values()]} {[len(one.key) for one in safety.cases.values()]}"
            yield f"    {len(safety.reading.sections) if safety.reading else None} {len(safety.check.questions) if safety.check else None} {len(safety.deck.slides) if safety.deck else None}"
    yield f"{len(set(found.values()))} of {len(found)} hashes differ; again the same: {Narrowing(whole).narrowed(lambda file: file.kind == 'case')[1] == found['case', False]}"
    for kind in BODIES:
        file = next(file for file in whole.files if file.kind == kind)
        for lists in (False, True):
            left = [
                key
                for key in type(file.model).model_fields
                if getattr(bare(file, lists=lists).model, key) != getattr(file.model, key)
            ]
            yield f"{kind} lists {lists}: {left}"


def _texts(whole: Curriculum) -> Iterator[str]:
    """Which fields hold texts that people read, who reads them, and how many there are."""
    seen: Counter[str] = Counter()
    for file in whole.files:
        for text in texts(file.model):
            seen[f"read {file.kind} {_shape(text.loc)} {text.kind}{' facilitator' if text.facilitator else ''}"] += 1
        for loc, _, *kind in strings(file.model) if file.kind in ("country", "curriculum", "sources") else ():
            seen[f"any {file.kind} {loc[-1] if isinstance(loc[-1], str) else loc[-2]} {kind}"] += 1
    yield from (f"{key}: {number}" for key, number in sorted(seen.items()))


def _shape(loc: Loc) -> str:
    return ".".join("#" if isinstance(part, int) else part for part in loc)


def _kinds() -> Iterator[str]:
    """Everything that can be wrong with what is read, with its advice."""
    for module in (base, base_then, ids, local, marks, media, validation, yaml):
        yield from (f"{code} {kind.severity}: {kind.title} = {kind.advice}" for code, kind in module.KINDS.items())


NAMES = ("files", "yaml", "schemas", "gate", "narrowed", "texts", "kinds")


def test_every_text_has_its_file(told: Mapping[str, Sequence[str]]) -> None:
    """Besides, the first test pays for what the others compare."""
    assert tuple(told) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_said(name: str, told: Mapping[str, Sequence[str]], request: pytest.FixtureRequest) -> None:
    assert_golden(request, f"reading/{name}.txt", told[name])


def test_values_are_frozen(told: object) -> None:
    """Nobody changes a value that somebody else holds."""
    assert told
    assert list(open_values(reading)) == []
