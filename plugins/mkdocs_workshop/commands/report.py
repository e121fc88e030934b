"""`workshop report EVENT`: responses to figures, and figures to a report."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..reading.curriculum import Curriculum
    from ..reports.answers import Read

CLEAN, PROBLEMS, WRONG_USE = 0, 1, 2


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Adds the command to the parser."""
    report = commands.add_parser(
        "report", parents=[common], help="count the forms of a workshop and write its report",
        description="Counts filled-in forms and writes PDF, Word, a table of all figures and the list of what was wrong. "
        "Without response files it uses the sums of curriculum/events/EVENT/results.yml. Nothing leaves this machine.",
    )  # fmt: skip
    report.add_argument(
        "event", metavar="EVENT", help="id of a workshop: the name of its folder below curriculum/events"
    )
    report.add_argument(
        "--responses", type=Path, metavar="DIR", help="folder with .xlsx, .ods or .csv files (default: responses/EVENT)"
    )
    report.add_argument(
        "--public", action="store_true", help="withhold small numbers and own words, so that anybody may read it"
    )
    report.add_argument("--to", type=Path, metavar="DIR", help="where the report goes (default: reports/EVENT)")
    report.add_argument(
        "--write-results", action="store_true",
        help="also write the public sums to curriculum/events/EVENT/results.yml, so that the site can show them",
    )  # fmt: skip
    report.add_argument(
        "--language", metavar="CODE", help="ru, kk, ...: the language of the report (default: that of the curriculum)"
    )
    report.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Runs the command and returns the exit status."""
    from ..compile import check, in_other_languages, today
    from ..documents.refusal import PressError
    from ..edition import Edition
    from ..ground.problems import did_you_mean, in_full, summary
    from ..language.interface import catalogue
    from ..reading.translation.apply import languages_of

    root = Path.cwd()
    checked = check(options.curriculum.absolute(), root, today(), language=options.language)
    curriculum = checked.curriculum
    if curriculum is None or any(problem.severity == "error" for problem in checked.problems):
        print(*map(in_full, checked.problems), summary(checked.problems), sep="\n\n")
        return PROBLEMS
    if options.language and options.language not in (curriculum.manual.language, *languages_of(options.curriculum)):
        known = ", ".join((curriculum.manual.language, *languages_of(options.curriculum)))
        print(f"workshop: there is no `{options.language}` of this curriculum. There are: {known}.", file=sys.stderr)
        return WRONG_USE
    if options.event not in curriculum.events:
        known = did_you_mean(options.event, curriculum.events) or f"Known: {', '.join(curriculum.events) or 'none'}."
        print(f"workshop: there is no event `{options.event}`. {known}", file=sys.stderr)
        return WRONG_USE
    folder: Path = options.responses or Path("responses") / options.event
    refusal = _refusal(folder, options, root)
    if refusal:
        print(f"workshop: {refusal}", file=sys.stderr)
        return WRONG_USE
    edition = Edition(curriculum, catalogue(curriculum.language), Path(".cache/workshop"))
    others = in_other_languages(options.curriculum.absolute(), root, curriculum) if folder.is_dir() else []
    try:
        return _write(edition, others, options, folder, root)
    except PressError as error:
        print(f"workshop: {error}", file=sys.stderr)
        return PROBLEMS
    except OSError as error:
        print(f"workshop: {error.filename} can not be written: {error.strerror}.", file=sys.stderr)
        return PROBLEMS


def _refusal(folder: Path, options: argparse.Namespace, root: Path) -> str:
    """Why the command can not be run; empty if it can."""
    if options.responses is not None and not folder.is_dir():
        return f"there is no folder `{folder}`."
    if options.write_results and not folder.is_dir():
        return f"there are no responses in `{folder}`, so there are no sums to write."
    published = [options.curriculum.absolute(), root / "docs", root / "site"]
    for kind, path in (("Responses", folder), ("The report of a team", options.to)):
        if path is not None and any(path.absolute().resolve().is_relative_to(place.resolve()) for place in published):
            return f"{kind} must not lie in `{path}`: what is there is published. Use a folder beside it."
    return ""


def _write(edition: Any, others: "Sequence[Curriculum]", options: argparse.Namespace, folder: Path, root: Path) -> int:
    from ..ground.cache import put
    from ..ground.problems import in_full, summary
    from ..language.interface import catalogue
    from ..language.wording import Wording
    from ..reports.counting import figures_of
    from ..reports.document import write_report
    from ..reports.kept import figures_of_results, results_text
    from ..reports.make import contents
    from ..reports.reading import read_responses
    from ..reports.withhold import public

    parts = edition.curriculum.events[options.event]
    read: Read | None = None
    figures = figures_of_results(parts, edition.curriculum)
    if folder.is_dir():
        wordings = [Wording(one, catalogue(one.language)) for one in others]
        read = read_responses(folder.absolute(), root, edition.curriculum, parts.event, edition.wording, wordings)
        figures = figures_of(read.sheets, edition.curriculum, parts.event)
        for problem in read.problems:
            print(in_full(problem), end="\n\n")
        print(f"{len(read.sheets)} sheets counted. {summary(read.problems)}")
    elif parts.results is None:
        print(_nothing(folder, options.event))
    shown = public(figures) if options.public else figures
    report = write_report(edition.marked, parts, shown, read.problems if read else ())
    target: Path = options.to or Path("reports") / options.event
    stem = f"{options.event}-public" if shown.public else f"{options.event}-team"
    if edition.language != edition.curriculum.manual.language:
        stem += f"-{edition.language}"
    for format_, content in contents(edition.marked, parts, report, shown):
        path = target / f"{stem}.{format_}"
        put(path, content.encode() if isinstance(content, str) else content)
        print(f"wrote {path}")
    if read is not None and not options.public:
        path = target / f"{options.event}-answers.csv"
        put(path, _answers(read).encode())
        print(f"wrote {path}")
    if options.write_results:
        path = options.curriculum / "events" / options.event / "results.yml"
        put(path, results_text(public(figures)).encode())
        print(f"wrote {path}. Tell in it in short what people wrote, in other words than theirs.")
    worst = read.problems if read else ()
    return PROBLEMS if any(problem.severity == "error" for problem in worst) else CLEAN


def _nothing(folder: Path, event: str) -> str:
    """What is missing, and where it goes."""
    return (
        f"There are no answers: {folder}/ does not exist, and beside event.yml there is no results.yml. The report has no "
        f"figures.\nPut the filled-in forms (.xlsx, .ods, .csv) into {folder}/ and run `workshop report {event}` again."
    )


def _answers(read: "Read") -> str:
    """All answers as they were counted, with what can not be read back in place of each code, in an order that tells nothing."""
    from ..ground.spreadsheets import csv_text
    from ..reports.answers import hidden_code

    names = sorted({name for sheet in read.sheets for name in sheet.answers})
    rows = sorted(
        [
            sheet.instrument,
            sheet.moment,
            sheet.group,
            hidden_code(sheet.code, read.key) if sheet.code else "",
            *(sheet.answers.get(name, "") for name in names),
        ]
        for sheet in read.sheets
    )
    return csv_text([["form", "moment", "group", "person", *names], *rows])
