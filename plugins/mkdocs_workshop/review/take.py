"""What a review that came back asks for: new words and comments by row, and everything that could not be placed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..ground.problems import Place, Problem
from ..reading.translation.back import KINDS
from .lines import unfolded
from .rows import Row, key_of, mark_of
from .word_rows import Back, RowBack, Tag
from .word_text import Read, squeezed


@dataclass
class Taken:
    """What a review asks for."""

    texts: dict[str, str] = field(default_factory=dict)
    """New words by context."""
    stale: dict[str, str] = field(default_factory=dict)
    """The English that new words belong to, by context, where it has changed since."""
    clashes: dict[str, str] = field(default_factory=dict)
    """Words of the review by context, where others were written here meanwhile."""
    comments: dict[str, list[str]] = field(default_factory=dict)
    """By context."""
    notes: list[str] = field(default_factory=list)
    """What belongs to no text, in full."""
    problems: list[Problem] = field(default_factory=list)
    read: int = 0
    """Rows that came back whole."""


def take(back: Back, rows: Sequence[Row], path: str, frame: Sequence[str], heads: Sequence[str]) -> Taken:
    """Holds what came back against the rows of today; `frame` are the lines that stood outside the tables.

    Places in problems are the row of the file and the column of its cell.
    """
    taken = Taken()
    by_key = {key_of(row.message): row for row in rows}
    seen: dict[int, int] = {}
    found: set[str] = set()
    row_above: Row | None = None
    for came in back.rows:
        if [squeezed(cell.text) for cell in came.cells] == list(heads):
            continue
        tag = came.tags[0] if came.tags else None
        row = by_key.get(tag.key) if tag else _by_english(came, rows, found)
        place = Place(path, came.place)
        if came.deleted:
            continue
        if came.merged:
            _merged(taken, came, by_key, rows, place, found)
        elif not came.numbers or came.numbers[0] in seen:
            what = f"the number {came.numbers[0]} stands twice" if came.numbers else "a row without a number"
            _unplaced(taken, "W042", what, came, row_above, place, back)
        elif row is None:
            _unplaced(taken, "W049", f"row {came.numbers[0]} belongs to no text any more", came, None, place, back)
            seen[came.numbers[0]] = came.place
        else:
            seen[came.numbers[0]] = came.place
            found.add(row.message.context)
            _row(taken, came, tag, row, place, back)
            row_above = row
    _gone(taken, back, seen, rows, found, path)
    _outside(taken, back, frame, path)
    return taken


def _by_english(came: RowBack, rows: Sequence[Row], found: set[str]) -> Row | None:
    """The row of a file that lost its tags on the way: by its number, if the English beside it is the same; else by the English."""
    english = squeezed(came.cells[1].text) if len(came.cells) > 1 else ""
    same = [row for row in rows if row.message.context not in found and squeezed(unfolded(row.message.text)) == english]
    return next((row for row in same if row.number in came.numbers), same[0] if len(same) == 1 else None)


def _row(taken: Taken, came: RowBack, tag: Tag | None, row: Row, place: Place, back: Back) -> None:
    """A row that came back whole."""
    taken.read += 1
    context = row.message.context
    said = [back.comments[id_] for cell in came.cells for id_ in cell.comments if id_ in back.comments]
    said += [line for line in [squeezed(came.cells[-1].text).replace("\n", " ")] if line]
    if said:
        taken.comments.setdefault(context, []).extend(said)
    column = len(came.cells) - 1
    if any(cell.foreign for cell in came.cells):
        taken.problems.append(_problem("W047", f"row {row.number} holds something that is no text", place))
    new = squeezed(came.cells[-2].text)
    here = squeezed(row.text)
    left = tag.text if tag else mark_of(here)
    if mark_of(new) in (left, mark_of(here)):
        return
    at = place._replace(column=column)
    if not new:
        taken.problems.append(_problem("W049", f"the text of row {row.number} was emptied (`{context}`)", at))
    elif mark_of(here) != left:
        taken.clashes[context] = new
        taken.problems.append(_problem("W044", f"row {row.number} was changed here as well (`{context}`)", at))
    else:
        taken.texts[context] = new
        if tag and tag.english != mark_of(row.message.text):
            taken.stale[context] = squeezed(came.cells[1].text)
            taken.problems.append(_problem("W043", f"the English of row {row.number} has changed (`{context}`)", at))


def _merged(
    taken: Taken, came: RowBack, by_key: Mapping[str, Row], rows: Sequence[Row], place: Place, found: set[str]
) -> None:
    """Rows that were joined, or one whose cells were split: nobody can tell which words belong to which."""
    if not came.tags and not came.numbers and not _words(came.cells):
        return
    about = [by_key[tag.key] for tag in came.tags if tag.key in by_key]
    about = about or [row for row in rows if row.number in came.numbers]
    found |= {row.message.context for row in about}
    numbers = " and ".join(str(row.number) for row in about) or "without a number"
    taken.problems.append(_problem("W041", f"cells of row {numbers} were merged or split", place))
    words = _words(came.cells)
    if words:
        taken.notes.append(f"merged or split (row {numbers}): {words}")
    if about and words:
        taken.comments.setdefault(about[0].message.context, []).append(f"merged or split (row {numbers}): {words}")


def _unplaced(taken: Taken, code: str, what: str, came: RowBack, above: Row | None, place: Place, back: Back) -> None:
    words = _words(came.cells)
    said = [back.comments[id_] for cell in came.cells for id_ in cell.comments if id_ in back.comments]
    if not words and not said:
        # An empty row that somebody added by a slip of the Tab key.
        return
    after = f", below row {above.number}" if above else ""
    taken.problems.append(_problem(code, f"{what}{after}: {words[:80]}", place))
    taken.notes.append(" ".join([f"{what}{after}: {words}", *said]))
    if above is not None:
        taken.comments.setdefault(above.message.context, []).append(" ".join([f"{what}: {words}", *said]))


def _words(cells: Sequence[Read]) -> str:
    return " | ".join(squeezed(cell.text).replace("\n", " ") for cell in cells if squeezed(cell.text))


def _gone(taken: Taken, back: Back, seen: Mapping[int, int], rows: Sequence[Row], found: set[str], path: str) -> None:
    """Rows that the file had and has no more."""
    contexts = {row.number: row.message.context for row in rows}
    joined = {row.number for row in rows if row.message.context in found}
    for number in sorted(set(range(1, back.count + 1)) - set(seen) - joined):
        above = max((place for other, place in seen.items() if other < number), default=0)
        name = f" (`{contexts[number]}`)" if number in contexts else ""
        taken.problems.append(_problem("W040", f"row {number} is gone{name}", Place(path, above + 1)))


def _outside(taken: Taken, back: Back, frame: Sequence[str], path: str) -> None:
    known = {" ".join(line.split()) for line in frame}
    lines = [line for line in back.outside if " ".join(line.removeprefix("- ").split()) not in known]
    said = [*lines, *(back.comments[id_] for id_ in back.outside_comments if id_ in back.comments)]
    for words in said:
        taken.notes.append(f"outside the rows: {words}")
        taken.problems.append(_problem("W045", f"outside the rows: {words[:80]}", Place(path)))


def _problem(code: str, message: str, place: Place) -> Problem:
    return Problem(place, code, message, KINDS[code].advice, KINDS[code].severity)
