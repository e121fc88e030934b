"""Share cards: the picture that a link shows where it is sent."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from mkdocs_workshop.documents.cards import Card, cards
from mkdocs_workshop.documents.places import SITE_CARD, card_of
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.reading.curriculum import Curriculum
from mkdocs_workshop.reading.marks import Plain
from mkdocs_workshop.site.pages.share import share
from tests.conftest import build_site

INK = (0x14, 0x21, 0x2E)
DARK = 42
"""The lightest grey of titles; the colours of themes are lighter."""
ADDRESS = "https://example.org/manual/"
KAZAKH = "Қызметтегі қауіпсіздік: әрбір ұйымның өңірдегі һәм ғылым"


@pytest.fixture(scope="module")
def drawn(example: Edition) -> dict[str, Card]:
    """The cards of the example by their paths."""
    return {card.path: card for card in cards(example)}


def _open(png: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(png))
    picture.verify()
    return Image.open(io.BytesIO(png)).convert("RGB")


def _title(picture: Image.Image) -> tuple[int, int, int, int]:
    """The box around the letters of the title, which are the darkest of what is left of the clock and below the head."""
    assert sum(INK) / 3 < DARK
    found = (
        picture.crop((0, 125, 780, 540))
        .convert("L")
        .point([255 if tone < DARK else 0 for tone in range(256)])
        .getbbox()
    )
    assert found is not None
    return found


def test_manual_modules_and_programmes_have_one(example: Edition, drawn: dict[str, Card]) -> None:
    wanted = {card_of("module", id_) for id_ in example.curriculum.modules}
    wanted |= {card_of("programme", id_) for id_ in example.curriculum.programmes}
    assert set(drawn) == {SITE_CARD, *wanted}


def test_cards_are_pictures_of_the_right_size(drawn: dict[str, Card]) -> None:
    for card in drawn.values():
        picture = _open(card.png)
        assert picture.size == (1200, 630), card.path
        assert len(picture.getcolors(1 << 20) or ()) > 50, card.path
        assert len(card.png) < 100_000, card.path
    assert len({card.png for card in drawn.values()}) == len(drawn), "each shows something of its own"


def test_a_module_has_the_colour_of_its_theme(drawn: dict[str, Card]) -> None:
    assert _open(drawn[card_of("module", "occupational-safety")].png).getpixel((600, 625)) == (0xA3, 0x4A, 0x06)
    assert _open(drawn[card_of("module", "referral-schemes")].png).getpixel((600, 625)) == (0x17, 0x37, 0x5E)


def test_no_title_is_cut(drawn: dict[str, Card]) -> None:
    for card in drawn.values():
        left, top, right, bottom = _title(_open(card.png))
        assert 60 < left < right < 775, card.path
        assert 0 < top < bottom < 415, card.path


def test_the_same_edition_gives_the_same_bytes(example: Edition, drawn: dict[str, Card], tmp_path: Path) -> None:
    again = list(cards(replace(example, cache=tmp_path)))
    assert {card.path: card.png for card in again} == {card.path: card.png for card in drawn.values()}


def _with_title(edition: Edition, title: str) -> bytes:
    """The card of the first module, if it had this title."""
    curriculum: Curriculum = edition.curriculum
    id_, parts = next(iter(curriculum.modules.items()))
    renamed = replace(parts, plan=parts.plan.model_copy(update={"title": title}))
    pieces = {**curriculum.pieces, title: (Plain(title),)}
    changed = replace(curriculum, modules={id_: renamed}, programmes={}, pieces=pieces)
    return next(cards(replace(edition, curriculum=changed))).png


@pytest.mark.parametrize(
    "title",
    ["One " * 90, "Wirtschaftswissenschaftlicherzusammenhangsanalyseverfahrensordnung", KAZAKH],
    ids=["many words", "one long word", "Kazakh"],
)
def test_any_title_fits(example: Edition, title: str) -> None:
    left, top, right, bottom = _title(_open(_with_title(example, title.strip())))
    assert 60 < left < right < 775
    assert 0 < top < bottom < 415


def test_letters_that_would_mean_something_to_the_press_are_shown(example: Edition) -> None:
    plain, wild = _with_title(example, "A b c"), _with_title(example, 'A "b" \\ #c $x$ [d]')
    assert plain != wild


def test_kazakh_letters_have_glyphs(example: Edition) -> None:
    """A letter without a glyph is an empty box: two words of such letters would look the same."""
    letters = "ҚҒҢӘҮҰӨҺІ"
    assert len({_with_title(example, letter * 6) for letter in letters}) == len(letters)


@pytest.mark.parametrize(
    ("page", "card"),
    [
        ("index.md", SITE_CARD),
        ("modules/index.md", SITE_CARD),
        ("handouts/exposure-card.md", SITE_CARD),
        ("about/index.md", SITE_CARD),
        ("modules/referral-schemes/index.md", card_of("module", "referral-schemes")),
        ("modules/referral-schemes/check.md", card_of("module", "referral-schemes")),
        ("programmes/two-day/index.md", card_of("programme", "two-day")),
        ("programmes/two-day/second-test.md", card_of("programme", "two-day")),
        ("run/two-day.md", card_of("programme", "two-day")),
        ("programmes/one-of-mine.md", SITE_CARD),
    ],
)
def test_each_page_has_its_card(drawn: dict[str, Card], page: str, card: str) -> None:
    found = share(page, {path: one.words for path, one in drawn.items()})
    assert found is not None
    assert found.path == card


def test_a_page_without_cards_names_none() -> None:
    assert share("index.md", {}) is None


def test_pages_name_their_card_where_the_site_has_an_address(project: Path) -> None:
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(f"{settings}site_url: {ADDRESS}\n", "utf-8")
    assert build_site(project).returncode == 0
    site, named = project / "site", set()
    for page in site.rglob("index.html"):
        soup = BeautifulSoup(page.read_text("utf-8"), "lxml")
        tags = {str(tag["property"]): str(tag["content"]) for tag in soup.select('meta[property^="og:image"]')}
        assert tags["og:image"].startswith(ADDRESS), page
        file = site / tags["og:image"].removeprefix(ADDRESS)
        assert _open(file.read_bytes()).size == (int(tags["og:image:width"]), int(tags["og:image:height"]))
        assert tags["og:image:alt"]
        assert soup.select_one('meta[name="twitter:card"][content="summary_large_image"]')
        named.add(file.name)
    assert named == {path.name for path in (site / "assets/workshop/cards").iterdir()}
    assert "assets/workshop/cards" not in (site / "sw.js").read_text("utf-8"), "a phone does not keep them"


def test_without_an_address_a_page_names_its_card_by_the_way_to_it_and_a_stick_has_none(project: Path) -> None:
    assert build_site(project).returncode == 0
    page = project / "site/modules/index.html"
    tag = BeautifulSoup(page.read_text("utf-8"), "lxml").select_one('meta[property="og:image"]')
    assert tag is not None
    assert (page.parent / str(tag["content"])).is_file()
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(
        re.sub("workshop]", "workshop: {offline: true}]", settings) + f"site_url: {ADDRESS}\n", "utf-8"
    )
    assert build_site(project).returncode == 0
    assert not (project / "site/assets/workshop/cards").exists()
    assert all("og:image" not in page.read_text("utf-8") for page in (project / "site").rglob("*.html"))
