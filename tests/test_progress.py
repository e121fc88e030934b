"""How far a build has come: what a terminal and what a log sees."""

import io
import json
from pathlib import Path

from mkdocs_workshop.ground.progress import Progress, keep_count, last_count


class Terminal(io.StringIO):
    """A text that says it is a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        """What it shows."""
        return self.seconds


def _told(out: io.StringIO, clock: Clock, seconds: float, total: int) -> str:
    progress = Progress(out, clock)
    progress.begin("Documents", total)
    for number in range(4):
        clock.seconds += seconds
        progress.made(f"downloads/en/{number}.pdf")
    progress.end()
    progress.end()
    return out.getvalue()


def test_a_terminal_sees_what_is_made_and_how_many_are_left() -> None:
    looks = _told(Terminal(), Clock(), 1.0, 8).split("\r\x1b[2K")
    assert looks == [
        "",
        "Documents [#####---------------] 2 of 8, 6 left: 1.pdf",
        "Documents [#######-------------] 3 of 8, 5 left: 2.pdf",
        "Documents [##########----------] 4 of 8, 4 left: 3.pdf",
        "",
    ]


def test_nothing_is_said_of_what_is_quick() -> None:
    assert _told(Terminal(), Clock(), 0.4, 4) == ""
    assert _told(io.StringIO(), Clock(), 0.4, 4) == ""


def test_a_bar_does_not_flicker() -> None:
    clock, out = Clock(), Terminal()
    progress = Progress(out, clock)
    progress.begin("Pages", 9)
    clock.seconds += 3
    for _ in range(9):
        clock.seconds += 0.03
        progress.made("a.md")
    assert out.getvalue().count("\r") == 3


def test_a_log_gets_one_line_for_a_step() -> None:
    assert _told(io.StringIO(), Clock(), 1.0, 8) == "Documents: 4 in 4 s\n"


def test_without_a_number_only_what_is_done_is_told() -> None:
    assert "\r\x1b[2KDocuments 4: 3.pdf" in _told(Terminal(), Clock(), 1.0, 0)
    assert "\r\x1b[2KDocuments 4: 3.pdf" in _told(Terminal(), Clock(), 1.0, 3)


def test_the_number_of_last_time_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "new" / "counts.json"
    assert last_count(file, "en") == 0
    keep_count(file, "en", 7)
    keep_count(file, "ru", 5)
    assert (last_count(file, "en"), last_count(file, "ru"), last_count(file, "kk")) == (7, 5, 0)
    for broken in ("[", "[1]", json.dumps({"en": "many"})):
        file.write_text(broken, "utf-8")
        assert last_count(file, "en") == 0
    keep_count(file, "kk", 3)
    assert json.loads(file.read_text("utf-8"))["kk"] == 3
