"""`workshop new` and `workshop template`: start a manual, one more file of it, or a template of all."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .exits import CLEAN, WrongUse
from .frame import Command, Example, Group, argument, option, several, split
from .given import FOLDER, ids_of, new_curriculum_option

if TYPE_CHECKING:
    from .project import Project
    from .wishes import Wishes

new = Group(
    "new", section="Write", short_help="Start a curriculum with its site, or one more file of it.",
    help="Writes commented files that are valid from the start. Nothing that exists is overwritten.",
    examples=[
        ("workshop new curriculum", "Asks what the manual is about, and writes a project that builds."),
        ("workshop new module first-aid", "A module with a reading, a check, slides, a handout and a case."),
    ],
)  # fmt: skip


@dataclass(frozen=True)
class Given:
    """What the options of `workshop new curriculum` say; what they leave out is asked."""

    title: str | None = None
    subject: str | None = None
    languages: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    days: int | None = None
    country: str | None = None
    site_url: str | None = None
    repo_url: str | None = None
    modules: tuple[str, ...] = ()


_ABOUT, _WHERE, _FROM = "What it is about", "Where it will stand", "With modules of another curriculum"


@new.command(
    "curriculum", short_help="A manual: its texts, its site, how it is published.",
    examples=[
        ("workshop new curriculum", "Asks for everything."),
        (
            'workshop new curriculum --title "First on the scene" --languages en,ru --country kz --yes',
            "Asks nothing; what is left out is what is usual.",
        ),
        (
            "workshop new curriculum --from side-by-side --modules occupational-safety --yes",
            "Takes a module of a manual that is installed.",
        ),
    ],
)  # fmt: skip
@click.argument("id_", metavar="", default="")
@option("--title", section=_ABOUT, help="Its title.")
@option("--subject", section=_ABOUT, help="One line that says what it is about.")
@several(
    "--languages", "--language", metavar="CODE", section=_ABOUT,
    help="That of the texts first: en,ru,kk; with commas, or several times.",
)  # fmt: skip
@several(
    "--audience", metavar="NAME", section=_ABOUT,
    help="Who sits in the room; with commas, or several times; with --from: THEIRS=NAME, or THEIRS=ID=NAME.",
)  # fmt: skip
@option("--days", type=int, metavar="NUMBER", section=_ABOUT, help="Days of its first programme (default: 1).")
@option("--country", metavar="CODE", section=_ABOUT, help="Two letters: kz.")
@option("--site-url", metavar="URL", section=_WHERE, help="Where the site will stand.")
@option("--repo-url", metavar="URL", section=_WHERE, help="Where its files are kept, for edit links.")
@option("--from", "source", metavar="NAME", section=_FROM, help="Take modules of another curriculum: side-by-side.")
@several(
    "--modules", "--module", metavar="ID", section=_FROM,
    help="With --from: the modules to take; with commas, or several times.",
)  # fmt: skip
@option("--yes", is_flag=True, help="Ask nothing; take what is usual.")
@new_curriculum_option
def new_curriculum(id_: str, source: str | None, yes: bool, curriculum: Path, **given: Any) -> int:
    """Writes a curriculum and the project around it: settings of the site, workflows that publish it, `.gitignore`.

    Asks what the manual is about where options do not say so, and only if somebody sits at the terminal.
    """
    if id_:
        return _file(curriculum, "curriculum", id_, "")
    return _project(curriculum, Given(**given), source, ask_whom(yes))


_KINDS: Mapping[str, tuple[str, str, Example]] = {
    "module": (
        "A module: plan, reading, check, slides, a handout, a case, a figure.",
        "Writes a module that is complete and short: its plan, a reading, a knowledge check, slides, a handout, a case study and a "
        "figure.",
        ("workshop new module first-aid", "Writes curriculum/modules/first-aid/."),
    ),
    "handout": (
        "A paper for participants.",
        "Writes a handout into a module.",
        (
            "workshop new handout exposure-card --module first-aid",
            "Writes modules/first-aid/handouts/exposure-card.yml.",
        ),
    ),
    "case": (
        "A case study.",
        "Writes a case study into a module.",
        ("workshop new case night-shift --module first-aid", "Writes modules/first-aid/cases/night-shift.yml."),
    ),
    "figure": (
        "A drawing.",
        "Writes a figure into a module: three steps in time. Its first lines name the other kinds.",
        ("workshop new figure first-minutes --module first-aid", "Writes modules/first-aid/figures/first-minutes.yml."),
    ),
    "programme": (
        "An agenda: days, sessions, breaks.",
        "Writes a programme of one day with the first module of the curriculum.",
        ("workshop new programme refresher", "Writes programmes/refresher.yml."),
    ),
    "instrument": (
        "A test before and after, or an evaluation form.",
        "Writes a form.",
        ("workshop new instrument evaluation", "Writes instruments/evaluation.yml."),
    ),
    "country": (
        "A country sheet: law, services, contacts.",
        "Writes a country sheet with every entry of the one that is chosen, and no value.",
        ("workshop new country kg", "Writes countries/kg.yml."),
    ),
    "topic": (
        "Something that the manual promises to cover.",
        "Writes a topic; into `topics.yml` behind the others if there are some.",
        ("workshop new topic overdose", "Writes topics.yml, or one more topic into it."),
    ),
    "word-list": (
        "Words to avoid, and what to write instead.",
        "Writes a list of words to avoid.",
        ("workshop new word-list", "Writes words.yml."),
    ),
    "event": (
        "A workshop that takes place, or took place.",
        "Writes an event, for which `workshop report` counts the forms.",
        ("workshop new event 2026-03-almaty", "Writes events/2026-03-almaty/event.yml."),
    ),
}
"""What can be started besides a curriculum: a line, a paragraph, an example."""

_ID_LINES = {"country": "Two letters.", "word-list": "None: there is one list."}
_OF_MODULES = ("handout", "case", "figure")


def _add(kind: str) -> None:
    line, text, example = _KINDS[kind]

    @new.command(kind, short_help=line, help=text, examples=[example])
    @argument(
        "id_", metavar="[ID]" if kind == "word-list" else "ID", default="",
        line=_ID_LINES.get(kind, "Its id: lower-case words joined by hyphens."),
    )  # fmt: skip
    @option(
        "--module", default="", metavar="ID", shell_complete=ids_of("module"), hidden=kind not in _OF_MODULES,
        help="The module that it belongs to.",
    )  # fmt: skip
    @new_curriculum_option
    def one(id_: str, module: str, curriculum: Path) -> int:
        return _file(curriculum, kind, id_, module)


for _kind in _KINDS:
    _add(_kind)


@click.command(
    "template", cls=Command, section="Projects and editors", short_help="Write a Copier template of a new manual.",
    examples=[("workshop template ../manual-template", "A folder that `copier copy` starts manuals from.")],
)  # fmt: skip
@argument("folder", type=FOLDER, metavar="DIR", line="A new or empty folder.")
@new_curriculum_option
def template(folder: Path, curriculum: Path) -> int:  # noqa: ARG001  every command has --curriculum
    """Writes a folder from which `copier copy` starts a manual, with the same files as `workshop new curriculum`.

    Kept in Git with a tag for each version, it also brings a manual up to date: `copier update`.
    """
    from .template import write_template

    write_template(folder)
    print(f"wrote {folder}\nNext: `copier copy {folder} NEW-FOLDER`, or put it into Git, with a tag, for others.")
    return CLEAN


def _file(curriculum: Path, kind: str, id_: str, module: str) -> int:
    from .new import start

    _say(*start(curriculum, kind, id_, module))
    return CLEAN


def _project(curriculum: Path, given: Given, source: str | None, ask: "Ask") -> int:
    from .project import start_project

    if (curriculum / "curriculum.yml").exists():
        # Said before anything is asked.
        raise WrongUse(f"{curriculum / 'curriculum.yml'} exists already; nothing was written.")
    project = _taken(curriculum, source, given, ask) if source else start_project(curriculum, wishes_of(given, ask))
    _say(project.written, "")
    for path in project.kept:
        print(f"kept {path}: it was there before")
    print(project.next_step)
    return CLEAN


def _taken(curriculum: Path, name: str, given: Given, ask: "Ask") -> "Project":
    """A manual with modules of another one. Raises WrongUse."""
    from .reusing import mapped, modules_of, opened, start_from
    from .wishes import Wishes

    source = opened(name, curriculum.absolute().parent)
    base = source[2]
    wanted = list(given.modules) or split(ask("Modules to take, with commas: " + ", ".join(base.modules) + "\n", ""))
    modules = modules_of(base, wanted)
    audiences = mapped(base, modules, given.audience, ask)
    theirs = ",".join((base.manual.language, *base.manual.languages))
    languages = given.languages or split(ask("Languages", theirs))
    wishes = Wishes(
        title=given.title or ask("Title of the manual", f"Course with {base.manual.title}"),
        subject=given.subject or ask("What is it about, in one line", base.manual.subtitle),
        languages=tuple(dict.fromkeys(languages)),
        country=(given.country or ask("Country, two letters", base.manual.country)).lower(),
        site_url=given.site_url or ask("Address of the site, if you know it", ""),
        repo_url=given.repo_url or ask("Address of the repository, if there is one", ""),
    )
    return start_from(curriculum, source, modules, audiences, wishes)


def _say(written: Sequence[Path], next_step: str) -> None:
    for path in written:
        print(f"wrote {path}")
    if next_step:
        print(next_step)


Ask = Callable[[str, str], str]
"""Asks a question; the second word is what stands if nothing is answered."""


def ask_whom(yes: bool) -> Ask:
    """Asks whoever sits at the terminal; where nobody does, or nothing shall be asked, what is usual stands."""
    return _asked if sys.stdin.isatty() and not yes else lambda _, usual: usual


def _asked(question: str, usual: str) -> str:
    return input(f"{question} [{usual}]: ").strip() or usual


def wishes_of(given: Given, ask: Ask) -> "Wishes":
    """What the options say, and what is answered where they are silent. Raises WrongUse for an answer that can not be."""
    from .wishes import Wishes, audiences_of, must_be_possible

    usual = Wishes()
    title = given.title or ask("Title of the manual", usual.title)
    subject = given.subject or ask("What is it about, in one line", usual.subject)
    languages = given.languages or split(ask("Languages, that of the texts first", ",".join(usual.languages)))
    names = given.audience or split(ask("Who sits in the room, with commas", usual.audiences[0].name))
    days = given.days if given.days is not None else number(ask("Days of the workshop", str(usual.days)))
    country = given.country or ask("Country, two letters (xx: none)", usual.country)
    wishes = Wishes(
        title=title,
        subject=subject,
        languages=tuple(dict.fromkeys(languages)),
        audiences=audiences_of(names),
        days=days,
        country=country.lower(),
        site_url=given.site_url or ask("Address of the site, if you know it", ""),
        evaluation=True,
        repo_url=given.repo_url or ask("Address of the repository, if there is one", ""),
    )
    must_be_possible(wishes)
    return wishes


def number(text: str) -> int:
    """A whole number. Raises WrongUse for anything else. `number("12")` gives `12`."""
    if not text.isascii() or not text.isdigit():
        raise WrongUse(f"`{text}` is no whole number of days.")
    return int(text)
