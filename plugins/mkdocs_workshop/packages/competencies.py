"""The outcomes of all modules as a competency framework that Moodle imports.

Source of the columns: Moodle's `admin/tool/lpimportcsv`. It finds them by their place, and the names are its own. The id numbers
are made of ids that never change, so a new release is recognised.
"""

from collections.abc import Iterator

from ..documents.emit.html import html_line
from ..documents.places import path_of
from ..documents.texts import Texts
from ..edition import Edition
from ..ground.artifact import Artifact, Label
from ..ground.sanitise import clean
from ..ground.spreadsheets import csv_text
from .course import course_modules, manual_id

COLUMNS = (
    "Parent ID number",
    "ID number",
    "Short name",
    "Description",
    "Description format",
    "Scale values",
    "Scale configuration",
    "Rule type (optional)",
    "Rule outcome (optional)",
    "Rule config (optional)",
    "Cross-referenced competency ID numbers",
    "Exported ID (optional)",
    "Is framework",
    "Taxonomy",
)
_SHORT = 100
"""Letters of a short name; Moodle cuts what is longer."""
_HTML = "1"
# The second value of the scale is the one that counts as proficient; Moodle fills in the number of its own scale.
_SCALE = '[{"scaleid":"1"},{"id":1,"scaledefault":1,"proficient":0},{"id":2,"scaledefault":0,"proficient":1}]'


def competency_file(edition: Edition) -> Iterator[Artifact]:
    """The framework: a competency for each module, and below it one for each outcome."""
    written = csv_text([COLUMNS, *_rows(edition)], end="\n", mark=False)
    title = edition.plain(edition.curriculum.manual.title)
    label = Label("competencies", "csv", title, edition.language, edition.version())
    yield Artifact(path_of(edition.language, "competencies", "all-modules", "csv"), written, label=label)


def _rows(edition: Edition) -> Iterator[list[str]]:
    manual, texts, say = edition.curriculum.manual, Texts(edition), edition.say
    # Moodle splits the values of a scale at commas.
    scale = ",".join(say(key).replace(",", " ") for key in ("competency.not-yet", "competency.able"))
    framework = _row("", manual_id(edition), edition.plain(manual.title), _described(texts, manual.summary))
    framework[5:7] = [scale, _SCALE]
    framework[12:14] = ["1", "competency,outcome"]
    yield framework
    for parts in course_modules(edition):
        yield _row("", parts.id, edition.plain(parts.plan.title), _described(texts, parts.plan.purpose))
        for outcome in parts.plan.outcomes:
            name = _cut(edition.plain(outcome.text))
            yield _row(parts.id, f"{parts.id}-{outcome.id}", name, _described(texts, outcome.text))


def _row(parent: str, idnumber: str, name: str, description: str) -> list[str]:
    return [parent, idnumber, name, description, _HTML, *[""] * 9]


def _cut(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 2].rsplit(" ", 1)[0] + " …"


def _described(texts: Texts, line: str) -> str:
    """A line as HTML."""
    return clean(html_line(texts.line(line)), alone=True)
