"""How the key pages look. The pictures are shown in the README; `pytest tests/test_screens.py --update` takes them anew."""

import datetime as dt
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser

SCREENS = Path(__file__).parent / "screens"
SMALL = (64, 48)
"""Compared at this size: a word may change, a column may not fall out of its place."""
MOST = 7.0
"""Mean difference of a pixel, of 255. A missing style sheet gives 30 and more."""

PAGES = {
    "home-1280": ("index.html", 1280, 860),
    "home-390": ("index.html", 390, 760),
    "session-1280": ("programmes/two-day/occupational-safety/", 1280, 860),
    "run-sheet-390": ("run/two-day/", 390, 760),
    "handout-390": ("handouts/exposure-card/", 390, 760),
    "downloads-1280": ("downloads/", 1280, 860),
}
NOON = dt.datetime(2026, 11, 23, 12, 15, tzinfo=dt.UTC)


@pytest.mark.parametrize("name", PAGES)
def test_page_looks_as_it_did(
    browser: Browser, shipped_address: str, tmp_path: Path, request: pytest.FixtureRequest, name: str
) -> None:
    path, width, height = PAGES[name]
    context = browser.new_context(
        viewport={"width": width, "height": height}, reduced_motion="reduce", timezone_id="UTC", color_scheme="light"
    )
    page = context.new_page()
    # The run sheet knows the time of day.
    page.clock.set_fixed_time(NOON)
    page.goto(f"{shipped_address}/{path}", wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    shown = tmp_path / "now.png"
    page.screenshot(path=shown)
    context.close()
    kept = SCREENS / f"{name}.png"
    if request.config.getoption("--update"):
        SCREENS.mkdir(exist_ok=True)
        # Few colours: a third of the bytes, and no difference that anybody sees.
        Image.open(shown).convert("RGB").quantize(96).save(kept, optimize=True)
    then, now = (Image.open(picture).convert("RGB").resize(SMALL) for picture in (kept, shown))
    difference = sum(ImageStat.Stat(ImageChops.difference(then, now)).mean) / 3
    assert difference <= MOST, f"{name} looks different ({difference:.1f}); look at it, then run with --update"
