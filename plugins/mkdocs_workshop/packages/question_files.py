"""Question banks as files for platforms: Moodle XML, and GIFT for teachers who edit.

They hold the right answers, so they are for facilitators. For each module and for all of them.
"""

from collections.abc import Callable, Iterator, Sequence

from ..documents.places import path_of
from ..edition import Edition
from ..ground.artifact import Artifact, Label
from .gift import gift
from .moodle_xml import moodle_xml
from .questions import QuestionBank, question_banks

WHOLE = "all-modules"
"""Stands in the file name for the id of a module."""

Writer = Callable[[str, Sequence[QuestionBank]], str]
"""The title of the manual and the questions to the text of a file."""


def question_files(edition: Edition) -> Iterator[Artifact]:
    """Both formats, of every module that has a knowledge check, and of all of them in one file."""
    banks = question_banks(edition)
    manual = edition.plain(edition.curriculum.manual.title)
    forms: tuple[tuple[str, str, Writer], ...] = (("moodle-xml", "xml", moodle_xml), ("gift", "gift", gift))
    for kind, format_, write in forms:
        for bank in banks:
            parts = edition.curriculum.modules[bank.module]
            label = Label(kind, format_, bank.title, edition.language, edition.version(parts), bank.module)
            path = path_of(edition.language, kind, bank.module, format_)
            yield Artifact(path, write(manual, [bank]), role="facilitator", label=label)
        if banks:
            label = Label(kind, format_, manual, edition.language, edition.version())
            path = path_of(edition.language, kind, WHOLE, format_)
            yield Artifact(path, write(manual, banks), role="facilitator", label=label)
