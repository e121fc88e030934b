"""The command `workshop`: check, build, new, report, schema, reference."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from .commands import (
    bank,
    delivered,
    headers,
    migrate,
    papers,
    people,
    report,
    reuse,
    starting,
    translate,
    waiting,
)
from .commands.exits import CLEAN, PROBLEMS, WRONG_USE

_EPILOG = """\
A day with it:
  workshop new module first-aid      start a module, with comments that explain each key
  workshop check                     is everything right? where not, and what to do
  mkdocs serve                       look at it while you write
  workshop build                     make the site, all or nothing

Exit status: 0 clean, 1 problems found, 2 wrong use of the command.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit status."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.print_help()
        return WRONG_USE
    folder: Path = options.curriculum
    if not folder.is_dir() and options.command not in ("new", "template"):
        print(
            f"workshop: there is no folder `{folder}` here. Go to the project folder, or name it with --curriculum.",
            file=sys.stderr,
        )
        return WRONG_USE
    status: int = options.run(options)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="workshop",
        description="Training modules in YAML become a workshop manual.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {version('mkdocs-workshop')}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--curriculum",
        type=Path,
        default=Path("curriculum"),
        metavar="DIR",
        help="folder with the YAML files (default: curriculum)",
    )
    check = commands.add_parser(
        "check", parents=[common], help="find every mistake in the YAML files",
        description="Reads all files and reports every mistake at once: where it is, what is wrong, and what to do.",
    )  # fmt: skip
    check.add_argument("--strict-facts", action="store_true", help="facts that are due for checking are errors")
    check.add_argument("--country", metavar="ID", help="with another country sheet: kg")
    check.set_defaults(run=_check)
    build = commands.add_parser(
        "build", parents=[common], help="check and build the site, all or nothing",
        description="Builds the site beside the old one and swaps it in only if everything is right.",
    )  # fmt: skip
    build.add_argument(
        "--site", type=Path, default=Path("site"), metavar="DIR", help="where the site goes (default: site)"
    )
    build.add_argument(
        "--markdown", type=Path, metavar="DIR",
        help="write a plain documentation folder instead, which other generators build without this plugin",
    )  # fmt: skip
    build.add_argument(
        "--role",
        choices=("facilitator", "participant"),
        help="whose edition: participants get no notes, keys and debriefs",
    )
    build.add_argument(
        "--replace-role", action="store_true",
        help="let the edition for participants take the place of the one for facilitators, or the reverse",
    )  # fmt: skip
    build.add_argument(
        "--language", action="append", default=[], metavar="CODE",
        help="one of the languages to build; give it several times (default: all that the manual publishes)",
    )  # fmt: skip
    build.add_argument(
        "--local", type=Path, metavar="FILE",
        help='contacts of one district, as saved by the page "Make it ours" or in its Excel sheet: every paper comes filled in',
    )  # fmt: skip
    build.add_argument(
        "--country", action="append", default=[], metavar="ID",
        help="with another country sheet: kg; several times: a site for each, below SITE/ID",
    )  # fmt: skip
    build.add_argument("--offline", action="store_true", help="make one ZIP that works from a stick, without a network")
    build.add_argument("--out", type=Path, metavar="ZIP", help="with --offline: where it goes (default: dist/NAME.zip)")
    build.set_defaults(run=_build)
    calendar = commands.add_parser(
        "calendar", parents=[common], help="write a calendar file of a programme",
        description="Writes an iCalendar file with an entry for each session and break.",
    )  # fmt: skip
    calendar.add_argument("programme", metavar="PROGRAMME", help="its id, for example two-day")
    calendar.add_argument("--start", required=True, metavar="YYYY-MM-DD", help="the first day")
    calendar.add_argument("--out", type=Path, metavar="FILE", help="where it goes (default: PROGRAMME.ics)")
    calendar.set_defaults(run=_calendar)
    starting.add(commands, common)
    reuse.add(commands, common)
    schema = commands.add_parser(
        "schema", parents=[common], help="write the JSON Schemas for editors",
        description="Writes curriculum/schema/*.json, with which editors complete keys and the ids of this curriculum.",
    )  # fmt: skip
    schema.set_defaults(run=_schema)
    reference = commands.add_parser(
        "reference", parents=[common], help="write the YAML reference and the page of problem codes",
        description="Writes two Markdown pages for authors, made from the model: every key, and every problem code.",
    )  # fmt: skip
    reference.add_argument("folder", type=Path, metavar="DIR", help="where the pages go, for example docs/authoring")
    reference.set_defaults(run=_reference)
    bank.add(commands, common)
    report.add(commands, common)
    delivered.add(commands, common)
    people.add(commands, common)
    translate.add(commands, common)
    waiting.add(commands, common)
    headers.add(commands, common)
    papers.add(commands, common)
    migrate.add(commands, common)
    return parser


