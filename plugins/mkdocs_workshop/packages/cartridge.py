"""IMS Common Cartridge 1.1: the texts and the test of a module for platforms other than Moodle.

Moodle restores versions 1.0 and 1.1 alone. The test holds its key, so the file is for facilitators. Source of the structure: the
IMS profile `ccv1p1` and Moodle's `backup/cc`.
"""

from collections.abc import Iterator, Mapping

from ..documents.emit.html_course import whole_page
from ..documents.places import path_of
from ..edition import Edition
from ..ground.artifact import Artifact, Label
from ..ground.cache import keep_zip
from ..reading.curriculum import ModuleParts
from .cartridge_check import knowledge_check
from .module_pages import module_pages
from .questions import question_bank
from .xml import Element, document, element, fields

MANIFEST = "imsmanifest.xml"
_CORE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_LOM = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"
_TEST = "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"


def cartridges(edition: Edition) -> Iterator[Artifact]:
    """A cartridge for every module."""
    for parts in edition.asked:
        title = edition.plain(parts.plan.title)
        label = Label("cartridge", "imscc", title, edition.language, edition.version(parts), parts.id)
        path = path_of(edition.language, "cartridge", parts.id, "imscc")
        yield Artifact(path, _packed(edition, parts), role="facilitator", label=label)


def _packed(edition: Edition, parts: ModuleParts) -> bytes:
    return keep_zip(edition.cache / "packages", f"{parts.id}.imscc", cartridge_files(edition, parts))


def cartridge_files(edition: Edition, parts: ModuleParts) -> dict[str, str | bytes]:
    """The files of the cartridge of a module by their paths.

    For example `{"imsmanifest.xml": "<?xml ...", "pages/reading.html": "<!DOCTYPE html>...", ...}`.
    """
    files: dict[str, str | bytes] = {}
    items: list[tuple[str, str]] = []
    resources: list[Element] = []
    for page in module_pages(edition, parts, ""):
        path = f"pages/{page.id}.html"
        pictures = {f"pages/{name}": svg for name, svg in page.pictures}
        files |= {path: whole_page(edition.language, page.title, page.html), **pictures}
        items.append((page.id, page.title))
        resources.append(_resource(page.id, "webcontent", path, pictures))
    bank = question_bank(edition, parts)
    if bank is not None:
        path, title = "test/test.xml", edition.say("backup.quiz", title=bank.title)
        files[path] = knowledge_check(edition, bank, title)
        items.append(("test", title))
        resources.append(_resource("test", _TEST, path, {}))
    return {MANIFEST: _manifest(edition, parts, items, resources), **files}


def _resource(id_: str, kind: str, path: str, more: Mapping[str, str]) -> Element:
    listed = [element("file", [], {"href": one}) for one in (path, *sorted(more))]
    attributes = {"identifier": f"resource-{id_}", "type": kind}
    # The profile forbids an address on a test.
    return element("resource", listed, attributes | ({"href": path} if kind == "webcontent" else {}))


def _manifest(edition: Edition, parts: ModuleParts, items: list[tuple[str, str]], resources: list[Element]) -> str:
    title = edition.plain(parts.plan.title)
    named = element(f"{{{_LOM}}}title", element(f"{{{_LOM}}}string", title, {"language": edition.language}))
    metadata = [
        *fields({"schema": "IMS Common Cartridge", "schemaversion": "1.1.0"}),
        element(f"{{{_LOM}}}lom", element(f"{{{_LOM}}}general", named)),
    ]
    entries = [
        element(
            "item",
            element("title", name),
            {"identifier": f"item-{id_}", "identifierref": f"resource-{id_}"},
        )
        for id_, name in items
    ]
    module = element("item", [element("title", title), *entries], {"identifier": f"module-{parts.id}"})
    root = element("item", module, {"identifier": "root"})
    organization = element("organization", root, {"identifier": "organization", "structure": "rooted-hierarchy"})
    return document(
        element(
            "manifest",
            [
                element("metadata", metadata),
                element("organizations", organization),
                element("resources", resources),
            ],
            # Moodle looks for the name of the version in the first 1,024 letters.
            {"identifier": f"cartridge-{parts.id}"},
        ),
        _CORE,
        {"lomm": _LOM},
    )
