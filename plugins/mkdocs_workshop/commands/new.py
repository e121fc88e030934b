"""Starts new files: commented, valid from the start, and never over something that exists."""

import datetime as dt
import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from ..ground.problems import did_you_mean
from ..model.evidence import Country
from ..reading.kinds import FILE_KINDS
from ..reading.schema import first_line, write_schemas
from .exits import WrongUse
from .wishes import Audience, Wishes, filled, quoted, values


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
        ("programme", "programmes/{programme}.yml"),
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
    "figure": (("figure", "modules/{module}/figures/{id}.yml"),),
    "case": (("case", "modules/{module}/cases/{id}.yml"),),
    "programme": (("programme", "programmes/{id}.yml"),),
    "event": (("event", "events/{id}/event.yml"),),
    "instrument": (("instrument", "instruments/{id}.yml"),),
    "country": (("country", "countries/{id}.yml"),),
    "topic": (("topics", "topics.yml"),),
    "word-list": (("words", "words.yml"),),
}
"""What each kind of start writes: the skeleton and the place."""

_EVALUATION = ("instrument", "instruments/evaluation.yml")
FILES_OF_A_MANUAL = (*_FILES["curriculum"], _EVALUATION)
"""What `workshop new curriculum` writes below the curriculum."""

_NEXT: Mapping[str, str] = {
    "curriculum": "Next: `workshop check`, then `mkdocs serve`, and change the texts. `workshop new module ID` adds a module.",
    "module": "Next: put it into a programme, as `- {{kind: session, id: {id}, module: {id}, minutes: 60}}`, then `workshop check`.",
    "handout": "Next: name it in `handouts: [{id}]` of an activity of `{module}`, then `workshop check`.",
    "case": "Next: name it in `cases: [{id}]` of an activity of `{module}`, then `workshop check`.",
    "programme": "Next: replace the session by your own modules, then `workshop check`.",
    "figure": "Next: show it in a text as `{{figure:{id}}}`, with a word beside it, then `workshop check`.",
    "instrument": "Next: name it in `instruments: [{id}]` of a slot of a programme, then `workshop check`.",
    "country": "Next: fill in what somebody on the spot has checked; `country: {id}` in `curriculum.yml` chooses it.",
    "topic": "Next: write what it is about, name it in `topics: [{id}]` of an activity, then `workshop check`.",
    "word-list": "Next: put your own words into it, then `workshop check`.",
    "event": "Next: put the filled-in forms into `responses/{id}/`, then `workshop report {id}`.",
}


def start(
    curriculum: Path,
    kind: str,
    id_: str,
    module: str = "",
    today: dt.date | None = None,
    wishes: Wishes | None = None,
) -> Started:
    """Writes the skeletons of a kind. Raises WrongUse when the wish can not be fulfilled."""
    _must_make_sense(curriculum, kind, id_, module)
    own = "first-module" if kind == "curriculum" else id_
    if kind == "programme":
        # A session must name a module; the first one there is makes the skeleton valid.
        own = min(path.parent.name for path in curriculum.glob("modules/*/module.yml"))
    today = today or dt.date.today()  # noqa: DTZ011  the author's own day
    given = {
        "module": module or own,
        **EXAMPLES,
        **(
            values(wishes or Wishes(), today)
            if kind == "curriculum"
            else _what_is_there(curriculum, module or own, id_, today)
        ),
        "id": own,
        "title": own.replace("-", " ").capitalize(),
    }
    wanted = FILES_OF_A_MANUAL if wishes and wishes.evaluation else _FILES[kind]
    targets = [(skeleton, curriculum / place.format(**{**given, "id": id_ or own})) for skeleton, place in wanted]
    if kind == "topic" and targets[0][1].exists():
        return Started([with_topic(targets[0][1], id_)], _NEXT[kind].format(id=id_))
    for _, path in targets:
        if path.exists():
            raise WrongUse(f"{path} exists already; nothing was written. Choose another id.")
    for skeleton, path in targets:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = skeleton_of(skeleton, given)
        if kind == "country":
            text = blank_sheet(curriculum, text)
        path.write_text(text, "utf-8", newline="\n")
    if kind == "curriculum":
        write_schemas(curriculum)
    return Started([path for _, path in targets], _NEXT[kind].format(**{**given, "id": id_}))


def blank_sheet(curriculum: Path, skeleton: str) -> str:
    """A country sheet with every entry of the one that is chosen, and no value: texts ask for each of these ids."""
    from ..reading.curriculum import load

    whole, _, _ = load(curriculum.absolute(), curriculum.absolute().parent)
    if whole is None or not whole.country.entries:
        return skeleton
    return blank_sheet_of(whole.country, skeleton.partition("entries:\n")[0] + "entries:\n")