def _check(options: argparse.Namespace) -> int:
    # Imported when used: `workshop --help` should answer at once on an old laptop.
    from .commands.check import problems_of
    from .ground.day import today
    from .ground.problems import for_ci, in_full, summary
    from .ground.unhurried import uncollected

    with uncollected():
        problems = problems_of(
            options.curriculum.absolute(), Path.cwd(), today(), options.strict_facts, options.country
        )
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for problem in problems:
        print(in_full(problem, colour), end="\n\n")
        if os.environ.get("CI"):
            print(for_ci(problem))
    print(summary(problems))
    return PROBLEMS if any(problem.severity != "notice" for problem in problems) else CLEAN


def _build(options: argparse.Namespace) -> int:
    from .publishing.output import NotWritten
    from .publishing.place import Refused

    if not Path("mkdocs.yml").is_file():
        print("workshop: there is no mkdocs.yml here. Go to the project folder.", file=sys.stderr)
        return WRONG_USE
    if options.out is not None and not options.offline:
        print(
            "workshop: --out names the ZIP of --offline. Add --offline, or name a folder with --site.", file=sys.stderr
        )
        return WRONG_USE
    try:
        return _make(options)
    except Refused as error:
        print(f"workshop: {error}", file=sys.stderr)
        return WRONG_USE
    except NotWritten as error:
        print(f"workshop: {error}", file=sys.stderr)
        return PROBLEMS


def _make(options: argparse.Namespace) -> int:
    """What `build` was asked for. Raises Refused, and NotWritten."""
    from .commands.publisher import build_site

    if options.markdown is not None:
        return _export(options)
    if options.offline:
        return _offline(options)
    wanted: list[str | None] = list(dict.fromkeys(options.country)) or [None]
    for country in wanted:
        status = build_site(
            Path.cwd(),
            options.site / country if country and wanted[1:] else options.site,
            options.curriculum,
            options.role,
            replace_role=options.replace_role,
            languages=options.language,
            local=options.local,
            country=country,
        )
        if status != 0:
            return PROBLEMS
    return CLEAN


def _offline(options: argparse.Namespace) -> int:
    from .commands.build import offline_copy

    return offline_copy(
        options.curriculum,
        options.role or "facilitator",
        options.out,
        replace_role=options.replace_role,
        languages=options.language,
        local=options.local,
    )


def _calendar(options: argparse.Namespace) -> int:
    from .commands.build import write_calendar

    return write_calendar(options.curriculum, options.programme, options.start, options.out)


def _export(options: argparse.Namespace) -> int:
    """A plain documentation folder. Raises Refused, and NotWritten."""
    from .publishing.output import output

    with output(options.markdown, Path.cwd(), options.curriculum, replace=False) as out:
        status = _write_markdown(options.curriculum, out.new, out.place)
        if status == CLEAN:
            out.put_in_place()
    return status


def _write_markdown(curriculum: Path, folder: Path, at: Path) -> int:
    """Fills a folder that will stand at another place."""
    from .compile import can_build, check, make, today
    from .documents.refusal import PressError, Unprintable
    from .ground.problems import in_full, summary
    from .publishing.settings import read_settings
    from .site.markdown_export import write_markdown

    checked = check(curriculum.absolute(), Path.cwd(), today())
    if checked.curriculum is None or checked.problems:
        print(*map(in_full, checked.problems), summary(checked.problems), sep="\n\n")
    if checked.curriculum is None or not can_build(checked):
        return PROBLEMS
    try:
        made = make(checked.curriculum, today(), Path(".cache/workshop"))
        docs = Path(str(read_settings(Path("mkdocs.yml")).get("docs_dir") or "docs"))
        write_markdown(made, docs, folder, Path("mkdocs.yml"), at)
    except Unprintable as error:
        print(*map(in_full, error.problems), summary(error.problems), sep="\n\n")
        return PROBLEMS
    except PressError as error:
        print(f"workshop: {error}", file=sys.stderr)
        return PROBLEMS
    return CLEAN


def _schema(options: argparse.Namespace) -> int:
    from .reading.schema import write_schemas

    _say_written(write_schemas(options.curriculum))
    return CLEAN


def _reference(options: argparse.Namespace) -> int:
    from .commands.reference import write_reference

    _say_written(write_reference(options.folder))
    return CLEAN


def _say_written(paths: Sequence[Path]) -> None:
    for path in paths:
        print(f"wrote {path}")
    if not paths:
        print("Everything is current.")


if __name__ == "__main__":
    sys.exit(main())
