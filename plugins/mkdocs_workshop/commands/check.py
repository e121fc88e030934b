"""`workshop check`: every mistake in the files, from the last check where nothing has changed since."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from ..ground.findings import answer_file, found_before, question
from ..ground.problems import Problem

CACHE = Path(".cache") / "workshop"
"""Where the command keeps what it made, below the project."""


def problems_of(
    folder: Path, root: Path, day: dt.date, strict_facts: bool, country: str | None = None
) -> Sequence[Problem]:
    """All problems of a curriculum, in every language, in their order; with another country sheet than usual, if one is named."""
    # The rules and what they lean on take a second to load; who has changed nothing need not wait for them.
    key = None if country else question(folder, root, day, strict_facts, every_language=True)
    before = found_before(answer_file(root / CACHE, None), key) if key else None
    if before is not None:
        return before.problems
    from ..checking import check

    return check(
        folder, root, day, strict_facts, every_language=True, keep=root / CACHE, country=country, problems_alone=True
    ).problems
