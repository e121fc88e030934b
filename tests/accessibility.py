"""`python -m tests.accessibility SITE`: axe-core over every page, at both widths and in both schemes. Takes minutes."""

import argparse
import itertools
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, Page

from tests.browser import chromium, forgetful, package, served

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
Scheme = Literal["light", "dark"]


class View(NamedTuple):
    """How a page is looked at."""

    width: int
    """Pixels: a phone or a laptop."""
    scheme: Scheme


SHOWN = {"light": "default", "dark": "slate"}
"""What Material for MkDocs calls a scheme."""
VIEWS = (View(1280, "light"), View(390, "light"), View(390, "dark"), View(1280, "dark"))

COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""All that another scheme can change at the same width."""

# Without selectors, which cost time and tell no more than the element does.
_RUN = """only => axe.run(document, {runOnly: only, resultTypes: ['violations'], selectors: false}).then(result =>
  result.violations.flatMap(rule => rule.nodes.slice(0, 3).map(node => rule.id + ': ' + node.html.slice(0, 120))))"""


def pages_of(site: Path) -> list[str]:
    """Every page of the site; documents that are HTML files have tests of their own."""
    return sorted(
        path.relative_to(site).as_posix() for path in site.rglob("*.html") if "downloads/en" not in path.as_posix()
    )


def found_on(page: Page) -> list[str]:
    """What axe finds on a page as it stands, one line each."""
    page.evaluate(package("axe-core/axe.min.js").read_text("utf-8"))
    found: list[str] = page.evaluate(_RUN, list(RULES))
    return found


def watchful(browser: Browser) -> Page:
    """A window that forgets what its pages keep, and in each of them axe is at hand: to send it to each anew takes as long as a look."""
    page = forgetful(browser)
    page.add_init_script(package("axe-core/axe.min.js").read_text("utf-8"))
    return page


def violations(page: Page, address: str, views: Iterable[View]) -> Iterator[str]:
    """What axe finds on a page in some views, one line each. A page takes its scheme when it is opened, so it is opened in each.

    All rules are asked once at each width, those on colours in each view.

    The page must be `watchful`: a scheme that was kept is stronger than that of the system.
    """
    scheme, widths = None, set[int]()
    for view in views:
        page.set_viewport_size({"width": view.width, "height": 900})
        if view.scheme != scheme:
            scheme = view.scheme
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.goto(address, wait_until="domcontentloaded")
        if page.evaluate("document.body.dataset.mdColorScheme") not in {SHOWN[view.scheme], None}:
            yield f"{address.partition('/')[2]} at {view.width} {view.scheme}: it is not shown in this scheme"
        for found in page.evaluate(_RUN, COLOURS if view.width in widths else list(RULES)):
            yield f"{address.partition('/')[2]} at {view.width} {view.scheme}: {found}"
        widths.add(view.width)


def main() -> int:
    """Looks at every page in every view."""
    parser = argparse.ArgumentParser(prog="python -m tests.accessibility", description=__doc__)
    parser.add_argument("site", type=Path, help="the built site")
    site: Path = parser.parse_args().site
    with served(site) as address, chromium() as browser:
        page = watchful(browser)
        found = list(itertools.chain(*(violations(page, f"{address}/{path}", VIEWS) for path in pages_of(site))))
    print(*found, f"{len(found)} violations on {len(pages_of(site))} pages, {len(VIEWS)} views each", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
