"""Moodle course backups (.mbz): a section for each module, the whole course with its tests and evaluation, and exams.

Written in the format of Moodle 3.9, which it and all later ones restore. Source of the structure: Moodle's
`backup/moodle2/*_stepslib.php` and `mod/*/backup/moodle2`. There are no people in it, and nothing of a clock: every time is the
day of the module's version. A quiz holds its key, so these files are for facilitators, who restore them; what they restore
shows participants only what is theirs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..documents.emit.html import html
from ..documents.places import path_of
from ..documents.tree.document import paragraph
from ..edition import CourseWays, Edition
from ..forms.languages import name_of
from ..ground.artifact import Artifact, Label
from ..ground.cache import keep_zip
from ..reading.curriculum import ModuleParts
from .backup_activities import Place, activities_of, label
from .backup_course import Course, course_files
from .backup_exam import exam_files
from .backup_feedback import feedback
from .backup_mlang import InLanguage, joined
from .backup_parts import Section, Store, seconds
from .course import course_modules, manual_id, section_numbers
from .questions import question_bank

WHOLE = "all-modules"
"""Stands in the name of a file for the id of a module."""
IN_ALL_LANGUAGES = "all-languages"
JOINED = "mlang"


def backups(edition: Edition) -> Iterator[Artifact]:
    """A backup and an exam of each module and of the whole course; where it is wanted, a course in all languages."""
    modules = course_modules(edition)
    for parts in edition.asked:
        title = edition.plain(parts.plan.title)
        yield _file(edition, "mbz", parts.id, title, backup_files(edition, parts.id, title, [parts]), parts)
        exam = exam_files(edition, f"{parts.id}-exam", title, [parts])
        if exam:
            yield _file(edition, "exam", parts.id, title, exam, parts)
    if edition.only:
        return
    title, name = edition.plain(edition.curriculum.manual.title), manual_id(edition)
    yield _file(edition, "mbz", WHOLE, title, backup_files(edition, name, title, modules, whole=True))
    exam = exam_files(edition, f"{name}-exam", title, modules)
    if exam:
        yield _file(edition, "exam", WHOLE, title, exam)
    if edition.course.joined and edition.beside:
        yield _file(edition, "mbz", WHOLE, title, files_joined(edition, name), None, JOINED)
    if edition.course.together and edition.beside:
        yield _file(edition, "mbz", WHOLE, title, files_in_all_languages(edition, name, title), None, IN_ALL_LANGUAGES)


def _file(
    edition: Edition,
    kind: str,
    name: str,
    title: str,
    files: dict[str, str | bytes],
    parts: ModuleParts | None = None,
    variant: str = "",
) -> Artifact:
    version, module = edition.version(parts), parts.id if parts else ""
    about = Label(kind, "mbz", title, edition.language, version, module, variant=variant)
    # Not the name of the course: it can be longer than the name of a file may be.
    kept = "-".join(filter(None, (name, kind if kind != "mbz" else "", variant)))
    content = keep_zip(edition.cache / "packages", f"{kept}.mbz", files)
    path = path_of(edition.language, kind, name, "mbz", variant)
    return Artifact(path, content, role="facilitator", label=about)


def backup_files(
    edition: Edition, name: str, title: str, modules: Sequence[ModuleParts], *, whole: bool = False
) -> dict[str, str | bytes]:
    """The files of a backup by their paths. `name` is the short name of the course.

    The `whole` course has its forms, and says when it is completed.
    """
    store, numbers = Store(), section_numbers(edition)
    sections = [_section(edition, parts, store, numbers[parts.id]) for parts in modules]
    day = max(section.time for section in sections)
    if whole:
        sections = [*_before(edition, store, day), *sections, *_after(edition, store, len(numbers) + 1, day)]
    outcomes = [f"{parts.id}-{outcome.id}" for parts in modules for outcome in parts.plan.outcomes]
    return course_files(edition, Course(name, title, sections, day, outcomes, whole), store)


def files_in_all_languages(edition: Edition, name: str, title: str) -> dict[str, str | bytes]:
    """The files of a course with a section for each module in each language.

    It does not say when it is completed: people take one language, and Moodle knows no "this one or that one" for each module.
    """
    store = Store()
    sections: list[Section] = []
    for one in (edition, *edition.beside):
        for parts in course_modules(one):
            made = _section(one, parts, store, len(sections) + 1)
            heading = f"{name_of(one.language)}: {made.title}"
            sections.append(Section(made.number, heading, made.time, made.activities))
    day = max(section.time for section in sections)
    return course_files(edition, Course(f"{name}-{IN_ALL_LANGUAGES}", title, sections, day), store)


def files_joined(edition: Edition, name: str) -> dict[str, str | bytes]:
    """The files of a course in which each text stands in all languages.

    It is made of pages and quizzes, since a lesson has one language; so a module has one grade, and the course says when it is
    completed. Forms are left out: who reads their answers would find the marks of all languages in them.
    """
    whole = (edition, *edition.beside)
    day = max(seconds(one.changed()) for one in whole)
    return joined(
        [
            InLanguage(
                one.language, _in_one_language(one, f"{name}-{JOINED}", day, f"{one.language}/" if number else "")
            )
            for number, one in enumerate(whole)
        ]
    )


def _in_one_language(edition: Edition, name: str, day: int, folder: str) -> dict[str, str | bytes]:
    one, store = replace(edition, course=CourseWays(pages=True)), Store()
    modules = course_modules(one)
    sections = [_section(one, parts, store, number, folder) for number, parts in enumerate(modules, 1)]
    outcomes = [f"{parts.id}-{outcome.id}" for parts in modules for outcome in parts.plan.outcomes]
    title = edition.plain(edition.curriculum.manual.title)
    return course_files(one, Course(name, title, sections, day, outcomes, whole=True), store)


def _section(edition: Edition, parts: ModuleParts, store: Store, number: int, folder: str = "") -> Section:
    day = seconds(edition.changed(parts))
    bank = question_bank(edition, parts)
    made = tuple(activities_of(edition, parts, bank, store, Place(number, day, folder=folder)))
    return Section(number, edition.plain(parts.plan.title), day, made)


def _before(edition: Edition, store: Store, day: int) -> Iterator[Section]:
    made = tuple(feedback(edition, store, Place(0, day), before=True))
    if made:
        yield Section(0, edition.say("backup.before"), day, made)


def _after(edition: Edition, store: Store, number: int, day: int) -> Iterator[Section]:
    """The last section: the forms, and what it takes to get the certificate."""
    say, place = edition.say, Place(number, day)
    forms = tuple(feedback(edition, store, place, before=False))
    text = html((paragraph(say("backup.certificate")),))
    note = label(store, say("backup.certificate-title"), "certificate", place, text)
    yield Section(number, say("backup.after"), day, (*forms, note))
