"""Codes that can not be matched: there twice, or without a partner."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..ground.problems import Place, Problem, did_you_mean
from ..reading.curriculum import Curriculum
from .answers import Sheet
from .mistakes import problem


def pair_problems(sheets: Sequence[Sheet], curriculum: Curriculum) -> Iterator[Problem]:
    """Doubled codes, and sheets of `before` and `after` that stay alone."""
    by_form: dict[tuple[str, str], dict[str, list[Sheet]]] = defaultdict(lambda: defaultdict(list))
    for sheet in sheets:
        if sheet.code and curriculum.instruments[sheet.instrument].code:
            by_form[sheet.instrument, sheet.moment][sheet.code].append(sheet)
    for moments in by_form.values():
        for code, found in moments.items():
            for sheet in found[1:]:
                first = f"row {found[0].row}" + (f" of {found[0].path}" if found[0].path != sheet.path else "")
                yield _about(sheet, "R113", f"the code {code} stands in {first} already")
    for instrument, moment in list(by_form):
        other = {"before": "after", "after": "before"}.get(moment)
        partners = by_form.get((instrument, other or ""))
        if not partners:
            continue
        for code, found in by_form[instrument, moment].items():
            if code not in partners:
                alone = [partner for partner in partners if partner not in by_form[instrument, moment]]
                yield _about(found[0], "R114", f"the code {code} has no partner `{other}`", did_you_mean(code, alone))


def _about(sheet: Sheet, code: str, message: str, advice: str = "") -> Problem:
    where = f"sheet `{sheet.table}`: " if sheet.table else ""
    return problem(Place(sheet.path, sheet.row), code, where + message, advice)
