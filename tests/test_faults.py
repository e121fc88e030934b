"""The short set of the standing faults; the long one is `python -m tests.faults`."""

import pytest

from tests.faults.__main__ import run
from tests.faults.subjects import SUBJECTS, Subject


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.name)
def test_nothing_crashes_is_lost_or_gets_out(subject: Subject) -> None:
    assert run(subject, 0, subject.short) == []


def test_the_long_run_tries_a_hundred_thousand() -> None:
    assert sum(subject.long for subject in SUBJECTS) >= 100_000
