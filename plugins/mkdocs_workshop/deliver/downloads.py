"""Everything that people can download, and the list of it."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from ..documents.places import MANIFEST
from ..edition import Edition
from ..ground.artifact import Artifact, Role
from ..ground.doors import document_kinds
from ..ground.language_tags import is_tagged, untagged
from .again import Again
from .bundles import bundles
from .print_runs import print_runs
from .two_languages import papers_in_two_languages

Maker = Callable[[Edition], Iterable[Artifact]]
"""Makes one kind of download. Pure: the same edition gives the same bytes."""
Tell = Callable[[int, str], None]
"""Is told how many downloads are made, and which was the last one."""


def _makers(role: Role) -> tuple[Maker, ...]:
    """What makes the downloads of a role; those with nothing for participants are left out of their edition."""
    # Imported when used: nothing here is needed while somebody writes, and these libraries are no small ones.
    from ..documents.decks import decks
    from ..documents.document_files import documents_for_facilitators, documents_for_participants
    from ..forms.files import form_files
    from ..packages.backup import backups
    from ..packages.cartridge import cartridges
    from ..packages.competencies import competency_file
    from ..packages.embed import embed_pages
    from ..packages.question_files import question_files
    from ..packages.scorm import scorm_packages
    from ..reports.make import report_files

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


def make_downloads(
    edition: Edition,
    tell: Tell | None = None,
    role: Role = "facilitator",
    pair: tuple[Edition, Edition] | None = None,
    states: Mapping[str, str] = MappingProxyType({}),
) -> list[Artifact]:
    """All downloads of an edition that a role may have, their ZIPs and their manifest.

    `pair` are the editions of which papers in two languages are made; `states` says what decides the texts of each language, so
    that what was made before need not be asked for.

    Raises PressError when a document can not be made, and OSError when the cache can not be written.
    """
    made: list[Artifact] = []
    edition = edition.marked
    again = Again(edition, role, states)
    # Those that other processes help with are begun first; the others are made meanwhile.
    begun = [again.of(maker) for maker in _makers(role)]
    both = (
        again.in_parts("papers_in_two_languages", [one.marked for one in pair], papers_in_two_languages)
        if pair
        else ()
    )
    for files in begun:
        for artifact in map(_listed, files):
            made.append(artifact)
            if tell:
                tell(len(made), artifact.path)
    for artifact in both:
        made.append(artifact)
        if tell:
            tell(len(made), artifact.path)
    made += map(_listed, print_runs(edition, made))
    if not edition.on_disk:
        made += map(_listed, bundles(edition, made))
    if role == "participant":
        made = [artifact for artifact in made if artifact.role == "participant"]
    return [*made, manifest(made)]


def _listed(artifact: Artifact) -> Artifact:
    """A download whose title in lists has no marks of languages inside."""
    label = artifact.label
    if label is None or not is_tagged(label.title):
        return artifact
    return replace(artifact, label=replace(label, title=untagged(label.title)))


def manifest(made: Sequence[Artifact]) -> Artifact:
    """What can be downloaded, for machines."""
    return Artifact(MANIFEST, json.dumps({"downloads": entries(made)}, ensure_ascii=False, indent=1) + "\n")


def entries(made: Iterable[Artifact]) -> list[dict[str, str | int]]:
    """Path, what it is, size and checksum of each download, by path."""
    listed: list[dict[str, str | int]] = [
        {
            "path": artifact.path,
            "kind": artifact.label.kind,
            "format": artifact.label.format,
            "variant": artifact.label.variant,
            "role": artifact.role,
            "module": artifact.label.module,
            "subject": artifact.label.subject,
            "language": artifact.label.language,
            "title": artifact.label.title,
            "version": artifact.label.version,
            "bytes": len(artifact.data),
            "sha256": hashlib.sha256(artifact.data).hexdigest(),
        }
        for artifact in made
        if artifact.label is not None
    ]
    return sorted(listed, key=lambda entry: str(entry["path"]))
