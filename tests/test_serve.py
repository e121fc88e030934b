"""`mkdocs serve`: a change in the YAML shows; a mistake is explained and the last good site stays."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import BUILD_ENVIRONMENT

PATIENCE = 60
"""Seconds. A loaded machine is slow; a test that hangs is worse."""


def _until(what: Callable[[], bool], why: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if what():
            return
        time.sleep(0.2)
    raise AssertionError(why)


class Served:
    """A site that is being served, with everything the server has said."""

    def __init__(self, project: Path, port: int) -> None:
        self.said = project / "said.log"
        self.address = f"http://127.0.0.1:{port}/"
        with self.said.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-u", "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}", "--livereload"],
                cwd=project,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=BUILD_ENVIRONMENT,
                start_new_session=True,
            )

    def shows(self, words: str, page: str = "") -> bool:
        """Whether a page has the words now."""
        try:
            with urllib.request.urlopen(self.address + page, timeout=5) as answer:  # noqa: S310  our own server
                return words in answer.read().decode()
        except OSError:
            return False

    def log(self) -> str:
        """What the server has said so far, without colours."""
        return re.sub(r"\x1b\[[0-9;]*m", "", self.said.read_text("utf-8"))


@pytest.fixture
def served(project: Path) -> Iterator[Served]:
    """The small site, served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    served = Served(project, port)
    _until(lambda: served.shows("One line that says what it is about"), "the site is not served")
    yield served
    os.killpg(served.process.pid, signal.SIGTERM)
    served.process.wait(timeout=10)


def test_change_shows_and_mistake_keeps_the_last_good_site(served: Served, project: Path) -> None:
    manual = project / "curriculum" / "curriculum.yml"
    good = manual.read_text("utf-8")
    manual.write_text(good.replace("One line that says what it is about", "A new line"), "utf-8")
    _until(lambda: served.shows("A new line"), "the change does not show")

    manual.write_text(good.replace("colour: teal", "colour: tael"), "utf-8")
    _until(lambda: "W204 `colour` can not be `tael`" in served.log(), "the mistake is not explained")
    _until(lambda: "stays as it was" in served.log(), "nobody says that the last good site stays")
    _until(lambda: served.shows("A new line"), "the last good site is gone")
    assert served.shows("A card to carry", "handouts/first-module-card/")
    assert "Traceback" not in served.log()
    # The page itself says it, on every page.
    page = "handouts/first-module-card/"
    assert served.shows("<code>curriculum/curriculum.yml:15:40</code> W204 `colour` can not be `tael`", page)
    assert served.shows("<em>Did you mean `teal`?", page)
    assert served.shows("This page is old. 1 error in 1 file.")

    manual.write_text(good.replace("One line that says what it is about", "Mended"), "utf-8")
    _until(lambda: served.shows("Mended"), "the mended site does not show")
    assert not served.shows("This page is old")


def test_a_folder_that_was_away_is_watched_again(served: Served, project: Path) -> None:
    """As after `git checkout` of another branch and back."""
    folder, away = project / "curriculum", project / "away"
    folder.rename(away)
    _until(lambda: served.shows("This page is old"), "nobody says that the folder is gone")
    away.rename(folder)
    _until(lambda: not served.shows("This page is old") and served.shows("One line that"), "it is not seen again")
    manual = folder / "curriculum.yml"
    manual.write_text(manual.read_text("utf-8").replace("One line that says", "Words that say"), "utf-8")
    _until(lambda: served.shows("Words that say what it is about"), "the folder is not watched any more")
    assert "Traceback" not in served.log()
