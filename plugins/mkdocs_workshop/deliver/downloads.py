"""Everything that people can download, and the list of it."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from ..documents.places import MANIFEST
from ..edition import Edition
from ..ground.artifact import Artifact, Role
from ..ground.language_tags import is_tagged, untagged
from .again import Again
from .bundles import bundles
from .makers import makers, papers_in_two_languages
from .print_runs import print_runs

_LONGEST = "documents_for_facilitators"
"""The maker of guides."""
Tell = Callable[[int, str], None]
"""Is told how many downloads are made, and which was the last one."""


def make_downloads(
    edition: Edition,
    tell: Tell | None = None,
    role: Role = "facilitator",
    pair: tuple[Edition, Edition] | None = None,
    states: Mapping[str, str] = MappingProxyType({}),
    later: Callable[[], Edition] | None = None,
) -> list[Artifact]:
    """All downloads of an edition that a role may have, their ZIPs and their manifest.

    `pair` are the editions of which papers in two languages are made; `states` says what decides the texts of each language, so
    that what was made before need not be asked for. `later` gives the edition with its other languages, where they are not beside it.

    Raises PressError when a document can not be made, and OSError when the cache can not be written.
    """
    made: list[Artifact] = []
    edition = edition.marked
    again = Again(edition, role, states, later)
    # Those that other processes help with are begun first, and those with the longest books before all; the others are made meanwhile.
    given = makers(role)
    order = sorted(range(len(given)), key=lambda index: getattr(given[index], "__name__", "") != _LONGEST)
    begun = {index: again.of(given[index]) for index in order}
    both = (
        again.in_parts("papers_in_two_languages", [one.marked for one in pair], papers_in_two_languages) if pair else ()
    )
    for index in range(len(given)):
        for artifact in map(_listed, begun.pop(index)):
            made.append(artifact)
            if tell:
                tell(len(made), artifact.path)
    for artifact in both:
        made.append(artifact)
        if tell:
            tell(len(made), artifact.path)
    again.sweep()
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
            "bytes": artifact.size,
            "sha256": artifact.sha256,
        }
        for artifact in made
        if artifact.label is not None
    ]
    return sorted(listed, key=lambda entry: str(entry["path"]))
