"""Photographs and films: read by what they are, shown in every output, with credit and licence."""

import base64
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from mkdocs_workshop.compile import Checked, check, make
from mkdocs_workshop.figures import FigureWords, draw
from mkdocs_workshop.ground.artifact import Artifact
from mkdocs_workshop.model.figure import ImageFigure
from mkdocs_workshop.model.picture import photo
from mkdocs_workshop.reading.media import MOST_PICTURE
from tests.conftest import ROOT, TODAY
from tests.reading import text_of

FIGURE = """\
kind: {kind}
title: A door
alt: A blue door in a white wall.
file: {file}
licence: CC BY 4.0
credit: Studio Example
"""
FILM = b"\x00\x00\x00\x18ftypmp42" + bytes(64)


def _picture(form: str = "JPEG", size: tuple[int, int] = (64, 48)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (20, 60, 200)).save(out, form)
    return out.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_the_size_is_read_from_the_file(form: str) -> None:
    found = photo(_picture(form, (321, 123)))
    assert found is not None
    assert (found.mime, found.width, found.height) == (f"image/{form.lower()}", 321, 123)


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"<svg/>", _picture()[:20], b"GIF89a"])
def test_anything_else_is_none(data: bytes) -> None:
    assert photo(data) is None


def _show(small: Path, kind: str = "image", file: str = "door.jpg", more: str = "") -> Path:
    folder = small / "modules" / "first-module" / "figures"
    (folder / "door.yml").write_text(FIGURE.format(kind=kind, file=file) + more, "utf-8")
    (folder / "door.jpg").write_bytes(_picture())
    reading = small / "modules" / "first-module" / "reading.yml"
    reading.write_text(
        reading.read_text("utf-8").replace(
            "{figure:first-module-way}", "{figure:first-module-way}\n\n      {figure:door}"
        ),
        "utf-8",
    )
    return folder


def _made(small: Path) -> dict[str, Artifact]:
    checked = check(small, small.parent, TODAY)
    assert checked.curriculum is not None, [problem.message for problem in checked.problems]
    made = make(checked.curriculum, TODAY, ROOT / ".cache" / "workshop", variants=frozenset())
    return {artifact.path: artifact for artifact in made.artifacts}


def test_a_photograph_is_shown_on_page_paper_and_in_packages(small: Path) -> None:
    _show(small)
    made = _made(small)
    shown = f"data:image/jpeg;base64,{base64.b64encode(_picture()).decode()}"
    page = str(made["modules/first-module/index.md"].content)
    assert page.count(shown) == 1
    assert "Studio Example · CC BY 4.0" in page
    assert "A blue door in a white wall." in page
    assert shown in str(made["downloads/en/embed/module-first-module.html"].content)
    # JPEG data as it is, in the workbook that holds the reading.
    assert b"DCTDecode" in made["downloads/en/workbook/one-day.pdf"].data
    for path in ("downloads/en/scorm/first-module.zip", "downloads/en/cartridge/first-module.imscc"):
        assert shown in text_of(path, made[path].data)


def test_a_film_lies_beside_the_page_and_its_still_stands_on_paper(small: Path) -> None:
    folder = _show(small, "video", "door.mp4", "poster: door.jpg\n")
    (folder / "door.mp4").write_bytes(FILM)
    made = _made(small)
    page = str(made["modules/first-module/index.md"].content)
    assert 'preload="none"' in page
    assert 'src="../../assets/films/door.mp4"' in page
    assert made["assets/films/door.mp4"].data == FILM
    assert "data:image/jpeg" in page


def test_the_credit_stands_right_below_the_picture() -> None:
    figure = ImageFigure(kind="image", title="T", alt="A", file="a.jpg", licence="CC BY 4.0", credit="Us")
    found = photo(_picture(size=(400, 300)))
    assert found is not None
    drawn = draw(figure.seen(found), "f", str, FigureWords("", ""))
    assert 'width="720" height="540"' in drawn
    assert re.search(r'viewBox="0 0 720 5[67]\d"', drawn), drawn[:200]
    tall = photo(_picture(size=(100, 400)))
    assert tall is not None
    assert 'width="216" height="864"' in draw(figure.seen(tall), "f", str, FigureWords("", ""))


def _codes(checked: Callable[[], Checked]) -> list[str]:
    return [problem.code for problem in checked().problems if problem.severity == "error"]


def test_a_heavy_picture_is_refused(small: Path, checked: Callable[[], Checked]) -> None:
    folder = _show(small)
    (folder / "door.jpg").write_bytes(_picture() + bytes(MOST_PICTURE))
    assert _codes(checked) == ["W132"]


def test_a_link_out_of_the_curriculum_is_refused(small: Path, checked: Callable[[], Checked]) -> None:
    folder = _show(small)
    (small.parent / "secret.jpg").write_bytes(_picture())
    (folder / "door.jpg").unlink()
    (folder / "door.jpg").symlink_to(small.parent / "secret.jpg")
    assert _codes(checked) == ["W131"]


def test_a_film_must_be_one(small: Path, checked: Callable[[], Checked]) -> None:
    folder = _show(small, "video", "door.mp4", "poster: door.jpg\n")
    (folder / "door.mp4").write_bytes(b"<html></html>")
    assert _codes(checked) == ["W132"]
