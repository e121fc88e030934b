"""A learning platform for tests: servers in memory, a strict SCORM run time, and a browser to play lessons in."""

import http.server
import json
import mimetypes
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from playwright.sync_api import Frame, Page

from mkdocs_workshop.model.check import (
    CheckQuestion,
    KnowledgeCheck,
    MatchQuestion,
    MultipleQuestion,
    OrderQuestion,
    SingleQuestion,
)
from mkdocs_workshop.packages.lesson_check import right_sides
from tests.browser import package


class _Shelf(http.server.BaseHTTPRequestHandler):
    files: Mapping[str, bytes] = {}

    def do_GET(self) -> None:
        """Sends a file, or says that there is none."""
        path = self.path.partition("?")[0]
        content = self.files.get(path)
        self.send_response(404 if content is None else 200)
        self.send_header("Content-Type", mimetypes.guess_type(path)[0] or "application/octet-stream")
        self.send_header("Content-Length", str(len(content or b"")))
        self.end_headers()
        # A browser that goes on to the next page does not wait for the rest.
        with suppress(BrokenPipeError, ConnectionResetError):
            self.wfile.write(content or b"")

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def served(files: Mapping[str, bytes]) -> Iterator[str]:
    """The address of a server for files by path; the mapping may grow afterwards."""
    handler = type("_Filled", (_Shelf,), {"files": files})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def watched(page: Page, *addresses: str) -> list[str]:
    """A list that fills with what goes wrong on a page, and with what it asks of anybody else."""
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    allowed = (*addresses, "data:", "about:", "file:")
    page.on("request", lambda asked: None if asked.url.startswith(allowed) else wrong.append(f"asked {asked.url}"))
    return wrong


PLATFORM = """<!doctype html><html lang="en"><title>Platform</title>
<body><script src="/scorm12.js"></script><script>
const strict = new Scorm12API({logLevel: 5, autocommit: false})
const kept = KEPT
if (kept) strict.loadFromJSON(kept, 'cmi')
window.calls = []
window.API = {}
for (const name of ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSGetLastError', 'LMSGetErrorString', 'LMSGetDiagnostic'])
  window.API[name] = (...given) => {
    const answer = strict[name](...given)
    window.calls.push([name, ...given, String(answer), String(strict.LMSGetLastError())])
    return answer
  }
</script>BODY</body></html>"""


def platform(body: str, kept: Mapping[str, Any] | None = None) -> bytes:
    """A page with a SCORM run time; `kept` are the records of an earlier session."""
    return PLATFORM.replace("KEPT", json.dumps(kept)).replace("BODY", body).encode()


def frame(address: str) -> str:
    """A frame as Moodle makes it on a phone."""
    return f'<iframe src="{address}" title="Lesson" width="388" height="500"></iframe>'


def run_time() -> bytes:
    """The strict SCORM 1.2 run time."""
    return package("scorm-again/dist/scorm12.min.js").read_bytes()


def right(question: CheckQuestion) -> dict[str, list[str]]:
    """The right answer: the values to choose by the names of the inputs."""
    if isinstance(question, MatchQuestion):
        return {f"{question.id}.{pair}": [letter] for pair, letter in right_sides(question).items()}
    if isinstance(question, OrderQuestion):
        return {f"{question.id}.{item.id}": [str(place)] for place, item in enumerate(question.items, 1)}
    if isinstance(question, MultipleQuestion):
        return {question.id: list(question.key)}
    return {question.id: [question.key if isinstance(question, SingleQuestion) else str(question.key).lower()]}


def wrong(question: CheckQuestion) -> dict[str, list[str]]:
    """A whole answer that is wrong."""
    if isinstance(question, MatchQuestion):
        return {name: ["a"] for name in right(question)}
    if isinstance(question, OrderQuestion):
        return {name: ["1"] for name in right(question)}
    if isinstance(question, SingleQuestion | MultipleQuestion):
        return {
            question.id: [
                next(option.id for option in question.options if option.id not in right(question)[question.id])
            ]
        }
    return {question.id: [str(not question.key).lower()]}


_CHOOSE = """answers => {
  for (const [name, values] of Object.entries(answers)) for (const value of values) {
    const fields = [...document.getElementsByName(name)]
    const field = fields.find(one => one.tagName === 'SELECT' || one.value === value)
    if (!field || field.disabled || !field.checkVisibility()) throw new Error(`${name} can not be answered with ${value}`)
    if (field.tagName === 'SELECT') {
      field.value = value
      field.dispatchEvent(new Event('input', { bubbles: true }))
      field.dispatchEvent(new Event('change', { bubbles: true }))
    } else if (!field.checked) field.click()
    if (field.tagName === 'SELECT' ? field.value !== value : !field.checked) throw new Error(`${name} does not take ${value}`)
  }
}"""
_GO_ON = """() => {
  const next = document.querySelector('.next')
  for (let left = 200; next.checkVisibility(); next.click()) if (left-- === 0) throw new Error('the lesson has no end')
}"""


def fill(lesson: Page | Frame, answers: Mapping[str, list[str]], *, by_mouse: bool = False) -> None:
    """Chooses answers by the hooks that the page promises: `name=<question id>`, `value=<option id>`.

    All at once; with `by_mouse` one after the other as a hand does it, which takes ten times the processor.
    """
    if not by_mouse:
        lesson.evaluate(_CHOOSE, dict(answers))
        return
    for name, values in answers.items():
        for value in values:
            field = lesson.locator(f'[name="{name}"]').first
            if field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(value)
            else:
                lesson.locator(f'[name="{name}"][value="{value}"]').check()


def to_the_check(lesson: Page | Frame, *, by_mouse: bool = False) -> None:
    """Turns the pages of a lesson to the last one; at once, or as a hand does it."""
    if not by_mouse:
        lesson.evaluate(_GO_ON)
        return
    while lesson.locator(".next").is_visible():
        lesson.locator(".next").click()


def all_of(check: KnowledgeCheck, how: Any) -> dict[str, list[str]]:
    """The answers to a whole check, by `right` or `wrong`."""
    return {name: values for question in check.questions for name, values in how(question).items()}


def violations(lesson: Page | Frame) -> list[str]:
    """What axe finds fault with."""
    if lesson.evaluate("typeof axe") == "undefined":
        lesson.evaluate(package("axe-core/axe.min.js").read_text("utf-8"))
    found = lesson.evaluate("axe.run(document, {resultTypes: ['violations']}).then(result => result.violations)")
    return [f"{fault['id']}: {part['html'][:200]}" for fault in found for part in fault["nodes"]]
