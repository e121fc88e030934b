"""Everything to print and to bring for a programme, per session and in all, for any number of people."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..clock import TimedSlot, clock
from ..documents.places import path_of
from ..edition import Edition
from ..ground.artifact import Artifact, Label
from ..ground.cache import put_whole, taken
from ..ground.spreadsheets import csv_text
from ..language.interface import Catalogue
from ..model.papers import Handout
from ..model.programme import Programme
from ..people.sorting import sort_key
from ..reading.curriculum import Curriculum
from ..teaching.agenda import agenda
from ..teaching.materials import copies_of, count_for, given_at, papers_of
from ..teaching.stations import materials_of

Term = tuple[str, int]
"""What something is counted for (`person`, `pair`, `group`, `room`), and how many for each."""


@dataclass(frozen=True)
class Supply:
    """A paper to print or a thing to bring."""

    kind: str
    """`handout`, `case`, `form` or `material`."""
    id: str
    """Of the paper; a material has none."""
    title: str
    form: str
    """The form of a handout; empty for what is none."""
    size: str
    """The size of the paper; empty for what is none."""
    terms: tuple[tuple[Term, ...], ...]
    """For each session in which it is needed, what is added up there. It is brought once, for the session that needs most."""

    def count(self, programme: Programme) -> int:
        """How many the group of a programme needs."""
        return max(sum(count_for(per, programme) * quantity for per, quantity in session) for session in self.terms)


def supplies(curriculum: Curriculum, slots: Iterable[TimedSlot]) -> list[Supply]:
    """What some slots need, each thing once: papers in the order in which they are given out, then materials by name."""
    found: dict[tuple[str, str], Supply] = {}
    for slot in slots:
        for key, supply in _of_slot(curriculum, slot).items():
            found[key] = replace(supply, terms=found[key].terms + supply.terms) if key in found else supply
    papers = [supply for supply in found.values() if supply.id]
    materials = (supply for supply in found.values() if not supply.id)
    return papers + sorted(materials, key=lambda item: sort_key(item.title, curriculum.language))


def _of_slot(curriculum: Curriculum, slot: TimedSlot) -> dict[tuple[str, str], Supply]:
    known = papers_of(curriculum)
    found: dict[tuple[str, str], Supply] = {}
    for kind, id_ in given_at(slot):
        paper = known[kind, id_]
        form, size = (paper.form, paper.paper) if isinstance(paper, Handout) else ("", "A4")
        found.setdefault((kind, id_), Supply(kind, id_, paper.title, form, size, (((copies_of(paper), 1),),)))
    for timed in slot.activities:
        for material in materials_of(timed.activity):
            key, term = ("material", material.item), (material.per, material.quantity)
            before = found[key].terms[0] if key in found else ()
            found[key] = Supply("material", "", material.item, "", "", ((*before, term),))
    return found


def equipment(curriculum: Curriculum) -> list[Supply]:
    """What stands in the room all the time."""
    return [
        Supply("material", "", material.item, "", "", (((material.per, material.quantity),),))
        for material in curriculum.manual.equipment
    ]


def pages_of(made: Iterable[Artifact], cache: Path) -> dict[tuple[str, str], int]:
    """How many pages each paper has, by kind and id, from the documents that were made.

    The numbers are kept below `cache`: to open every paper takes a tenth of a second. Raises OSError where that can not be written.
    """
    papers = [file for file in made if file.label and file.label.format == "pdf" and not file.label.variant]
    path = cache / "made" / "pages" / f"{papers[0].label.language}.json" if papers and papers[0].label else None
    content = taken(path) if path else None
    before: dict[str, int] = json.loads(content) if content is not None else {}
    counts = {file.sha256: before.get(file.sha256) or _counted(file) for file in papers}
    if path and counts != before:
        put_whole(path, json.dumps(counts).encode())
    return {(file.label.kind, file.label.subject): counts[file.sha256] for file in papers if file.label}


def _counted(file: Artifact) -> int:
    # Imported when used: where nothing was made anew, nothing of the press is needed.
    from ..documents.emit.press import page_count

    return page_count(file.data)


def sides(pages: int, say: Catalogue) -> str:
    """How a paper is printed: on one side, on both sides of one sheet, or on several sheets; empty if nobody knows."""
    if pages == 1:
        return say("supplies.one-side")
    if pages == 2:
        return say("supplies.both-sides")
    return say("supplies.pages", n=pages) if pages else ""


def print_runs(edition: Edition, made: Sequence[Artifact]) -> Iterator[Artifact]:
    """The list of each programme as a table for spreadsheets, with the pages of what was made."""
    pages = pages_of(made, edition.cache)
    for id_, programme in edition.curriculum.programmes.items():
        label = Label("print-run", "csv", edition.plain(programme.title), edition.language, edition.version(), "", id_)
        text = _table(edition, id_, programme, pages)
        yield Artifact(path_of(edition.language, "print-run", id_, "csv"), text.encode(), "facilitator", label=label)


def _table(edition: Edition, programme_id: str, programme: Programme, pages: dict[tuple[str, str], int]) -> str:
    columns = ("session", "day", "time", "what", "kind", "size", "pages", "sides", "count")
    rows: list[Sequence[object]] = [[edition.say(f"supplies.column.{column}") for column in columns]]
    slots = [slot for slot in agenda(edition.curriculum, programme_id, edition.say) if slot.id]
    whole = [*equipment(edition.curriculum), *supplies(edition.curriculum, [slot.timed for slot in slots])]
    groups = [((edition.say("supplies.total"), "", ""), whole)]
    groups += [
        (
            (edition.plain(slot.title), edition.plain(slot.day.day.title), clock(slot.timed.start)),
            supplies(edition.curriculum, [slot.timed]),
        )
        for slot in slots
    ]
    for head, listed in groups:
        for supply in listed:
            kind = edition.say(f"supplies.kind.{supply.kind}")
            number = pages.get((supply.kind, supply.id), 0)
            printed = [supply.size, number or "", sides(number, edition.say)]
            rows.append([*head, edition.plain(supply.title), kind, *printed, supply.count(programme)])
    return csv_text(rows)
