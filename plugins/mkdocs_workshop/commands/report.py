"""`workshop report EVENT`: responses to figures, and figures to a report."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .exits import CLEAN, PROBLEMS, NotDone, WrongUse, not_written
from .frame import Command, argument, option
from .given import FOLDER, curriculum_option, ids_of

if TYPE_CHECKING:
    from ..edition import Edition
    from ..reading.curriculum import Curriculum
    from ..reports.answers import Read

_READS, _WRITES = "What is read", "What is written"


@dataclass(frozen=True)
class Asked:
    """What report of which workshop somebody asked for."""

    event: str
    curriculum: Path
    responses: Path
    """The folder with the filled-in forms; it need not be there."""
    named: bool
    """Whether somebody named that folder."""
    to: Path
    public: bool
    write_results: bool


@click.command(
    "report", cls=Command, section="Run a workshop", short_help="Count the forms of a workshop and write its report.",
    examples=[
        ("workshop report 2014-12-almaty", "For the team: counts the files in responses/2014-12-almaty."),
        ("workshop report 2014-12-almaty --public", "For anybody: small numbers and own words are withheld."),
    ],
)  # fmt: skip
@argument(
    "event", metavar="EVENT", shell_complete=ids_of("event"),
    line="Id of a workshop: the name of its folder below curriculum/events.",
)  # fmt: skip
@option(
    "--responses", type=FOLDER, metavar="DIR", section=_READS,
    help="Folder with .xlsx, .ods or .csv files (default: responses/EVENT).",
)  # fmt: skip
@option(
    "--public", is_flag=True, section=_WRITES, help="Withhold small numbers and own words, so that anybody may read it."
)
@option("--to", type=FOLDER, metavar="DIR", section=_WRITES, help="Where the report goes (default: reports/EVENT).")
@option(
    "--write-results", is_flag=True, section=_WRITES,
    help="Also write the public sums to curriculum/events/EVENT/results.yml, so that the site can show them.",
)  # fmt: skip
@option(
    "--language", metavar="CODE", shell_complete=ids_of("language"), section=_WRITES,
    help="ru, kk, ...: the language of the report (default: that of the curriculum).",
)  # fmt: skip
@curriculum_option
def report(
    event: str, responses: Path | None, public: bool, to: Path | None, write_results: bool, language: str | None, curriculum: Path
) -> int:  # fmt: skip
    """Counts filled-in forms and writes PDF, Word, a table of all figures and the list of what was wrong.

    Without response files it uses the sums of curriculum/events/EVENT/results.yml. Nothing leaves this machine.
    """
    from ..compile import check, in_other_languages, today
    from ..documents.emit.refusal import PressError
    from ..edition import Edition
    from ..ground.problems import did_you_mean, in_full, summary
    from ..language.interface import catalogue
    from ..reading.translation.folder import languages_of

    root = Path.cwd()
    checked = check(curriculum.absolute(), root, today(), language=language)
    whole = checked.curriculum
    if whole is None or any(problem.severity == "error" for problem in checked.problems):
        print(*map(in_full, checked.problems), summary(checked.problems), sep="\n\n")
        return PROBLEMS
    known = (whole.manual.language, *languages_of(curriculum))
    if language and language not in known:
        raise WrongUse(f"there is no `{language}` of this curriculum. There are: {', '.join(known)}.")
    if event not in whole.events:
        near = did_you_mean(event, whole.events) or f"Known: {', '.join(whole.events) or 'none'}."
        raise WrongUse(f"there is no event `{event}`. {near}")
    folder = responses or Path("responses") / event
    asked = Asked(
        event, curriculum, folder, responses is not None, to or Path("reports") / event, public, write_results
    )
    _must_make_sense(asked, root)
    edition = Edition(whole, catalogue(whole.language), Path(".cache/workshop"))
    others = in_other_languages(curriculum.absolute(), root, whole) if folder.is_dir() else []
    try:
        return _write(edition, others, asked, root)
    except PressError as error:
        raise NotDone(str(error)) from error
    except OSError as error:
        raise not_written(error, asked.to) from error


def _must_make_sense(asked: Asked, root: Path) -> None:
    """Raises WrongUse for what can not be done, and where answers or the report of a team would be published."""
    there = asked.responses.is_dir()
    if asked.named and not there:
        raise WrongUse(f"there is no folder `{asked.responses}`.")
    if asked.write_results and not there:
        raise WrongUse(f"there are no responses in `{asked.responses}`, so there are no sums to write.")
    published = [asked.curriculum.absolute(), root / "docs", root / "site"]
    for kind, path in (("Responses", asked.responses), ("The report of a team", asked.to)):
        if any(path.absolute().resolve().is_relative_to(place.resolve()) for place in published):
            raise WrongUse(f"{kind} must not lie in `{path}`: what is there is published. Use a folder beside it.")


def _write(edition: "Edition", others: "Sequence[Curriculum]", asked: Asked, root: Path) -> int:
    from ..ground.cache import put
    from ..ground.problems import in_full, summary
    from ..language.interface import catalogue
    from ..language.wording import Wording
    from ..reports.counting import counts_of
    from ..reports.document import write_report
    from ..reports.kept import counts_of_results, results_text
    from ..reports.make import contents
    from ..reports.reading import read_responses
    from ..reports.withhold import public

    parts = edition.curriculum.events[asked.event]
    read: Read | None = None
    counts = counts_of_results(parts, edition.curriculum)
    if asked.responses.is_dir():
        wordings = [Wording(one, catalogue(one.language)) for one in others]
        read = read_responses(
            asked.responses.absolute(), root, edition.curriculum, parts.event, edition.wording, wordings
        )
        counts = counts_of(read.sheets, edition.curriculum, parts.event)
        for problem in read.problems:
            print(in_full(problem), end="\n\n")
        print(f"{len(read.sheets)} sheets counted. {summary(read.problems)}")
    elif parts.results is None:
        print(_nothing(asked.responses, asked.event))
    shown = public(counts) if asked.public else counts
    report = write_report(edition.marked, parts, shown, read.problems if read else ())
    stem = f"{asked.event}-public" if shown.public else f"{asked.event}-team"
    if edition.language != edition.curriculum.manual.language:
        stem += f"-{edition.language}"
    for format_, content in contents(edition.marked, parts, report, shown):
        path = asked.to / f"{stem}.{format_}"
        put(path, content.encode() if isinstance(content, str) else content)
        print(f"wrote {path}")
    if read is not None and not asked.public:
        path = asked.to / f"{asked.event}-answers.csv"
        put(path, _answers(read).encode())
        print(f"wrote {path}")
    if asked.write_results:
        path = asked.curriculum / "events" / asked.event / "results.yml"
        put(path, results_text(public(counts)).encode())
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
