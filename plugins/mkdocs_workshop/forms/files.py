"""All forms that are not paper, as downloads."""

from collections.abc import Iterator

from ..edition import Edition
from ..ground.artifact import Artifact
from .asked import all_asked
from .data_entry import data_entry
from .moodle_feedback import moodle_feedback
from .template_csv import csv_template
from .web_form import web_form
from .xlsform import xlsform


def form_files(edition: Edition) -> Iterator[Artifact]:
    """Web form, XLSForm and Moodle feedback of each form in use; data-entry workbook and CSV template of every form."""
    for asked in all_asked(edition):
        if asked.form.in_use:
            yield from (web_form(asked), xlsform(asked.letters), moodle_feedback(asked))
        yield from (data_entry(asked.letters), csv_template(asked))
