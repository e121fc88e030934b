"""Rules about the form in which files are written, and about keys that are still read and have a better one."""

from collections.abc import Iterator

from ..model.manual import FORMAT
from ..reading.curriculum import Curriculum
from .finding import Finding


def languages_of_terms(curriculum: Curriculum) -> Iterator[Finding]:
    """Terms that know Russian and Kazakh only. Told once for the file."""
    for file in curriculum.files:
        if file.kind == "glossary":
            old = [index for index, term in enumerate(file.model.terms) if term.ru or term.kk]
            if old:
                terms = "1 term has" if len(old) == 1 else f"{len(old)} terms have"
                yield Finding(file, ("terms", old[0]), f"{terms} `ru` or `kk`")


def newer_format(curriculum: Curriculum) -> Iterator[Finding]:
    """Files for a later version of this software: what they mean is not known here."""
    for file in curriculum.files:
        if file.kind == "curriculum" and file.model.format > FORMAT:
            yield Finding(
                file, ("format",), f"the files are in format {file.model.format}; this version reads {FORMAT}"
            )
