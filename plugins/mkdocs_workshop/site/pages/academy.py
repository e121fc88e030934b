"""The page for academies: modules with their files for learning platforms, and how to use them."""

from collections.abc import Iterator
from typing import NamedTuple

from ...ground.artifact import Artifact
from ...reading.curriculum import ModuleParts
from . import paths
from .academy_dialogs import dialogs
from .academy_drawings import restore_drawing, settings_drawing, update_drawing, upload_drawing
from .book import Book
from .moodle_names import moodle_names
from .offered import Download

KINDS = (
    "scorm",
    "mbz",
    "exam",
    "moodle-xml",
    "gift",
    "cartridge",
    "competencies",
    "syllabus",
    "lesson-plan",
    "slides",
    "embed",
)
"""Kinds of files for courses, the most useful first."""
ONLY_PLATFORMS = frozenset(KINDS) - {"syllabus", "lesson-plan", "slides"}
"""Those that are of no use outside a learning platform or a website."""


HEIGHT_SCRIPT = """\
<script>
addEventListener("message", function (message) {
  if (!message.data || message.data.workshop !== "height") return
  document.querySelectorAll("iframe").forEach(function (frame) {
    if (frame.contentWindow === message.source) frame.style.height = Math.min(Number(message.data.height) || 600, 30000) + "px"
  })
})
</script>"""
"""For pages around a frame of ours: it makes the frame as high as what is in it. Without it a frame keeps its height and scrolls."""


class Offer(NamedTuple):
    """A module as an academy chooses it."""

    parts: ModuleParts
    minutes: str
    audiences: str
    before: list[ModuleParts]
    packages: list[Download]
    embed: Download | None
    """Its page for a frame."""
    papers: list[Download]
    """The pages of its handouts for frames."""
    outcomes: list[Download]
    """The pages of single outcomes for frames."""


def packages(book: Book, module: str) -> list[Download]:
    """The files of a module for courses; those of its handouts are left out. With an empty name, those of the whole course."""
    return [
        file
        for kind in KINDS
        for file in book.files(kind)
        if file.label.module == module and not (kind == "embed" and file.label.subject)
    ]


def academy_page(book: Book) -> Artifact:
    """Choose, upload, update."""
    groups = [(theme, [_offer(book, parts) for parts in modules]) for theme, modules in book.by_theme()]
    made = {file.label.kind for file in book.downloads}
    say = book.say
    return book.page(
        paths.ACADEMY,
        "academy.md.j2",
        say("academy.title"),
        book.curriculum.file("curriculum").source.path,
        description=say("academy.lead"),
        kinds=[kind for kind in KINDS if kind in made],
        themes=groups,
        whole=packages(book, ""),
        upload=upload_drawing(say),
        settings=settings_drawing(say),
        update=update_drawing(say),
        dialogs=dialogs(say),
        height_script=HEIGHT_SCRIPT,
        moodle_names=moodle_names(),
        scripts=(paths.SNIPPET_SCRIPT, paths.FOLD_SCRIPT),
    )


def academy_module_pages(book: Book) -> Iterator[Artifact]:
    """For each module, three steps beside its file: into Moodle, into another platform, and without one."""
    say = book.say
    for parts in book.curriculum.modules.values():
        found = {file.label.kind: file for file in reversed(packages(book, parts.id))}
        files = {"mbz": found.get("mbz"), "scorm": found.get("scorm"), "slides": found.get("slides")}
        title = book.edition.plain(parts.plan.title)
        yield book.page(
            paths.academy_module(parts.id),
            "academy-module.md.j2",
            say("academy.put", title=title),
            book.curriculum.file("module", parts.id).source.path,
            found=False,
            module=parts.id,
            plan=parts.plan,
            colour=book.theme(parts).colour,
            files={**files, "lesson": found.get("lesson-plan")},
            platforms=[*(["moodle"] if files["mbz"] else []), *(["scorm"] if files["scorm"] else []), "none"],
            handouts=parts.handouts,
            check=parts.check,
            restore=restore_drawing(say),
            settings=settings_drawing(say),
            upload=upload_drawing(say),
        )


def _offer(book: Book, parts: ModuleParts) -> Offer:
    names = book.edition.audiences
    embeds = book.files("embed", module=parts.id)
    return Offer(
        parts,
        book.module_minutes(parts),
        ", ".join(names[audience] for audience in parts.plan.audiences),
        [book.curriculum.modules[id_] for id_ in parts.plan.prerequisites],
        packages(book, parts.id),
        next((file for file in embeds if not file.label.subject), None),
        [file for file in embeds if file.label.subject and not file.label.variant],
        [file for file in embeds if file.label.variant],
    )
