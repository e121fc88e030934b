"""The header of a response file, for those who type answers into a text file or bring them from another tool."""

from ..ground.artifact import Artifact
from ..ground.spreadsheets import csv_text
from .asked import Asked


def csv_template(asked: Asked) -> Artifact:
    """One line: the names of the columns."""
    return asked.file("csv", csv_text([[question.name for question in asked.questions]]))
