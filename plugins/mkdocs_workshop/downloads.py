"""Everything that people can download, and the list of it."""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence

from .artifacts import Artifact
from .edition import Edition

Maker = Callable[[Edition], Iterable[Artifact]]
"""Makes one kind of download. Pure: the same edition gives the same bytes."""

MANIFEST = "downloads/manifest.json"


def _makers() -> tuple[Maker, ...]:
    # Imported when used: nothing here is needed while somebody writes, and these libraries are no small ones.
    from .documents.papers import paper_pdfs
    from .packages.backup import backups
    from .packages.cartridge import cartridges
    from .packages.competencies import competency_file
    from .packages.question_files import question_files

    return (paper_pdfs, question_files, competency_file, backups, cartridges)


def make_downloads(edition: Edition) -> list[Artifact]:
    """All downloads of an edition and their manifest. Raises PressError when a document can not be set."""
    made = [artifact for maker in _makers() for artifact in maker(edition)]
    return [*made, manifest(made)]


def manifest(made: Sequence[Artifact]) -> Artifact:
    """What can be downloaded, for machines: path, what it is, size and checksum."""
    entries = [
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
    text = json.dumps(
        {"downloads": sorted(entries, key=lambda entry: str(entry["path"]))}, ensure_ascii=False, indent=1
    )
    return Artifact(MANIFEST, text + "\n")
