"""One filled-in sheet, and what the reader of response files hands over."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..ground.problems import Problem
from ..model.base import Id

_LOOKALIKES = str.maketrans("АВЕЅІЈКМНОРСТУХаеіјкмнорстухѕЁё", "ABESIJKMHOPCTYXaeijkmhopctyxsEe")
"""Cyrillic letters that look like Latin ones: on paper nobody can tell them apart."""


def latin(text: str) -> str:
    """A text with Latin letters for Cyrillic ones that look the same.

    For "А1" as it is typed on a Russian keyboard it is `"A1"`.
    """
    return text.translate(_LOOKALIKES)


def plain_code(written: str) -> str:
    """A self-made code as it is compared: `ab-12 `, `AB12` and `АВ 12` with Cyrillic letters are one code."""
    return re.sub(r"[\W_]+", "", latin(written)).upper()


def hidden_code(code: str, key: bytes) -> str:
    """What stands for a code in files that are written.

    `key` is made of the response files themselves, so that nobody without them can try codes until one fits.
    """
    return hashlib.blake2b(code.encode(), key=key[:64], digest_size=6).hexdigest()


@dataclass(frozen=True)
class Sheet:
    """One person's answers at one moment."""

    instrument: Id
    moment: str
    group: Id
    """An audience; empty if nobody wrote it down."""
    code: str
    """As it is compared; empty if there is none."""
    answers: Mapping[str, str]
    """By column: a value, an id, or ids with spaces between them. What was not answered is not there."""
    path: str
    """The file, relative to the project."""
    table: str
    """The sheet of a workbook; empty for CSV."""
    row: int
    """As a spreadsheet counts."""


@dataclass(frozen=True)
class Read:
    """All answers to the forms of a workshop, and everything that was wrong with the files."""

    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...]
    key: bytes
    """Made of the files; see `hidden_code`."""