def blank_sheet_of(country: Country, head: str) -> str:
    """The entries of a country sheet without their values, below another head that ends in `entries:`."""
    groups = [f"  - {{id: {group.id}, title: {quoted(group.title)}}}\n" for group in country.groups]
    if groups:
        head = head.replace("entries:\n", f"groups:\n{''.join(groups)}entries:\n")
    return head + "".join(
        f"  - id: {entry.id}\n    group: {entry.group}\n    label: {quoted(entry.label)}\n"
        + (f"    ask: {quoted(entry.ask)}\n" if entry.ask else "")
        for entry in country.entries
    )


def with_topic(path: Path, id_: str) -> Path:
    """Writes one more topic at the end of `topics.yml`, and leaves the rest as it is. Raises WrongUse if it is there."""
    text = path.read_text("utf-8")
    if re.search(rf"\bid: {id_}\b(?!-)", text):
        raise WrongUse(f"{path} has a topic `{id_}` already; nothing was written. Choose another id.")
    body = skeleton_of("topics", {"id": id_, "outline": "My outline"}).partition("topics:\n")[2]
    path.write_text(f"{text.rstrip()}\n{body}", "utf-8", newline="\n")
    return path


def _must_make_sense(curriculum: Path, kind: str, id_: str, module: str) -> None:
    if kind == "curriculum":
        if id_:
            raise WrongUse(f"a curriculum has no id; say where it goes with --curriculum {id_}.")
        return
    if not curriculum.is_dir():
        raise WrongUse(f"there is no folder `{curriculum}`. `workshop new curriculum` starts one.")
    if kind == "word-list" and not id_:
        return
    if kind == "country" and not re.fullmatch(r"[a-z]{2}", id_):
        raise WrongUse(f"`{id_}` is no country. Write its two letters, as in `workshop new country kg`.")
    if not _ID.fullmatch(id_):
        plain = re.sub(r"[^a-z0-9]+", "-", id_.lower()).strip("-")
        hint = f" Try `{plain}`." if plain else ""
        raise WrongUse(f"`{id_}` can not be an id: use lower-case letters, digits and single hyphens.{hint}")
    modules = sorted(path.parent.name for path in curriculum.glob("modules/*/module.yml"))
    if kind in {"handout", "case", "figure"}:
        if not module:
            raise WrongUse(f"say to which module it belongs: --module ID. Modules: {', '.join(modules)}.")
        if module not in modules:
            raise WrongUse(f"there is no module `{module}`. {did_you_mean(module, modules)}".rstrip())
    elif module:
        raise WrongUse(f"--module goes with a handout or a case, not with a {kind}.")
    if kind == "programme" and not modules:
        raise WrongUse("a programme needs a module; start one with `workshop new module ID`.")


EXAMPLES: Mapping[str, str] = {
    "theme": "basics",
    "minutes": "60",
    "fact-mark": "{fact:example-figure}",
    "term-mark": "{term:example-term}",
    "country-mark": "{country:emergency-number}",
    "outline": "My outline",
}
"""What a new curriculum has in its other files."""


def _what_is_there(curriculum: Path, module: str, id_: str, today: dt.date) -> Mapping[str, str]:
    """The first theme, audience, fact, term and country entry of a curriculum, so that a new file is valid in it.

    What goes into a module that is there already is for the audiences of that module.
    """
    from ..reading.curriculum import load

    code = id_ if re.fullmatch(r"[a-z]{2}", id_) else "xx"
    whole, _, _ = load(curriculum, curriculum.parent)
    if whole is None:
        return values(Wishes(country=code), today)
    minutes, audiences = 60, list(whole.manual.audiences[:1])
    if module in whole.modules:
        parts = whole.modules[module]
        minutes = parts.minutes.least
        audiences = [one for one in whole.manual.audiences if one.id in parts.plan.audiences]
    wishes = Wishes(audiences=tuple(Audience(one.id, one.name) for one in audiences), country=code)
    return {
        **values(wishes, today),
        "theme": whole.manual.themes[0].id,
        "minutes": str(minutes),
        "fact-mark": f"{{fact:{next(iter(whole.facts))}}}" if whole.facts else "(none yet)",
        "term-mark": f"{{term:{next(iter(whole.terms))}}}" if whole.terms else "(none yet)",
        "country-mark": f"{{country:{whole.country.entries[0].id}}}" if whole.country.entries else "{field:Number}",
    }


def skeleton_of(name: str, given: Mapping[str, str]) -> str:
    """A file of the curriculum as it is started.

    The text of `skeletons/NAME.yml`: `skeleton_of("module", {"id": "first-aid", ...})` begins with the line that names
    its schema, and has each value in the place of its name.
    """
    text = (files(__package__) / "skeletons" / f"{name}.yml").read_text("utf-8")
    kind = next(kind for kind in FILE_KINDS if kind.name == name)
    return f"{first_line(kind)}\n{filled(text, given)}"
