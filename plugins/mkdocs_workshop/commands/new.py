"""Starts new files: commented, valid from the start, and never over something that exists."""

import datetime as dt
import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from ..ground.problems import did_you_mean
from ..reading.kinds import FILE_KINDS
from ..reading.schema import first_line, write_schemas
from .new_project import start_project


class WrongUse(Exception):
    """The command was asked for something that it can not do; the message says what to do instead."""


class Started(NamedTuple):
    """What was written, and what an author does next."""

    files: list[Path]
    next_step: str


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_FILES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "curriculum": (
        ("curriculum", "curriculum.yml"),
        ("sources", "sources.yml"),
        ("facts", "facts.yml"),
        ("glossary", "glossary.yml"),
        ("country", "countries/{country}.yml"),
        ("programme", "programmes/one-day.yml"),
        ("module", "modules/first-module/module.yml"),
        ("reading", "modules/first-module/reading.yml"),
        ("check", "modules/first-module/check.yml"),
        ("deck", "modules/first-module/deck.yml"),
        ("handout", "modules/first-module/handouts/first-module-card.yml"),
        ("case", "modules/first-module/cases/first-module-story.yml"),
        ("figure", "modules/first-module/figures/first-module-way.yml"),
    ),
    "module": (
        ("module", "modules/{id}/module.yml"),
        ("reading", "modules/{id}/reading.yml"),
        ("check", "modules/{id}/check.yml"),
        ("deck", "modules/{id}/deck.yml"),
        ("handout", "modules/{id}/handouts/{id}-card.yml"),
        ("case", "modules/{id}/cases/{id}-story.yml"),
        ("figure", "modules/{id}/figures/{id}-way.yml"),
    ),
    "handout": (("handout", "modules/{module}/handouts/{id}.yml"),),
    "case": (("case", "modules/{module}/cases/{id}.yml"),),
    "programme": (("programme", "programmes/{id}.yml"),),
    "event": (("event", "events/{id}/event.yml"),),
}
"""What each kind of start writes: the skeleton and the place."""

_NEXT: Mapping[str, str] = {
    "curriculum": "Next: `workshop check`, then `mkdocs serve`, and change the texts. `workshop new module ID` adds a module.",
    "module": "Next: put it into a programme, as `- {{kind: session, id: {id}, module: {id}, minutes: 60}}`, then `workshop check`.",
    "handout": "Next: name it in `handouts: [{id}]` of an activity of `{module}`, then `workshop check`.",
    "case": "Next: name it in `cases: [{id}]` of an activity of `{module}`, then `workshop check`.",
    "programme": "Next: replace the session by your own modules, then `workshop check`.",
    "event": "Next: put the filled-in forms into `responses/{id}/`, then `workshop report {id}`.",
}


def start(curriculum: Path, kind: str, id_: str, module: str = "", today: dt.date | None = None) -> Started:
    """Writes the skeletons of a kind. Raises WrongUse when the wish can not be fulfilled."""
    _must_make_sense(curriculum, kind, id_, module)
    own = "first-module" if kind == "curriculum" else id_
    if kind == "programme":
        # A session must name a module; the first one there is makes the skeleton valid.
        own = min(path.parent.name for path in curriculum.glob("modules/*/module.yml"))
    today = today or dt.date.today()  # noqa: DTZ011  the author's own day
    values = {
        "id": own,
        "module": module or own,
        "country": "xx",
        "title": own.replace("-", " ").capitalize(),
        "today": today.isoformat(),
        "next_year": (today + dt.timedelta(days=365)).isoformat(),
        **(_EXAMPLES if kind == "curriculum" else _what_is_there(curriculum, own)),
    }
    targets = [
        (skeleton, curriculum / place.format(**{**values, "id": id_ or own})) for skeleton, place in _FILES[kind]
    ]
    for _, path in targets:
        if path.exists():
            raise WrongUse(f"{path} exists already; nothing was written. Choose another id.")
    for skeleton, path in targets:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_fill(skeleton, values), "utf-8")
    around: list[Path] = []
    if kind == "curriculum":
        write_schemas(curriculum)
        around = start_project(curriculum.parent)
    return Started([*(path for _, path in targets), *around], _NEXT[kind].format(**{**values, "id": id_}))


def _must_make_sense(curriculum: Path, kind: str, id_: str, module: str) -> None:
    if kind == "curriculum":
        if id_:
            raise WrongUse(f"a curriculum has no id; say where it goes with --curriculum {id_}.")
        return
    if not curriculum.is_dir():
        raise WrongUse(f"there is no folder `{curriculum}`. `workshop new curriculum` starts one.")
    if not _ID.fullmatch(id_):
        plain = re.sub(r"[^a-z0-9]+", "-", id_.lower()).strip("-")
        hint = f" Try `{plain}`." if plain else ""
        raise WrongUse(f"`{id_}` can not be an id: use lower-case letters, digits and single hyphens.{hint}")
    modules = sorted(path.parent.name for path in curriculum.glob("modules/*/module.yml"))
    if kind in {"handout", "case"}:
        if not module:
            raise WrongUse(f"say to which module it belongs: --module ID. Modules: {', '.join(modules)}.")
        if module not in modules:
            raise WrongUse(f"there is no module `{module}`. {did_you_mean(module, modules)}".rstrip())
    elif module:
        raise WrongUse(f"--module goes with a handout or a case, not with a {kind}.")
    if kind == "programme" and not modules:
        raise WrongUse("a programme needs a module; start one with `workshop new module ID`.")


_EXAMPLES: Mapping[str, str] = {
    "theme": "basics",
    "audience": "participants",
    "minutes": "60",
    "fact-mark": "{fact:example-figure}",
    "term-mark": "{term:example-term}",
    "country-mark": "{country:emergency-number}",
}
"""What a new curriculum has in its other files."""


def _what_is_there(curriculum: Path, module: str) -> Mapping[str, str]:
    """The first theme, audience, fact, term and country entry of a curriculum, so that a new file is valid in it."""
    from ..reading.curriculum import load

    whole, _, _ = load(curriculum, curriculum.parent)
    if whole is None:
        return _EXAMPLES
    minutes = 60
    if module in whole.modules:
        minutes = whole.modules[module].minutes.least
    return {
        "theme": whole.manual.themes[0].id,
        "audience": whole.manual.audiences[0].id,
        "minutes": str(minutes),
        "fact-mark": f"{{fact:{next(iter(whole.facts))}}}" if whole.facts else "(none yet)",
        "term-mark": f"{{term:{next(iter(whole.terms))}}}" if whole.terms else "(none yet)",
        "country-mark": f"{{country:{whole.country.entries[0].id}}}" if whole.country.entries else "{field:Number}",
    }


def _fill(skeleton: str, values: Mapping[str, str]) -> str:
    text = (files(__package__) / "skeletons" / f"{skeleton}.yml").read_text("utf-8")
    for key, value in values.items():
        text = text.replace(f"<{key}>", value)
    kind = next(kind for kind in FILE_KINDS if kind.name == skeleton)
    return f"{first_line(kind)}\n{text}"
