"""What `mkdocs serve` shows while the curriculum has mistakes, and how it goes on seeing a folder that was away."""

import html
import re
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from ..ground.problems import Problem, summary

SHOWN = 5
"""Problems in the bar; more would hide the page that somebody is looking at."""

_BODY = re.compile(r"<body\b[^>]*>")
_STYLE = (
    "position:sticky;top:0;z-index:99;max-height:40vh;overflow:auto;padding:.7rem 1rem;"
    "background:#7a1010;color:#fff;font:14px/1.45 sans-serif"
)


def bar(problems: Sequence[Problem]) -> str:
    """The bar with the errors among these problems: place, message, advice. Empty where there are none."""
    errors = [problem for problem in problems if problem.severity == "error"]
    if not errors:
        return ""
    rows = "".join(_row(problem) for problem in errors[:SHOWN])
    more = f"<p>{len(errors) - SHOWN} more stand in the terminal.</p>" if len(errors) > SHOWN else ""
    head = f"<strong>This page is old. {html.escape(summary(errors))}</strong>"
    return (
        f'<div id="ws-problems" role="alert" style="{_STYLE}">{head}<ul style="margin:.3rem 0">{rows}</ul>{more}</div>'
    )


def with_bar(page: str, shown: str) -> str:
    """A page of the site with a bar at its top.

    `with_bar("<body><p>Hi</p></body>", "<div>Old</div>")` gives `"<body><div>Old</div><p>Hi</p></body>"`.
    """
    return _BODY.sub(lambda body: body[0] + shown, page, count=1) if shown else page


def on_return(folder: Path, changed: Callable[[bool], None], stop: threading.Event, every: float = 0.5) -> None:
    """Calls `changed` whenever a folder goes away (False) or is there again, perhaps as another one (True); until `stop`."""
    before = _identity(folder)
    while not stop.wait(every):
        now = _identity(folder)
        if now != before:
            before = now
            changed(now is not None)


def _row(problem: Problem) -> str:
    path, line, column = problem.place
    parts = (f"<code>{html.escape(path)}:{line}:{column}</code>", f"{problem.code} {problem.message}", problem.advice)
    return f"<li>{parts[0]} {html.escape(parts[1])} <em>{html.escape(parts[2])}</em></li>"


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


class Watching(Protocol):
    """A server that builds again when something changes."""

    def watch(self, path: str) -> None:
        """Begins to look at a file or folder."""

    def unwatch(self, path: str) -> None:
        """Stops to look at it."""


def watch_again(server: Watching, folder: Path, stopped: threading.Event) -> Path:
    """Has a folder watched again when it was away, until `stopped`. Gives the file whose change makes the server build again."""
    bell = Path(tempfile.mkdtemp(prefix="workshop-")) / "bell"
    bell.touch()
    server.watch(str(bell))

    def changed(there: bool) -> None:
        if there:
            server.unwatch(str(folder))
            server.watch(str(folder))
        # A file that is watched, and changes, is how MkDocs is asked to build again.
        bell.write_text(str(time.monotonic()), "utf-8")

    threading.Thread(target=on_return, args=(folder, changed, stopped), daemon=True).start()
    return bell
