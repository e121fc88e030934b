"""SCORM 1.2: one package for each module, with one unit of one page.

Learners' records hang on the identifiers of the manifest: they are made of the id of the module alone, for ever. A platform that
finds other ones in a new release deletes all records.
"""

from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from ..documents.places import path_of
from ..edition import Edition
from ..ground.artifact import Artifact, Label
from ..ground.cache import keep_zip
from ..ground.language_tags import untagged
from ..reading.curriculum import ModuleParts
from .lesson import Lesson, lesson_of
from .lesson_page import PAGE, lesson_files

MANIFEST = "imsmanifest.xml"


def scorm_packages(edition: Edition) -> Iterator[Artifact]:
    """A package for every module."""
    for parts in edition.asked:
        title, version = edition.plain(parts.plan.title), edition.version(parts)
        label = Label("scorm", "zip", title, edition.language, version, parts.id)
        path = path_of(edition.language, "scorm", parts.id, "zip")
        yield Artifact(path, scorm_package(edition, parts, scorm_files(edition, parts)), label=label)


def scorm_package(edition: Edition, parts: ModuleParts, files: Mapping[str, str | bytes]) -> bytes:
    """The package of a module, of its files."""
    return keep_zip(edition.cache / "packages", f"scorm-{parts.id}.zip", files)


def scorm_files(edition: Edition, parts: ModuleParts) -> dict[str, str | bytes]:
    """The files of the package of a module by their paths in it.

    For example `{"imsmanifest.xml": "<?xml ...", "index.html": "<!doctype html>...", ...}`.
    """
    lesson = lesson_of(edition, parts, case=True)
    made = lesson_files(edition, parts, lesson)
    return {MANIFEST: manifest(edition, parts, lesson, made), **made}


def manifest(edition: Edition, parts: ModuleParts, lesson: Lesson, paths: Iterable[str]) -> str:
    """The manifest: what the package is, and every file of it but the manifest itself."""
    title = escape(untagged(lesson.title))
    # The page and the manifest must come to the same verdict.
    mastery = f"\n        <adlcp:masteryscore>{lesson.check.mark}</adlcp:masteryscore>" if lesson.check else ""
    listed = "".join(f"\n      <file href={quoteattr(path)}/>" for path in sorted(paths))
    language = quoteattr(edition.language)
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="manifest-{parts.id}" version="{edition.version(parts)}"
    xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
    xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
    <imsmd:lom>
      <imsmd:general>
        <imsmd:title><imsmd:langstring xml:lang={language}>{title}</imsmd:langstring></imsmd:title>
        <imsmd:language>{escape(edition.language)}</imsmd:language>
        <imsmd:description><imsmd:langstring xml:lang={language}>{escape(untagged(edition.plain(parts.plan.purpose)))}</imsmd:langstring></imsmd:description>
      </imsmd:general>
      <imsmd:lifecycle>
        <imsmd:version><imsmd:langstring xml:lang={language}>{edition.version(parts)}</imsmd:langstring></imsmd:version>
      </imsmd:lifecycle>
      <imsmd:rights>
        <imsmd:description><imsmd:langstring xml:lang={language}>{escape(edition.curriculum.manual.licence)}</imsmd:langstring></imsmd:description>
      </imsmd:rights>
    </imsmd:lom>
  </metadata>
  <organizations default="organization-{parts.id}">
    <organization identifier="organization-{parts.id}">
      <title>{title}</title>
      <item identifier="item-{parts.id}" identifierref="resource-{parts.id}" isvisible="true">
        <title>{title}</title>{mastery}
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="resource-{parts.id}" type="webcontent" adlcp:scormtype="sco" href="{PAGE}">{listed}
    </resource>
  </resources>
</manifest>
"""
