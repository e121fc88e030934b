"""Common Cartridges: every file listed and there, the key right, no outside address."""

import io
import re
import zipfile
from pathlib import PurePosixPath

import pytest
from lxml import etree

from mkdocs_workshop.edition import Edition
from mkdocs_workshop.model.check import MatchQuestion, OrderQuestion
from mkdocs_workshop.packages.cartridge import cartridges

CORE = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


@pytest.fixture(scope="module")
def edition(given_out: Edition) -> Edition:
    """The example."""
    return given_out


@pytest.fixture(scope="module")
def archives(edition: Edition) -> dict[str, zipfile.ZipFile]:
    """The cartridges by module."""
    made = {artifact.label.module: artifact for artifact in cartridges(edition) if artifact.label}
    assert {artifact.role for artifact in made.values()} == {"facilitator"}
    return {id_: zipfile.ZipFile(io.BytesIO(artifact.data)) for id_, artifact in made.items()}


def test_the_manifest_lists_every_file(archives: dict[str, zipfile.ZipFile]) -> None:
    for archive in archives.values():
        text = archive.read("imsmanifest.xml")
        # Moodle reads no further to know the version.
        assert b'xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"' in text[:1024]
        root = etree.fromstring(text)
        assert root.findtext(f"{CORE}metadata/{CORE}schemaversion") == "1.1.0"
        listed = {node.get("href") for node in root.iter(f"{CORE}file")}
        assert listed == set(archive.namelist()) - {"imsmanifest.xml"}
        resources = {node.get("identifier") for node in root.iter(f"{CORE}resource")}
        asked = {node.get("identifierref") for node in root.iter(f"{CORE}item")} - {None}
        assert asked == resources


def test_pages_show_only_pictures_of_the_cartridge(archives: dict[str, zipfile.ZipFile]) -> None:
    shown = 0
    for archive in archives.values():
        for path in archive.namelist():
            if path.endswith(".html"):
                for source in re.findall(r'src="([^"]*)"', archive.read(path).decode()):
                    assert str(PurePosixPath(path).parent / source) in archive.namelist()
                    shown += 1
    assert shown > 5


def test_the_test_has_the_key_of_the_curriculum(edition: Edition, archives: dict[str, zipfile.ZipFile]) -> None:
    for id_, archive in archives.items():
        root = etree.fromstring(archive.read("test/test.xml"))
        found = {}
        for item in root.iter(f"{QTI}item"):
            (verdict,) = (one for one in item.iter(f"{QTI}respcondition") if one.find(f"{QTI}setvar") is not None)
            said = list(verdict.iter(f"{QTI}varequal"))
            assert {one.get("case") for one in said} == {"Yes"}
            found[item.get("ident")] = {
                one.text for one in said if (above := one.getparent()) is None or above.tag != f"{QTI}not"
            }
        wanted: dict[str, set[str]] = {}
        parts = edition.curriculum.modules[id_]
        for question in parts.check.questions if parts.check else ():
            name = f"{id_}-{question.id}"
            if isinstance(question, MatchQuestion):
                wanted |= {f"{name}-{pair.id}": {pair.id} for pair in question.pairs}
            elif isinstance(question, OrderQuestion):
                wanted |= {f"{name}-{item.id}": {item.id} for item in question.items}
            elif isinstance(question.key, bool):
                wanted[name] = {str(question.key).lower()}
            else:
                wanted[name] = {question.key} if isinstance(question.key, str) else set(question.key)
        assert found == wanted


def test_cartridges_are_the_same_bytes_again(edition: Edition) -> None:
    assert next(iter(cartridges(edition))).data == next(iter(cartridges(edition))).data
