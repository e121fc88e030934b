"""PO files: how they are written, brought up to date, read and put in place, and what the gates say of wrong translations."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from mkdocs_workshop.commands.new import start
from mkdocs_workshop.ground.problems import in_full
from mkdocs_workshop.reading.curriculum import load
from mkdocs_workshop.reading.kinds import Loaded
from mkdocs_workshop.reading.translation import back, pages
from mkdocs_workshop.reading.translation import gates as of_gates
from mkdocs_workshop.reading.translation import overview as of_overview
from mkdocs_workshop.reading.translation.apply import translate
from mkdocs_workshop.reading.translation.folder import languages_of
from mkdocs_workshop.reading.translation.gates import translation_problems
from mkdocs_workshop.reading.translation.messages import Message, by_po
from mkdocs_workshop.reading.translation.overview import not_there, overview
from mkdocs_workshop.reading.translation.po import as_text, read_catalog, read_translations
from mkdocs_workshop.reading.translation.quick import entries
from mkdocs_workshop.reading.translation.readings import PartState, Spoken, of_module, part_of
from mkdocs_workshop.reading.translation.status import share, status
from mkdocs_workshop.reading.translation.update import no_longer_needed, updated
from tests.conftest import TODAY
from tests.golden_files import assert_golden

PO, HEAD = "modules/first-module.po", 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


@dataclass(frozen=True)
class Some:
    """The small curriculum, with the messages of its module."""

    folder: Path
    files: tuple[Loaded, ...]
    messages: Sequence[Message]

    def wrote(self, language: str, name: str, text: str) -> Path:
        """Writes a PO file of a language."""
        path = self.folder / "locales" / language / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path


@pytest.fixture(scope="module")
def some(tmp_path_factory: pytest.TempPathFactory) -> Some:
    folder = tmp_path_factory.mktemp("golden") / "curriculum"
    start(folder, "curriculum", "", today=TODAY)
    whole, problems, _ = load(folder, folder.parent)
    assert whole is not None, problems
    return Some(folder, whole.files, by_po(whole.files)[PO])


def _entry(message: Message, text: str, flags: str = "", english: str = "") -> str:
    return f'{flags}msgctxt "{message.context}"\nmsgid "{english or message.text}"\nmsgstr "{text}"\n\n'


def _short(messages: Sequence[Message]) -> list[Message]:
    """Those that stand on one line of a file."""
    return [one for one in messages if "\n" not in one.text and '"' not in one.text and len(one.text) < 60]


@pytest.fixture(scope="module")
def told(some: Some) -> dict[str, list[str]]:
    """The lines of each golden file."""
    found = {
        "messages": list(_messages(some)),
        "update": list(_update(some)),
        "read": list(_read(some)),
    }
    return {
        **found,
        "apply": list(_apply(some)),
        "states": list(_states(some)),
        "pages": list(_pages(some)),
        "kinds": list(_kinds()),
    }


def _messages(some: Some) -> Iterator[str]:
    """Each message of every file: its file, context, notes for translators."""
    for name, messages in by_po(some.files).items():
        yield f"## {name}"
        for message in messages:
            yield f"{message.context} | {message.kind}{' facilitator' if message.facilitator else ''} | {'; '.join(message.notes)[:90]}"


def _as(message: Message, context: str, text: str) -> Message:
    return replace(message, context=context, text=text)


def _update(some: Some) -> Iterator[str]:
    """A file as it is begun, and after every sort of change."""
    one, two, three = some.messages[:3]
    long = "A text that is long enough to be split into two parts. And this is the other one of the two parts."
    first = [
        _as(one, "m: same", "Stays"), _as(two, "m: old-id", "Gets another id"), _as(two, "m: changes", "Says this"),
        _as(one, "m: split", long), _as(three, "m: goes", "Is needed no more"), _as(three, "m: empty", "Has no words"),
        _as(three, "m: unsure", "Is unsure"), _as(three, "m: lines", 'Has\ntwo lines, "quotes" and 5 % of {fact:a}'),
    ]  # fmt: skip
    yield from as_text(updated(Catalog(), first[:2], "ru")).decode().splitlines()
    begun = updated(Catalog(), first, "ru")
    for entry in begun:
        if entry.context and entry.context != "m: empty":
            entry.string = f"Слова о {entry.context[3:]}"
        if entry.context == "m: unsure":
            entry.flags.add("fuzzy")
    path = some.folder.parent / "begun.po"
    path.write_bytes(as_text(begun))
    old, problems = read_catalog(path, "begun.po")
    assert problems == []
    later = [
        _as(one, "m: same", "Stays"), _as(two, "m: new-id", "Gets another id"), _as(two, "m: changes", "Says that"),
        _as(one, "m: split.1", "A text that is long enough to be split into two parts."), _as(three, "m: empty", "Has no words"),
        _as(three, "m: unsure", "Is unsure and new"), _as(three, "m: from-elsewhere", "Stood in another file"),
        _as(three, "m: short", "Brief"), first[-1],
    ]  # fmt: skip
    new = updated(old, later, "ru", {"Stood in another file": "Было в другом файле"})
    yield from ("", "## later", *as_text(new).decode().splitlines())
    yield from ("", "## needed no more", *map(str, no_longer_needed(old, later).items()))
    path.write_bytes(as_text(new))
    back_again = updated(read_catalog(path, "begun.po")[0], [*first, _as(one, "m: more", "More")], "ru")
    yield from ("", "## back again", *as_text(back_again).decode().splitlines())


RAW = {
    "usual": 'msgctxt "a: b"\nmsgid "One"\nmsgstr "Раз"\n\n#, fuzzy\nmsgctxt "a: c"\nmsgid ""\n"Two "\n"lines"\nmsgstr ""\n"Две "\n"\\"строки\\""\n',
    "out of use": 'msgctxt "a: b"\nmsgid "One"\nmsgstr "Раз"\n\n#~ msgctxt "a: d"\n#~ msgid "Gone"\n#~ msgstr "Нет"\n',
    "two spaces": 'msgctxt "a: b"\nmsgid "One"\nmsgstr "Раз"\n\n\n# note\nmsgctxt  "a: e"\nmsgid  "Two"\nmsgstr  "Два"\n',
    "flags": '#, python-format, fuzzy\nmsgctxt "a: b"\nmsgid "One"\nmsgstr "Раз"\n\n#. not fuzzy\n#, no-wrap\nmsgctxt "a: c"\nmsgid "Two"\nmsgstr "Два"\n',
    "without context": 'msgid "One"\nmsgstr "Раз"\n',
    "context twice": 'msgctxt "a: b"\nmsgid "One"\nmsgstr "Раз"\n\nmsgctxt "a: b"\nmsgid "Two"\nmsgstr "Два"\n',
    "plural": 'msgctxt "a: b"\nmsgid "One"\nmsgid_plural "Many"\nmsgstr[0] "Раз"\nmsgstr[1] "Много"\n',
    "carriage return": 'msgctxt "a: b"\nmsgid "One\rtwo"\nmsgstr "Раз"\n',
    "null": 'msgctxt "a: b"\nmsgid "One\0two"\nmsgstr "Раз"\n',
    "broken": 'msgctxt "a: b"\nmsgid "One\nmsgstr "Раз"\n',
    "nonsense": 'msgctxt "a: b"\nmsgid "One"\nmsgstr "Раз"\nhello\n',
    "out of use, broken": 'msgctxt "a: b"\nmsgid "One"\nmsgstr "Раз"\n\n#~ hello\n',
    "long context": 'msgctxt ""\n"a: "\n"b"\nmsgid "One"\nmsgstr "Раз"\n',
    "previous": '#| msgid "Was"\n#, fuzzy\nmsgctxt "a: b"\nmsgid "Is"\nmsgstr "Слова"\n',
}  # fmt: skip


def _read(some: Some) -> Iterator[str]:
    """What stands in files of many forms; those of the usual one are read at once, others by Babel."""
    path = some.folder.parent / "read.po"
    for name, text in RAW.items():
        path.write_bytes((HEAD + text).encode())
        found, problems = read_translations(path, "read.po")
        yield f"{name}: {'at once' if entries(path.read_bytes()) is not None else 'by Babel'}"
        yield from (
            f"    {context}: {tuple(one)}"
            for context, one in ((key, vars(value).values()) for key, value in found.items())
        )
        yield from (f"    {one.place.line} {one.code} {one.message}" for one in problems)
    for name, raw in (
        ("not UTF-8", b'msgid "\xff"'),
        ("empty", b""),
        ("another set", HEAD.replace("utf-8", "koi8-r").encode()),
    ):
        path.write_bytes(raw)
        found, problems = read_translations(path, "read.po")
        yield f"{name}: {entries(raw)} {found} {[(one.place.line, one.message[:60]) for one in problems]}"
    yield f"absent: {read_translations(path.with_name('no.po'), 'no.po')} {read_catalog(path.with_name('no.po'), 'no.po')[1]}"


def _wrong_translations(messages: Sequence[Message]) -> str:
    ok, same, fuzzy, other, mixed, *_ = _short(messages)
    return HEAD + "".join([
        _entry(ok, "Хорошие слова"), _entry(same, same.text), _entry(fuzzy, "Не знаю", "#, fuzzy\n"),
        _entry(other, "Старое", english="Another English"), _entry(mixed, 'Cлово , и \\"так\\"'), _entry(_as(ok, "module x: gone", "Gone"), "Нет"),
    ])  # fmt: skip


def _apply(some: Some) -> Iterator[str]:
    """What a language has in place of the English, and everything that is wrong with its files."""
    some.wrote("ru", PO, _wrong_translations(some.messages))
    some.wrote("ru", "facts.po", "msgid broken\n")
    glossary = by_po(some.files)["glossary.po"]
    some.wrote("kk", "glossary.po", HEAD + _entry(_short(glossary)[0], "Сөз"))
    base = some.folder.parent / "base"
    (base / "locales" / "ru" / "modules").mkdir(parents=True)
    ok, *_, lent = _short(some.messages)[:7]
    (base / "locales" / "ru" / PO).write_text(HEAD + _entry(ok, "Из базы") + _entry(lent, "Взято из базы"), "utf-8")
    yield f"languages: {languages_of(some.folder)}, of none {languages_of(some.folder.parent)}"
    for name, where in (("own", None), ("with base", base)):
        made = translate(some.files, some.folder, some.folder.parent, "ru", where)
        yield f"## {name}: {len(made.missing)} missing, {len(made.files)} files"
        yield from (f"{po}: {part.texts} {part.missing} {part.mark}" for po, part in made.parts.items())
        yield from (in_full(problem) for problem in made.problems)
        after = [message for messages in by_po(made.files).values() for message in messages]
        before = [message for messages in by_po(some.files).values() for message in messages]
        yield from (f"{b.context}: {a.text}" for a, b in zip(after, before, strict=True) if a.text != b.text)
    yield "## problems"
    for problem in translation_problems(some.files, some.folder, some.folder.parent):
        yield f"{problem.severity}: {in_full(problem)}"
    manual = [file for file in some.files if file.kind == "curriculum"]
    more = [replace(file, model=file.model.model_copy(update={"languages": ("en", "ru", "uz")})) for file in manual]
    yield from (f"{one.severity}: {in_full(one)}" for one in not_there(more, some.folder))


PAGE = "# Title\n\nText.\n\n## First part\n\nOne.\n\n```\n## no title\n```\n\n## Second part {#own}\n\nTwo.\n"


def _pages(some: Some) -> Iterator[str]:
    """A page by hand, its translation and what is said when one of them changes."""
    docs = some.folder.parent / "docs"
    docs.mkdir()
    yield from map(str, pages.sections(PAGE))
    done = pages.with_sums("# Заголовок\n\nТекст.\n\n## Первая\n\nРаз.\n\n## Вторая {#own}\n\nДва.\n", PAGE)
    yield from done.splitlines()
    yield f"{dict(pages.recorded(done))} {pages.is_behind(done, PAGE)} {pages.is_behind(done, PAGE.replace('Two', 'Three'))}"
    (docs / "page.md").write_text(PAGE.replace("Two", "Three"), "utf-8")
    (docs / "page.ru.md").write_text(done, "utf-8")
    (docs / "lonely.kk.md").write_text("# A\n", "utf-8")
    (docs / "plain.md").write_text(PAGE, "utf-8")
    (docs / "plain.kk.md").write_text("# A\n\n## B\n", "utf-8")
    yield from (f"{one.severity}: {in_full(one)}" for one in pages.page_problems(docs, docs.parent, ["ru", "kk"]))


def _states(some: Some) -> Iterator[str]:
    for language, parts in overview(by_po(some.files), some.folder, some.folder.parent, ["ru", "kk"]).items():
        yield from (f"{language} {name}: {part.texts} {part.missing} {part.mark}" for name, part in parts.items())
    rows = status(some.files, some.folder, some.folder.parent, ["ru"])
    yield from (f"{one.name} {one.messages} {one.translated} {one.unsure} {one.missing} {one.mark}" for one in rows)
    yield f"share {share(rows):.2f}, of nothing {share([])}"
    spoken = Spoken("ru", "en", frozenset({"Not yet"}))
    yield f"{spoken.of('Not yet')} {spoken.of('Done')}"
    parts = {"modules/a.po": PartState(5, 2, "aa"), "b.po": PartState(7, 1, "bb"), "c.po": PartState(1, 1, "cc")}
    yield from (f"{module}: {part_of(parts, module)}" for module in ("a", "z", None))
    yield f"{of_module('modules/a.po')} {of_module('b.po')}"


def _kinds() -> Iterator[str]:
    for module in (back, of_gates, of_overview, pages):
        yield from (f"{code} {kind.severity}: {kind.title} = {kind.advice}" for code, kind in module.KINDS.items())


NAMES = ("messages", "update", "read", "apply", "states", "pages", "kinds")


def test_every_text_has_its_file(told: Mapping[str, Sequence[str]]) -> None:
    """Besides, the first test pays for what the others compare."""
    assert tuple(told) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_said(name: str, told: Mapping[str, Sequence[str]], request: pytest.FixtureRequest) -> None:
    # Every version of Babel writes its name.
    lines = [line for line in "\n".join(told[name]).splitlines() if not line.startswith('"Generated-By')]
    assert_golden(request, f"translation/{name}.txt", lines)
