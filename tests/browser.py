"""A real headless Chromium, and a server on this machine, for tests that use the manual as people do."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = next(
    filter(None, (os.environ.get("CHROMIUM"), *map(shutil.which, ("chromium-headless-shell", "chromium")))), ""
)
"""The same engine without a window takes a third of the processor; where it is missing, the whole browser will do."""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NODE = Path(__file__).parent / "node_modules"
"""Where `npm ci --prefix tests` puts what browser tests need."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, headers: Mapping[str, str], asked: list[str], **more: Any) -> None:
        self.more_headers = headers
        self.asked = asked
        super().__init__(*args, **more)

    def end_headers(self) -> None:
        """Sends the headers of the test as well."""
        for name, value in self.more_headers.items():
            self.send_header(name, value)
        super().end_headers()

    def do_GET(self) -> None:
        """Notes what was asked for."""
        self.asked.append(self.path)
        super().do_GET()

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def served(
    site: Path, headers: Mapping[str, str] = MappingProxyType({}), asked: list[str] | None = None
) -> Iterator[str]:
    """The address of a folder, served on this machine with some headers; what is asked for goes to the end of `asked`."""
    handler = functools.partial(_Quiet, directory=str(site), headers=headers, asked=[] if asked is None else asked)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def forgetful(browser: Browser, motion: Literal["reduce"] | None = None) -> Page:
    """A window for many visits: no page finds what the one before has kept, the colour scheme above all, or a day that was opened."""
    page = browser.new_page(reduced_motion=motion)
    page.add_init_script("try { localStorage.clear(); sessionStorage.clear() } catch {}")
    return page


def package(path: str) -> Path:
    """A file or folder of an npm package. Raises FileNotFoundError that says how to get it."""
    file = NODE / path
    if not file.exists():
        raise FileNotFoundError(f"{file} is missing: run `npm ci --prefix tests`, then test again")
    return file
