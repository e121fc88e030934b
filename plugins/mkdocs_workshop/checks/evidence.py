"""Rules about what the texts stand on."""

import datetime as dt
import re
from collections.abc import Iterator

from ..model.evidence import CountryEntry
from ..reading.curriculum import Curriculum
from .finding import Finding

# After the end of a sentence, and before the begin of one or the end of the paragraph.
_ALONE = re.compile(r"(?<=[.!?:])\s+\{fact:([a-z0-9.-]+)\}(?=\s+(\S)|\s*$)")


def undated(curriculum: Curriculum) -> Iterator[Finding]:
    """A figure means nothing without its year."""
    for file in curriculum.files:
        if file.kind != "facts":
            continue
        for index, fact in enumerate(file.model.facts):
            if fact.value and any(letter.isdigit() for letter in fact.value) and fact.year is None:
                yield Finding(file, ("facts", index), f"the figure of `{fact.id}` has no year")


def figure_as_sentence(curriculum: Curriculum) -> Iterator[Finding]:
    """A fact with a value prints the value: between two sentences it says nothing."""
    for file, text in curriculum.texts:
        if "{fact:" not in text.text:
            continue
        for paragraph in text.text.split("\n\n"):
            for match in _ALONE.finditer(paragraph):
                fact = curriculum.facts.get(match[1])
                # "In 2017: 30 tonnes" may end a line; what goes on with a small letter or a stop is one sentence.
                alone = match[2].isupper() or match[2] in "{*" if match[2] else paragraph[match.start() - 1] != ":"
                if fact and fact.value is not None and alone:
                    message = f'only "{fact.value}" is printed here, and that is no sentence'
                    yield Finding(file, text.loc, message, fragment=f"{{fact:{fact.id}}}")


def unchecked(curriculum: Curriculum) -> Iterator[Finding]:
    """Facts of which nobody has written when they were last held against their source. Told once for the file."""
    for file in curriculum.files:
        if file.kind != "facts":
            continue
        open_ = [index for index, fact in enumerate(file.model.facts) if fact.checked_on is None]
        if open_:
            first = file.model.facts[open_[0]].id
            message = f"{len(open_)} of {len(file.model.facts)} facts have no `checked_on`; the first one is `{first}`"
            yield Finding(file, ("facts", open_[0]), message)


def stale_facts(curriculum: Curriculum, today: dt.date) -> Iterator[Finding]:
    """Facts past their date of review."""
    for file in curriculum.files:
        if file.kind != "facts":
            continue
        for index, fact in enumerate(file.model.facts):
            if fact.review_by < today:
                message = f"`{fact.id}` was to be checked by {fact.review_by.isoformat()}"
                yield Finding(file, ("facts", index, "review_by"), message)


def is_stale(entry: CountryEntry, today: dt.date) -> bool:
    """Whether a value of the country sheet is past its date of review."""
    return entry.value is not None and entry.review_by is not None and entry.review_by < today


def stale_entries(curriculum: Curriculum, today: dt.date) -> Iterator[Finding]:
    """Country entries past their date of review."""
    for file in curriculum.files:
        if file.kind != "country":
            continue
        for index, entry in enumerate(file.model.entries):
            if is_stale(entry, today):
                message = f"`{entry.id}` was to be checked by {entry.review_by.isoformat()}"
                yield Finding(file, ("entries", index, "review_by"), message)


def stale_modules(curriculum: Curriculum, today: dt.date) -> Iterator[Finding]:
    """Modules past their date of review."""
    for file in curriculum.files:
        if file.kind == "module" and file.model.review_by < today:
            message = f"the module was to be reviewed by {file.model.review_by.isoformat()}"
            yield Finding(file, ("review_by",), message)
