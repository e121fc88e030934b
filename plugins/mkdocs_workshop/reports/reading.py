"""A folder of response files to sheets. Nothing is dropped without a word: what can not be counted becomes a problem."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..ground.problems import Place, Problem, did_you_mean, sort_problems
from ..language.wording import Wording
from ..model.base import Id
from ..model.event import Event
from ..model.instrument import SessionsItem
from ..reading.curriculum import Curriculum
from ..teaching.agenda import session_titles
from ..teaching.columns import CODE, GROUP, MOMENT, columns_of
from .answers import Read, Sheet, plain_code
from .cells import CellReader
from .headers import FormColumns, Header, Words, find_header, form_columns
from .mistakes import problem
from .pairs import pair_problems
from .tables import BOOKS, TEXTS, Table, read_tables
from .written import Written, squeeze, written


def read_responses(
    folder: Path, root: Path, curriculum: Curriculum, event: Event, wording: Wording, others: Sequence[Wording] = ()
) -> Read:
    """Reads every spreadsheet and CSV file below `folder`. Paths in problems are relative to `root`.

    `others` say the words of the same curriculum in its other languages: people fill in forms in any of them.
    """
    languages = (wording, *others)
    known = written([one.curriculum for one in languages])
    forms = [
        form_columns(id_, [_words(one, id_, event) for one in languages if id_ in one.curriculum.instruments], known)
        for id_ in curriculum.instruments
    ]
    used = {form.instrument for form in event.forms}
    forms.sort(key=lambda form: form.instrument not in used)
    reader = _Reader(curriculum, forms, known, planned=event.programme in curriculum.programmes)
    key = hashlib.sha256()
    # `~$name.xlsx` and `.~lock` are left by a spreadsheet that has the file open.
    there = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(("~$", "."))]
    files = [path for path in there if path.suffix.lower() in (*BOOKS, *TEXTS)]

    def shown_as(path: Path) -> str:
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()

    for path in there:
        shown = shown_as(path)
        if path not in files:
            message = "this is no spreadsheet and no CSV file: nothing of it is counted"
            reader.problems.append(problem(Place(shown), "R123", message))
            continue
        tables, problems = read_tables(path, shown)
        key.update(path.read_bytes())
        reader.problems += problems
        for table in tables:
            reader.read(table)
    if not files:
        reader.problems.append(problem(Place(shown_as(folder)), "R119", "there is no response file in this folder"))
    problems = [*reader.problems, *pair_problems(reader.sheets, curriculum)]
    return Read(tuple(reader.sheets), tuple(sort_problems(problems)), key.digest())


def _words(wording: Wording, form: Id, event: Event) -> Words:
    """A form in the language of a wording."""
    curriculum = wording.curriculum
    programme = curriculum.programmes.get(event.programme or "")
    sessions = {id_: wording.plain(title) for id_, title in session_titles(curriculum, event.programme or "").items()}
    return Words(columns_of(curriculum.instruments[form], programme), wording.plain, sessions)


class _Reader:
    """Collects sheets and problems, table by table."""

    def __init__(self, curriculum: Curriculum, forms: Sequence[FormColumns], known: Written, *, planned: bool) -> None:
        self.curriculum = curriculum
        self.forms = forms
        self.written = known
        self.planned = planned
        """Whether the event says by its programme which sessions there were."""
        self.sheets: list[Sheet] = []
        self.problems: list[Problem] = []

    def read(self, table: Table) -> None:
        """Reads one table."""
        if squeeze(table.name) in self.written.help_sheets:
            return
        where = Place(table.path)
        named = f"sheet `{table.name}`: " if table.name else ""
        if not any(cell for row in table.rows for cell in row):
            self.problems.append(problem(where, "R103", f"{named}there is nothing in it"))
            return
        header = find_header(table, self.forms)
        if header is None:
            message = f"{named}no column of a form is named in the first rows; {_not_counted(table.rows, 0)}"
            self.problems.append(problem(where, "R104", message))
            return
        form = self.curriculum.instruments[header.form.instrument]
        asks = any(isinstance(item, SessionsItem) for section in form.sections for item in section.items)
        self.problems += _about_columns(table, header, named, rated=self.planned or not asks)
        moment = self._moment_of(table, header)
        if moment is None and MOMENT not in header.places:
            lost = _not_counted(table.rows, header.row + 1)
            message = f"{named}it does not say when the forms were filled in; {lost}"
            self.problems.append(problem(Place(table.path, header.row + 1), "R115", message, _name_the_moment(header)))
            return
        cells = CellReader(table, header, self.problems)
        for index in range(header.row + 1, len(table.rows)):
            sheet = self._sheet(cells, table, header, index, moment)
            if sheet is not None:
                self.sheets.append(sheet)

    def _moment_of(self, table: Table, header: Header) -> str | None:
        """The moment that the name of the sheet or of the file gives, or the only one that the form has."""
        moments = self.curriculum.instruments[header.form.instrument].moments
        if len(moments) == 1:
            return moments[0]
        names = (table.name, Path(table.path).stem)
        return next((found for name in names if (found := self.written.moment_in(name, moments))), None)

    def _sheet(self, cells: CellReader, table: Table, header: Header, index: int, moment: str | None) -> Sheet | None:
        if not any(table.rows[index]):
            return None
        instrument = self.curriculum.instruments[header.form.instrument]
        code = plain_code(cells.raw(index, CODE))
        cells.person = code
        if MOMENT in header.places and (text := cells.raw(index, MOMENT)):
            moment = self.written.moments.get(squeeze(text)) or self.written.moment_in(text, instrument.moments)
            if moment not in instrument.moments:
                near = did_you_mean(text.casefold(), instrument.moments)
                advice = near or f"Possible: {', '.join(instrument.moments)}."
                cells.report(index, MOMENT, "R115", f"there is no moment `{text}`", advice)
                return None
        if moment is None:
            cells.report(index, MOMENT, "R115", "the moment is missing", _name_the_moment(header))
            return None
        group = cells.group(index, instrument.audiences)
        if group is None:
            return None
        answers = cells.answers(index)
        if not answers:
            cells.report(index, "", "R118", "there is no answer in this row")
            return None
        if instrument.code and not code:
            cells.report(index, CODE, "R112", "there is no code")
        return Sheet(header.form.instrument, moment, group, code, answers, table.path, table.name, index + 1)


NO_PROGRAMME = "If it rates a session: write into the event, as `programme`, which programme was taught. It says which sessions there were."


def _not_counted(rows: Sequence[Sequence[str]], first: int) -> str:
    """Which rows are lost, as a spreadsheet counts them."""
    filled = [index + 1 for index in range(first, len(rows)) if any(rows[index])]
    if not filled:
        return "there are no rows below it"
    return (
        f"row {filled[0]} is not counted" if len(filled) == 1 else f"rows {filled[0]} to {filled[-1]} are not counted"
    )


def _name_the_moment(header: Header) -> str:
    moments = next(column.values for column in header.form.columns if column.name == MOMENT)
    return f"Name the sheet {' or '.join(f'`{moment}`' for moment in moments)}, or add a column `{MOMENT}`."


def _about_columns(table: Table, header: Header, named: str, *, rated: bool) -> Iterator[Problem]:
    """Columns that are unknown, doubled or missing; without `rated` the form asks of sessions, and nobody says which there were."""
    line = header.row + 1
    names = [column.name for column in header.form.columns]
    below = table.rows[header.row + 1 :]
    for place, cell in header.unknown:
        if any(len(row) > place and row[place] for row in below):
            near = did_you_mean(cell, names) if rated else NO_PROGRAMME
            yield problem(Place(table.path, line, place + 1), "R105", f"{named}unknown column `{cell}`", near)
    for place, name in header.doubled:
        yield problem(Place(table.path, line, place + 1), "R106", f"{named}the column `{name}` is there twice")
    for column in header.form.columns:
        asked = column.item and column.kind in ("scale", "choice", "choices") and column.name != GROUP
        if asked and column.name not in header.places and column.name not in header.ticks:
            yield problem(Place(table.path, line), "R107", f"{named}the column `{column.name}` is missing")
    for area in table.merged:
        if area.bottom >= header.row:
            size = (area.bottom - area.top + 1) * (area.right - area.left + 1)
            yield problem(
                Place(table.path, area.top + 1, area.left + 1),
                "R108",
                f"{named}{size} cells are merged; only the first of them holds something",
            )
