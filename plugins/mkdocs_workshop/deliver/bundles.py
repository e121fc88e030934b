"""Several downloads in one ZIP: the papers of a module, all papers, everything that a trainer carries."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ..documents.places import path_of
from ..edition import Edition
from ..ground.artifact import Artifact, Label, Role
from ..ground.cache import keep_zip
from ..ground.filed import filed

EVERYBODY = frozenset({"handout", "easy-read", "case", "slides", "check", "form", "workbook", "poster"})
"""What may lie on a table: kinds of documents that go into the ZIPs for participants."""
HANDED_OUT = frozenset({"handout", "case"})
FOR_READERS = frozenset({"pdf", "pptx"})
"""Formats that people print and show. Word files, in which people change something, stand beside each paper."""
CARRIED = frozenset(
    {
        "handout",
        "easy-read",
        "case",
        "check",
        "check-key",
        "form",
        "guide",
        "workbook",
        "poster",
        "badges",
        "tents",
        "attendance",
        "certificate",
    }
)
"""What a trainer prints; the slides of the days and the print run come with it."""
OF_A_PROGRAMME = frozenset(
    {"guide", "workbook", "poster", "badges", "tents", "attendance", "certificate", "day-slides", "print-run"}
)
"""Kinds of which a trainer carries those of the manual's own programme."""


class Pack(NamedTuple):
    """A ZIP that is to be made; a process of its own can do it."""

    label: Label
    files: Sequence[Artifact]
    role: Role
    cache: Path
    filed_in: Path | None
    """See `Edition`."""


def bundles(edition: Edition, made: Sequence[Artifact]) -> Iterator[Artifact]:
    """The ZIPs of some downloads. A ZIP for participants holds nothing that is for facilitators. They are begun at once."""
    return edition.workers.begin(bundle, _packs(edition, made))


def bundle(pack: Pack) -> Artifact:
    """A ZIP. Raises OSError where the cache can not be written."""
    contents = {_inside(file): file.data for file in pack.files}
    label = pack.label
    data = keep_zip(pack.cache / "bundles", f"{label.kind}-{label.subject}.zip", contents)
    path = path_of(label.language, label.kind, label.subject, label.format)
    return filed(Artifact(path, data, pack.role, label=label), pack.filed_in)


def _packs(edition: Edition, made: Sequence[Artifact]) -> Iterator[Pack]:
    files = [file for file in made if file.label is not None]
    for parts in edition.curriculum.modules.values():
        inside = [file for file in files if _is_open(file, EVERYBODY) and _label(file).module == parts.id]
        if inside:
            label = Label(
                "pack",
                "zip",
                edition.plain(parts.plan.title),
                edition.language,
                edition.version(parts),
                parts.id,
                parts.id,
            )
            yield _pack(edition, label, inside)
    version, language, say = edition.version(), edition.language, edition.say
    papers = [file for file in files if _is_open(file, HANDED_OUT)]
    if papers:
        label = Label("all-handouts", "zip", say("pack.all-handouts"), language, version, "", "all")
        yield _pack(edition, label, papers)
    carried = [file for file in files if _is_carried(_label(file), edition.curriculum.manual.programme)]
    if carried:
        label = Label("trainer-pack", "zip", say("pack.trainer"), language, version, "", "trainer")
        yield _pack(edition, label, carried, "facilitator")


def _label(file: Artifact) -> Label:
    if file.label is None:
        raise ValueError(f"{file.path} is no download")
    return file.label


def _is_carried(label: Label, programme: str) -> bool:
    if label.kind in OF_A_PROGRAMME and label.subject != programme:
        return False
    if label.kind == "day-slides":
        return label.variant.endswith("notes")
    return label.kind == "print-run" or (label.kind in CARRIED and label.format == "pdf" and not label.variant)


def _is_open(file: Artifact, kinds: frozenset[str]) -> bool:
    """Booklets and large print stand alone, so that the ZIP holds each paper once."""
    label = _label(file)
    return file.role == "participant" and label.kind in kinds and label.format in FOR_READERS and not label.variant


def _pack(edition: Edition, label: Label, files: Sequence[Artifact], role: Role = "participant") -> Pack:
    return Pack(label, files, role, edition.cache, edition.filed_in)


def _inside(file: Artifact) -> str:
    """By kind, as in the site, but without the folders that only the site needs."""
    return PurePosixPath(*PurePosixPath(file.path).parts[2:]).as_posix()
