"""`workshop new` and `workshop template`: start a manual, one more file of it, or a template of all."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .exits import CLEAN, WRONG_USE, WrongUse

if TYPE_CHECKING:
    from .project import Project
    from .wishes import Wishes

KINDS = (
    "curriculum", "module", "handout", "case", "figure", "programme", "instrument", "country", "topic", "word-list", "event",
)  # fmt: skip


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Adds the command to those of `workshop`."""
    parser = commands.add_parser(
        "new", parents=[common], help="start a curriculum with its site, or one more file of it",
        description="Writes commented files that are valid from the start. Nothing that exists is overwritten. "
        "`workshop new curriculum` asks what the manual is about, unless options say so.",
    )  # fmt: skip
    parser.add_argument("kind", choices=KINDS, help="what to start")
    parser.add_argument(
        "id", nargs="?", default="",
        help="its id: lower-case words joined by hyphens; two letters for a country; none for a curriculum",
    )  # fmt: skip
    parser.add_argument(
        "--module", default="", metavar="ID", help="the module that a handout, case or figure belongs to"
    )
    manual = parser.add_argument_group("of a curriculum")
    manual.add_argument("--title", help="its title")
    manual.add_argument("--subject", help="one line that says what it is about")
    manual.add_argument("--languages", metavar="CODES", help="that of the texts first: en,ru,kk")
    manual.add_argument(
        "--audience",
        action="append",
        metavar="NAME",
        help="who sits in the room; several times; with --from: THEIRS=NAME, or THEIRS=ID=NAME",
    )
    manual.add_argument("--days", type=int, metavar="NUMBER", help="days of its first programme (default: 1)")
    manual.add_argument("--country", metavar="CODE", help="two letters: kz")
    manual.add_argument("--site-url", metavar="URL", help="where the site will stand")
    manual.add_argument("--repo-url", metavar="URL", help="where its files are kept, for edit links")
    manual.add_argument(
        "--from", dest="source", metavar="NAME", help="take modules of another curriculum: side-by-side"
    )
    manual.add_argument("--modules", default="", metavar="IDS", help="with --from: the modules to take, with commas")
    manual.add_argument("--yes", action="store_true", help="ask nothing; take what is usual")
    parser.set_defaults(run=run)
    template = commands.add_parser(
        "template", parents=[common], help="write a Copier template of a new manual",
        description="Writes a folder from which `copier copy` starts a manual, with the same files as `workshop new curriculum`. "
        "Kept in Git with a tag for each version, it also brings a manual up to date: `copier update`.",
    )  # fmt: skip
    template.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")
    template.set_defaults(run=run, kind="template")


def run(options: argparse.Namespace) -> int:
    """Writes the files and says which. Returns the exit status."""
    try:
        if options.kind == "template":
            return _template(options)
        return _curriculum(options) if options.kind == "curriculum" and not options.id else _file(options)
    except WrongUse as error:
        print(f"workshop: {error}", file=sys.stderr)
        return WRONG_USE


def _template(options: argparse.Namespace) -> int:
    from .template import write_template

    folder: Path = options.folder
    write_template(folder)
    print(f"wrote {folder}\nNext: `copier copy {folder} NEW-FOLDER`, or put it into Git, with a tag, for others.")
    return CLEAN


def _file(options: argparse.Namespace) -> int:
    from .new import start

    _say(*start(options.curriculum, options.kind, options.id, options.module))
    return CLEAN


def _curriculum(options: argparse.Namespace) -> int:
    from .project import start_project

    if (options.curriculum / "curriculum.yml").exists():
        # Said before anything is asked.
        raise WrongUse(f"{options.curriculum / 'curriculum.yml'} exists already; nothing was written.")
    ask = ask_whom(options)
    project = _taken(options, ask) if options.source else start_project(options.curriculum, wishes_of(options, ask))
    _say(project.written, "")
    for path in project.kept:
        print(f"kept {path}: it was there before")
    print(project.next_step)
    return CLEAN


def _taken(options: argparse.Namespace, ask: "Ask") -> "Project":
    """A manual with modules of another one. Raises WrongUse."""
    from .reusing import mapped, modules_of, opened, start_from
    from .wishes import Wishes

    source = opened(options.source, options.curriculum.absolute().parent)
    base = source[2]
    wanted = split(options.modules or ask("Modules to take, with commas: " + ", ".join(base.modules) + "\n", ""))
    modules = modules_of(base, wanted)
    audiences = mapped(base, modules, options.audience or [], ask)
    languages = options.languages or ask("Languages", ",".join((base.manual.language, *base.manual.languages)))
    wishes = Wishes(
        title=options.title or ask("Title of the manual", f"Course with {base.manual.title}"),
        subject=options.subject or ask("What is it about, in one line", base.manual.subtitle),
        languages=tuple(dict.fromkeys(split(languages))),
        country=(options.country or ask("Country, two letters", base.manual.country)).lower(),
        site_url=options.site_url or ask("Address of the site, if you know it", ""),
        repo_url=options.repo_url or ask("Address of the repository, if there is one", ""),
    )
    return start_from(options.curriculum, source, modules, audiences, wishes)


def _say(written: Sequence[Path], next_step: str) -> None:
    for path in written:
        print(f"wrote {path}")
    if next_step:
        print(next_step)


Ask = Callable[[str, str], str]
"""Asks a question; the second word is what stands if nothing is answered."""


def ask_whom(options: argparse.Namespace) -> Ask:
    """Asks whoever sits at the terminal; where nobody does, or nothing shall be asked, what is usual stands."""
    return _asked if sys.stdin.isatty() and not options.yes else lambda _, usual: usual


def _asked(question: str, usual: str) -> str:
    return input(f"{question} [{usual}]: ").strip() or usual


def wishes_of(options: argparse.Namespace, ask: Ask) -> "Wishes":
    """What the options say, and what is answered where they are silent. Raises WrongUse for an answer that can not be."""
    from .wishes import Wishes, audiences_of, must_be_possible

    usual = Wishes()
    title = options.title or ask("Title of the manual", usual.title)
    subject = options.subject or ask("What is it about, in one line", usual.subject)
    languages = options.languages or ask("Languages, that of the texts first", ",".join(usual.languages))
    names = options.audience or split(ask("Who sits in the room, with commas", usual.audiences[0].name))
    days = options.days if options.days is not None else number(ask("Days of the workshop", str(usual.days)))
    country = options.country or ask("Country, two letters (xx: none)", usual.country)
    wishes = Wishes(
        title=title,
        subject=subject,
        languages=tuple(dict.fromkeys(split(languages))),
        audiences=audiences_of(names),
        days=days,
        country=country.lower(),
        site_url=options.site_url or ask("Address of the site, if you know it", ""),
        evaluation=True,
        repo_url=options.repo_url or ask("Address of the repository, if there is one", ""),
    )
    must_be_possible(wishes)
    return wishes


def split(text: str) -> list[str]:
    """What stands between commas."""
    return [part.strip() for part in text.split(",") if part.strip()]


def number(text: str) -> int:
    """A whole number. Raises WrongUse for anything else."""
    if not text.isascii() or not text.isdigit():
        raise WrongUse(f"`{text}` is no whole number of days.")
    return int(text)
