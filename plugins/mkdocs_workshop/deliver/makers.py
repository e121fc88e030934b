"""What makes downloads. Each library that makes files is imported when something is made with it: most builds make little anew."""

from collections.abc import Callable, Iterable

from ..edition import Edition
from ..ground.artifact import Artifact, Role
from ..ground.doors import document_kinds

Maker = Callable[[Edition], Iterable[Artifact]]
"""Makes one kind of download. Pure: the same edition gives the same bytes."""


def makers(role: Role) -> tuple[Maker, ...]:
    """What makes the downloads of a role; those with nothing for participants are left out of their edition."""
    for_facilitators = (documents_for_facilitators, report_files, question_files, backups, cartridges)
    return (
        documents_for_participants,
        decks,
        form_files,
        scorm_packages,
        embed_pages,
        competency_file,
        *(for_facilitators if role == "facilitator" else ()),
        *(kind.make for kind in document_kinds() if role == "facilitator" or kind.role == "participant"),
    )


def documents_for_participants(edition: Edition) -> Iterable[Artifact]:
    """Papers that everybody may have."""
    from ..documents.document_files import documents_for_participants as make

    return make(edition)


def documents_for_facilitators(edition: Edition) -> Iterable[Artifact]:
    """Papers for facilitators."""
    from ..documents.document_files import documents_for_facilitators as make

    return make(edition)


def decks(edition: Edition) -> Iterable[Artifact]:
    """Slides."""
    from ..documents.decks import decks as make

    return make(edition)


def form_files(edition: Edition) -> Iterable[Artifact]:
    """Forms that are not paper."""
    from ..forms.files import form_files as make

    return make(edition)


def scorm_packages(edition: Edition) -> Iterable[Artifact]:
    """Lessons for learning platforms."""
    from ..packages.scorm import scorm_packages as make

    return make(edition)


def embed_pages(edition: Edition) -> Iterable[Artifact]:
    """Pages for the pages of others."""
    from ..packages.embed import embed_pages as make

    return make(edition)


def competency_file(edition: Edition) -> Iterable[Artifact]:
    """The outcomes for Moodle."""
    from ..packages.competencies import competency_file as make

    return make(edition)


def report_files(edition: Edition) -> Iterable[Artifact]:
    """Reports of workshops."""
    from ..reports.make import report_files as make

    return make(edition)


def question_files(edition: Edition) -> Iterable[Artifact]:
    """Questions for learning platforms."""
    from ..packages.question_files import question_files as make

    return make(edition)


def backups(edition: Edition) -> Iterable[Artifact]:
    """Courses for Moodle."""
    from ..packages.backup import backups as make

    return make(edition)


def cartridges(edition: Edition) -> Iterable[Artifact]:
    """Modules for other platforms."""
    from ..packages.cartridge import cartridges as make

    return make(edition)


def papers_in_two_languages(first: Edition, second: Edition) -> Iterable[Artifact]:
    """Papers in which two languages stand side by side."""
    from .two_languages import papers_in_two_languages as make

    return make(first, second)
