"""`workshop new curriculum --from`: a site with modules of another curriculum, ready to build."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.metadata import packages_distributions, version
from pathlib import Path

from ..ground.problems import did_you_mean
from ..reading.base import base_folder
from ..reading.curriculum import Curriculum, ModuleParts, load
from ..reading.kinds import FILE_KINDS
from ..reading.schema import first_line, write_schemas
from .exits import WrongUse
from .new import blank_sheet_of
from .project import Project, start_languages, write_around
from .wishes import Audience, Wishes, audiences_of, country_name, must_be_possible, quoted

DAY = 330
"""Minutes of sessions that fit into a day."""


def opened(name: str, root: Path) -> tuple[str, Path, Curriculum]:
    """A curriculum to take from, by the name of its package (`side-by-side`) or its folder. Raises WrongUse if there is none."""
    for given in dict.fromkeys((name, name.replace("-", "_"))):
        folder = base_folder(given, root)
        whole, _, complete = load(folder, folder.parent) if folder else (None, [], False)
        if folder is not None and whole is not None and complete:
            return given, folder, whole
    raise WrongUse(
        f"there is no curriculum `{name}`. Install its package (`pip install {name}-curriculum`), or name a folder that holds "
        "a `curriculum.yml`."
    )


def modules_of(base: Curriculum, wanted: Sequence[str]) -> list[ModuleParts]:
    """The modules to take. Raises WrongUse for one that is not there, and if there is none."""
    if not wanted:
        raise WrongUse(f"name the modules to take: --modules {','.join(list(base.modules)[:2])}. {_known(base)}")
    for id_ in wanted:
        if id_ not in base.modules:
            raise WrongUse(f"the base has no module `{id_}`. {did_you_mean(id_, base.modules) or _known(base)}")
    return [base.modules[id_] for id_ in dict.fromkeys(wanted)]


def _known(base: Curriculum) -> str:
    return f"It has: {', '.join(base.modules)}."


def mapped(
    base: Curriculum, modules: Sequence[ModuleParts], wishes: Sequence[str], ask: Callable[[str, str], str]
) -> dict[str, Audience]:
    """Each audience of the modules as it is called here. `wishes`: `police=Cadets`, `police=cadets=Cadets`; else it is asked.

    Raises WrongUse for an audience that the modules do not have.
    """
    given = dict(wish.partition("=")[::2] for wish in wishes)
    named = [id_ for parts in modules for id_ in parts.plan.audiences]
    for parts in modules:
        named += [id_ for handout in parts.handouts.values() for id_ in handout.audiences]
        named += [one.audience for case in parts.cases.values() for one in case.variants]
    there = {one.id: one.name for one in base.manual.audiences if one.id in named}
    for id_ in given:
        if id_ not in there:
            raise WrongUse(f"the modules have no audience `{id_}`. {did_you_mean(id_, there) or ', '.join(there)}")
    found = {}
    for id_, name in there.items():
        wish = given.get(id_) or ask(f'Who is here what the base calls "{name}"', name)
        if wish == name:
            found[id_] = Audience(id_, name)
        elif "=" in wish:
            (found[id_],) = audiences_of([wish])
        else:
            # Another name needs no other id.
            found[id_] = Audience(id_, wish)
    return found


def start_from(
    curriculum: Path,
    source: tuple[str, Path, Curriculum],
    modules: Sequence[ModuleParts],
    audiences: Mapping[str, Audience],
    wishes: Wishes,
    today: dt.date | None = None,
) -> Project:
    """Writes a curriculum that takes modules of another one, and everything around it. Raises WrongUse."""
    name, _, base = source
    own = tuple({one.id: one for one in audiences.values()}.values())
    days = _days(modules)
    wishes = replace(wishes, audiences=own)
    must_be_possible(wishes)
    texts = {
        "curriculum": ("curriculum.yml", _manual(name, base, modules, audiences, wishes)),
        "programme": ("programmes/course.yml", _programme(days, wishes)),
    }
    if not any(file.kind == "country" and file.ids == (wishes.country,) for file in base.files):
        head = f"name: {quoted(country_name(wishes.country))}\nlanguages: [{', '.join(wishes.languages)}]\nentries:\n"
        texts["country"] = (f"countries/{wishes.country}.yml", blank_sheet_of(base.country, head))
    written = []
    for kind, (place, text) in texts.items():
        path = curriculum / place
        if path.exists():
            raise WrongUse(f"{path} exists already; nothing was written.")
        path.parent.mkdir(parents=True, exist_ok=True)
        first = first_line(next(one for one in FILE_KINDS if one.name == kind))
        path.write_text(f"{first}\n{text}", "utf-8", newline="\n")
        written.append(path)
    write_schemas(curriculum)
    around, kept = write_around(curriculum, wishes, today or dt.date.today(), requirement(name))  # noqa: DTZ011
    written += [*around, *start_languages(curriculum, wishes.languages[1:])]
    return Project(written, kept, _NEXT)


_NEXT = """\
Next: `workshop check`, then `workshop build`. Say a text in your own words in `curriculum/overrides.yml`.
After a new release of the base: `workshop reuse` shows what it changed against your words."""


def requirement(name: str) -> str:
    """The package that holds the base, for `requirements.txt`; nothing for a folder."""
    distributions = packages_distributions().get(name, []) if name.isidentifier() else []
    return f"{distributions[0]}>={version(distributions[0])}" if distributions else ""


def _manual(
    name: str, base: Curriculum, modules: Sequence[ModuleParts], audiences: Mapping[str, Audience], wishes: Wishes
) -> str:
    other = [(theirs, one.id) for theirs, one in audiences.items() if theirs != one.id]
    wanted = {parts.plan.theme for parts in modules}
    used = {activity.method for parts in modules for activity in parts.plan.activities}
    manual = base.manual
    lines = [
        "# A manual that takes modules of another one. Change every text; the keys stand in the YAML reference.",
        f"title: {quoted(wishes.title)}",
        f"subtitle: {quoted(wishes.subject)}",
        f"summary: {quoted(f'Modules of {_of(manual.title)}, in a course of our own.')}",
        'version: "0.1.0"',
        f"language: {wishes.languages[0]}",
        *([f"languages: [{', '.join(wishes.languages[1:])}]"] if wishes.languages[1:] else []),
        f"country: {wishes.country}",
        "programme: course",
        "",
        "base:",
        f"  curriculum: {quoted(name)}",
        f"  include: [{', '.join(parts.id for parts in modules)}]",
        *(["  # What the base calls an audience, and what it is called below."] if other else []),
        *(["  audiences:"] if other else []),
        *(f"    - {{theirs: {theirs}, ours: {ours}}}" for theirs, ours in other),
        "",
        "# The modules name these themes.",
        "themes:",
        *(
            f"  - {{id: {theme.id}, name: {quoted(theme.name)}, colour: {theme.colour}}}"
            for theme in manual.themes
            if theme.id in wanted
        ),
        "audiences:",
        *(f"  - {{id: {one.id}, name: {quoted(one.name)}}}" for one in wishes.audiences),
        *(["methods:"] if any(one.id in used for one in manual.methods) else []),
        *(
            f"  - {{id: {one.id}, name: {quoted(one.name)}, like: {one.like}}}"
            for one in manual.methods
            if one.id in used
        ),
        *(["confidence:"] if manual.confidence else []),
        *(
            f"  - {{letter: {one.letter}, text: {quoted(one.text)}, verified: {str(one.verified).lower()}}}"
            for one in manual.confidence
        ),
        *(["guidance:"] if manual.guidance else []),
        *(f"  - {{id: {one.id}, issuers: [{', '.join(map(quoted, one.issuers))}]}}" for one in manual.guidance),
        "",
        "notice:",
        *(f"  - {quoted(line)}" for line in manual.notice),
        f"licence: {quoted(manual.licence)}",
    ]
    return "\n".join(lines) + "\n"


def _of(title: str) -> str:
    return f"\u201c{title}\u201d"


def _days(modules: Sequence[ModuleParts]) -> list[list[ModuleParts]]:
    """The modules in their order, on as few days as hold them."""
    days: list[list[ModuleParts]] = [[]]
    for parts in modules:
        if days[-1] and sum(one.minutes.most for one in days[-1]) + parts.minutes.most > DAY:
            days.append([])
        days[-1].append(parts)
    return days


def _programme(days: Sequence[Sequence[ModuleParts]], wishes: Wishes) -> str:
    lines = [
        "# The course. Change what you like: `workshop check` tells what does not fit.",
        "title: Course",
        "purpose: One sentence that says what it is for.",
        f"audiences: [{', '.join(one.id for one in wishes.audiences)}]",
        "days:",
    ]
    for number, day in enumerate(days, start=1):
        lines += [f"  - title: Day {number}", '    start: "09:00"', "    slots:", *_slots(number, day)]
    return "\n".join(lines) + "\n"


def _slots(number: int, day: Sequence[ModuleParts]) -> Iterator[str]:
    end = f"-{number}" if number > 1 else ""
    yield f"      - kind: opening\n        id: opening{end}\n        title: Opening\n        minutes: 15"
    yield "        steps:\n          - Say what the day is for."
    for place, parts in enumerate(day):
        if place:
            yield "      - {kind: break, minutes: 15, min: 10}"
        yield f"      - {{kind: session, id: {parts.id}, module: {parts.id}, minutes: {parts.minutes.most}}}"
    yield f"      - kind: wrap-up\n        id: wrap-up{end}\n        title: Wrap-up\n        minutes: 15"
    yield "        steps:\n          - Each one says one thing to take home."
