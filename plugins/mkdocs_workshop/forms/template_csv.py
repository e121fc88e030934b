"""The header of a response file, for those who type answers into a text file or bring them from another tool."""

import csv
import io

from ..ground.artifact import Artifact
from .asked import Asked

BOM = "\ufeff"
"""Without it Excel takes UTF-8 for the letters of the machine."""


def csv_template(asked: Asked) -> Artifact:
    """One line: the names of the columns."""
    written = io.StringIO()
    csv.writer(written).writerow([question.name for question in asked.questions])
    return asked.file("csv", BOM + written.getvalue())
