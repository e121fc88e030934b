"""Whoever is given a part of an edition can not read the rest, makes the same of it, and is asked again where anything in it changes."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from mkdocs_workshop.deliver.parts import PARTS, parts_of
from mkdocs_workshop.documents.decks import _shows
from mkdocs_workshop.documents.document_files import _papers
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.artifact import Artifact, Label, Role
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.packages.backup import backup_files
from mkdocs_workshop.packages.cartridge import cartridge_files
from mkdocs_workshop.packages.course import course_modules
from mkdocs_workshop.packages.questions import question_banks
from mkdocs_workshop.packages.scorm import scorm_files
from mkdocs_workshop.reading.curriculum import Curriculum, load, relinked, spoken_of
from mkdocs_workshop.reading.narrowed import BODIES
from mkdocs_workshop.site import pages
from mkdocs_workshop.site.pages import sorts
from tests.conftest import EXAMPLE, TODAY

ALL = frozenset(BODIES)


def _trees(edition: Edition, role: Role = "participant") -> list[object]:
    # A word that stands in a paper and on a slide is looked for in both; where it comes from is told by whichever is read.
    return [
        (dataclasses.replace(paper, expected=()), [item.words for item in paper.expected])
        for paper in _papers(edition, role)
    ]


def _trees_for_facilitators(edition: Edition) -> list[object]:
    return _trees(edition, "facilitator")


def _decks(edition: Edition) -> list[object]:
    return [*_shows(edition)]


def _of_modules(files: Callable[[Edition, Any], object]) -> Callable[[Edition], list[object]]:
    return lambda edition: [files(edition, parts) for parts in edition.asked]


def _courses(edition: Edition) -> list[object]:
    made: list[object] = [backup_files(edition, parts.id, "Title", [parts]) for parts in edition.asked]
    return made if edition.only else [*made, backup_files(edition, "all", "Title", course_modules(edition), whole=True)]


@pytest.mark.parametrize(
    ("maker", "made"),
    [
        ("documents_for_participants", _trees),
        ("documents_for_facilitators", _trees_for_facilitators),
        ("decks", _decks),
        ("scorm_packages", _of_modules(scorm_files)),
        ("cartridges", _of_modules(cartridge_files)),
        ("question_files", lambda edition: [*question_banks(edition)]),
        ("backups", _courses),
    ],
)
def test_all_parts_together_are_what_the_whole_edition_gives(
    example: Edition, maker: str, made: Callable[[Edition], list[object]]
) -> None:
    apart = [one for part in parts_of(maker, [example]) for one in made(part.editions[0])]
    assert len(apart) > 1
    assert apart == made(example)


def test_pages_are_the_same_without_what_they_are_not_given(example: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    def all_given(found: Iterable[sorts.Sort]) -> list[sorts.Sort]:
        return [sort._replace(given=lambda _: True, offered=lambda _: True) for sort in found]

    offered = [*_offered(example)]
    narrow = pages.make_pages(example, TODAY, offered)
    monkeypatch.setattr(pages, "first_sorts", lambda *given: all_given(sorts.first_sorts(*given)))
    monkeypatch.setattr(pages, "last_sorts", lambda *given: all_given(sorts.last_sorts(*given)))
    whole = pages.make_pages(example, TODAY, offered)
    assert whole.nav == narrow.nav
    assert {one.path: one.content for one in whole.artifacts} == {one.path: one.content for one in narrow.artifacts}
    assert whole == narrow


def _offered(edition: Edition) -> Iterator[Artifact]:
    """A download of each kind, for each module and paper."""
    modules = edition.curriculum.modules
    of_modules = [(kind, id_, id_) for id_ in modules for kind in ("scorm", "mbz", "slides", "pack", "lesson-plan")]
    papers = [("handout", id_, paper) for id_, parts in modules.items() for paper in parts.handouts]
    papers += [("case", id_, paper) for id_, parts in modules.items() for paper in parts.cases]
    embeds = [("embed", id_, paper) for _, id_, paper in papers] + [("embed", id_, "") for id_ in modules]
    rest = [(kind, "", id_) for id_ in edition.curriculum.programmes for kind in ("guide", "print-run", "day-slides")]
    rest += [("form", "", id_) for id_ in edition.curriculum.instruments] + [("all-handouts", "", "all")]
    for kind, module, subject in (*of_modules, *papers, *embeds, *rest):
        label = Label(kind, "docx", "Title", "en", "1.0", module, subject)
        yield Artifact(f"downloads/{kind}-{module}-{subject}.docx", b"x" * 300_000, label=label)


def _asked_again(one: Edition, other: Edition) -> set[str]:
    """The parts of the pages that are made again for another edition."""
    keys: list[dict[str, object]] = [{}, {}]
    for edition, found in zip((one, other), keys, strict=True):

        def keep(
            name: str, _: Edition, make: Callable[[], Any], read: object, more: object, found: dict[str, object] = found
        ) -> list[Artifact]:
            found[name] = (read, more)
            return list(make())

        pages.make_pages(edition, TODAY, keep=keep)
    return {name for name in keys[0] if keys[0][name] != keys[1][name] or keys[0][name][0] is None}  # type: ignore[index]


def test_a_word_makes_the_pages_again_that_may_show_it_and_no_others() -> None:
    before = _edition()
    before = _relinked(before, before.curriculum.files)
    (one, paper), _ = _first_two(before.curriculum)
    body = _edition(lambda name, text: f"{text} More." if name == f"{one}/{paper}" else text)
    assert _asked_again(before, _relinked(body, body.curriculum.files)) == {
        "pages.findable",
        f"pages.handouts.{one}",
        "pages.ours",
        "pages.waiting",
    }
    use = _edition(lambda name, text: f"{text} More" if name == f"use of {one}/{paper}" else text)
    assert _asked_again(before, _relinked(use, use.curriculum.files)) == {
        "pages.home", "pages.finder", "pages.findable", f"pages.handouts.{one}", "pages.ours", "pages.waiting",
    }  # fmt: skip
    step = _with_steps(before, lambda module, text: f"{text} More." if module == one else text)
    again = _asked_again(before, step)
    taught = {name for name in again if name.startswith("pages.sessions.")}
    assert again - taught == {"pages.findable", f"pages.modules.{one}", "pages.run", "pages.waiting"}
    assert taught
    assert all(one in name.removeprefix("pages.sessions.").split("+") for name in taught)


def test_a_session_of_many_modules_has_a_short_name() -> None:
    many = frozenset(f"module-with-a-long-name-{number}" for number in range(20))
    assert len(sorts._sessions(many).name) < 40  # noqa: SLF001  no manual of the tests has so many
    assert sorts._sessions(many).name != sorts._sessions(many - {"module-with-a-long-name-1"}).name  # noqa: SLF001


def _with_steps(edition: Edition, change: Callable[[str, str], str]) -> Edition:
    """The same, after `change` was asked for the text of each step: with the id of its module, and the words."""
    whole = edition.curriculum
    plans = {}
    for id_, parts in whole.modules.items():
        activities = tuple(
            one.model_copy(
                update={"steps": tuple(step.model_copy(update={"text": change(id_, step.text)}) for step in one.steps)}
            )
            for one in parts.plan.activities
        )
        plans[id_] = parts.plan.model_copy(update={"activities": activities})
    files = [
        dataclasses.replace(file, model=plans[file.ids[0]]) if file.kind == "module" else file for file in whole.files
    ]
    return _relinked(edition, files)


def _relinked(edition: Edition, files: Sequence[Any]) -> Edition:
    return dataclasses.replace(edition, curriculum=relinked(files, spoken_of(edition.curriculum), {}))


def _edition(change: Callable[[str, str], str] = lambda _, text: text, folder: Path = EXAMPLE) -> Edition:
    """The example, after `change` was asked for each text of each paper: with `module/id`, and the words."""
    whole, _, _ = load(folder / "curriculum", folder)
    assert whole is not None
    files = tuple(_changed(file, change) for file in whole.files)
    kept = {file.source.path: file.model for file in files}
    modules = {
        id_: dataclasses.replace(
            parts,
            handouts={paper: kept[whole.file("handout", id_, paper).source.path] for paper in parts.handouts},
        )
        for id_, parts in whole.modules.items()
    }
    curriculum = dataclasses.replace(whole, files=files, modules=modules)
    return Edition(curriculum, catalogue("en"), Path("nowhere"))


def _changed(file: Any, change: Callable[[str, str], str]) -> Any:
    if file.kind != "handout":
        return file
    model = file.model
    title = change("title of " + "/".join(file.ids), model.title)
    sections = tuple(one.model_copy(update={"text": change("/".join(file.ids), one.text)}) for one in model.sections)
    use = change("use of " + "/".join(file.ids), model.use)
    return dataclasses.replace(file, model=model.model_copy(update={"title": title, "use": use, "sections": sections}))


def _first_two(curriculum: Curriculum) -> Iterator[tuple[str, str]]:
    """A module and a handout of it, for two modules."""
    found = [(id_, next(iter(parts.handouts))) for id_, parts in curriculum.modules.items() if parts.handouts]
    yield from found[:2]


def test_a_part_has_its_own_texts_alone(example: Edition) -> None:
    (one, paper), (other, others) = _first_two(example.curriculum)
    narrow, _ = example.part(one, frozenset({"deck"}))
    theirs = example.curriculum.modules[other].handouts[others]
    assert narrow.curriculum.modules[one].handouts[paper].sections
    assert narrow.curriculum.modules[other].handouts[others].sections == ()
    assert narrow.curriculum.modules[other].handouts[others].title == theirs.title
    with pytest.raises(KeyError):
        narrow.curriculum.pieces[theirs.sections[0].text]
    with pytest.raises(KeyError):
        narrow.curriculum.pieces[theirs.use]
    listed, _ = example.part(None, frozenset({"handout"}), lists=True)
    assert listed.curriculum.modules[other].handouts[others].use == theirs.use
    rest, _ = example.part("", frozenset({"handout"}))
    assert rest.curriculum.modules[one].handouts[paper].sections == ()
    assert [parts.id for parts in narrow.asked] == [one]
    assert rest.asked == ()


def test_a_word_changes_the_parts_that_can_read_it_and_no_other(example: Edition) -> None:
    (one, paper), (other, _) = _first_two(example.curriculum)

    def keys(edition: Edition) -> list[str]:
        without = frozenset({"deck"})
        asked: tuple[tuple[str, frozenset[str]], ...] = (
            (one, without),
            (other, without),
            ("", frozenset({"handout"})),
            ("", frozenset()),
            (one, ALL),
        )
        return [edition.part(only, less)[1] for only, less in asked]

    before = keys(_edition())
    assert before == keys(_edition())
    body = keys(_edition(lambda name, text: f"{text} More." if name == f"{one}/{paper}" else text))
    assert [a != b for a, b in zip(before, body, strict=True)] == [True, False, False, True, False]
    title = keys(_edition(lambda name, text: f"{text} More" if name == f"title of {one}/{paper}" else text))
    assert [a != b for a, b in zip(before, title, strict=True)] == [True] * 5


def test_a_step_changes_the_parts_in_which_it_is_said_and_no_other() -> None:
    before = _edition()
    before = _relinked(before, before.curriculum.files)
    one = next(iter(before.curriculum.modules))
    after = _with_steps(before, lambda module, text: f"{text} More." if module == one else text)

    def keys(edition: Edition) -> dict[tuple[str, str], str]:
        return {(maker, part.name): part.key for maker in PARTS for part in parts_of(maker, [edition])}

    old, new = keys(before), keys(after)
    assert {which for which in old if old[which] != new[which]} == {
        ("documents_for_facilitators", one),
        ("documents_for_facilitators", ""),
        ("decks", one),
        ("decks", ""),
    }


def test_every_maker_has_parts_with_names_of_their_own(example: Edition) -> None:
    for maker in PARTS:
        names = [part.name for part in parts_of(maker, [example])]
        assert names
        assert len({*names}) == len(names)


def test_no_two_sorts_of_pages_are_kept_under_one_name(example: Edition) -> None:
    asked: list[str] = []

    def keep(name: str, _: Edition, make: Callable[[], Any], __: object, ___: object) -> list[Artifact]:
        asked.append(name)
        return list(make())

    assert pages.make_pages(example, TODAY, keep=keep) == pages.make_pages(example, TODAY)
    assert len({*asked}) == len(asked)
