"""Moodle course backups (.mbz): a section for each module with its pages, its SCORM lesson, and a quiz with pass mark.

Written in the format of Moodle 3.9, which it and all later ones restore. Source of the structure: Moodle's
`backup/moodle2/*_stepslib.php` and `mod/*/backup/moodle2`. There are no people in it, and nothing of a clock: every time is the
day of the module's version. A quiz holds its key, so these files are for facilitators, who restore them; what they restore
shows participants only what is theirs.
"""

from collections.abc import Iterator, Sequence

from ..documents.places import path_of
from ..edition import Edition
from ..ground.artifact import Artifact, Label
from ..ground.cache import keep_zip
from ..reading.curriculum import ModuleParts
from .backup_activities import activities_of
from .backup_course import course_files
from .backup_parts import Section, Store, seconds
from .course import course_modules, manual_id
from .questions import question_bank


def backups(edition: Edition) -> Iterator[Artifact]:
    """A backup of each module, and one of the whole course."""
    modules = course_modules(edition)
    for parts in modules:
        title = edition.plain(parts.plan.title)
        label = Label("mbz", "mbz", title, edition.language, edition.version(parts), parts.id)
        content = _packed(edition, parts.id, title, [parts])
        yield Artifact(path_of(edition.language, "mbz", parts.id, "mbz"), content, role="facilitator", label=label)
    title = edition.plain(edition.curriculum.manual.title)
    label = Label("mbz", "mbz", title, edition.language, edition.version())
    content = _packed(edition, manual_id(edition), title, modules)
    yield Artifact(path_of(edition.language, "mbz", "all-modules", "mbz"), content, role="facilitator", label=label)


def _packed(edition: Edition, name: str, title: str, modules: Sequence[ModuleParts]) -> bytes:
    # Not the name of the course: it can be longer than the name of a file may be.
    return keep_zip(edition.cache / "packages", f"{modules[0].id}.mbz", backup_files(edition, name, title, modules))


def backup_files(edition: Edition, name: str, title: str, modules: Sequence[ModuleParts]) -> dict[str, str | bytes]:
    """The files of a backup by their paths. `name` is the short name of the course."""
    store = Store()
    sections = []
    for number, parts in enumerate(modules, 1):
        bank = question_bank(edition, parts)
        day = seconds(edition.changed(parts))
        made = tuple(activities_of(edition, parts, bank, store, number, day))
        sections.append(Section(number, edition.plain(parts.plan.title), day, made))
    day = max(section.time for section in sections)
    return course_files(edition, name, title, sections, store, day)
