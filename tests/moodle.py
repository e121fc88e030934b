"""Moodle as a SCORM lesson meets it: attempts and modes, a run time that sends what changed, and records that it keeps.

It behaves as Moodle 4.5 and 5.0 do: after `completed`, `passed` or `failed` the next visit is a new attempt if the activity
forces one, else a review. The score decides about passed and failed when the lesson ends. What was sent counts as sent, also when
nobody received it; a score is a number, whatever its letters; a request that failed is sent by a beacon and called a success.
Written from observation and from reading `mod/scorm` (`lib.php`, `request.js`, `datamodels/scorm_12.js`).
"""

import http.server
import json
import mimetypes
import threading
import urllib.parse
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

_FINAL = frozenset({"completed", "passed", "failed"})

PLAYER = """<!doctype html><html lang="en"><title>Course</title><body><script>
const DEFAULTS = __DEFAULTS__, TARGET = __TARGET__
const TEXT = /^[\\u0000-\\uFFFF]{0,255}$/, LONG = /^[\\u0000-\\uFFFF]{0,4096}$/, NUMBER = /^-?([0-9]{0,3})(\\.[0-9]*)?$/
const NAMES = [
  [/^cmi\\.core\\.lesson_location$/, TEXT], [/^cmi\\.suspend_data$/, LONG],
  [/^cmi\\.core\\.lesson_status$/, /^(passed|completed|failed|incomplete|browsed)$/],
  [/^cmi\\.core\\.score\\.(raw|min|max)$/, NUMBER], [/^cmi\\.core\\.exit$/, /^(time-out|suspend|logout|)$/],
  [/^cmi\\.core\\.session_time$/, /^\\d{2,4}:\\d\\d:\\d\\d(\\.\\d{1,2})?$/],
  [/^cmi\\.interactions\\.\\d+\\.id$/, /^[\\u0021-\\u007E]{0,255}$/],
  [/^cmi\\.interactions\\.\\d+\\.type$/, /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/],
  [/^cmi\\.interactions\\.\\d+\\.(student_response|correct_responses\\.\\d+\\.pattern)$/, TEXT],
  [/^cmi\\.interactions\\.\\d+\\.result$/, /^(correct|wrong|unanticipated|neutral|[0-9]{0,3}(\\.[0-9]*)?)$/]]
const READ_ONLY = /^cmi\\.(core\\.(student_|credit|entry|total_time|lesson_mode)|student_data\\.)/
const cmi = {...DEFAULTS}, sent = {...DEFAULTS}
let running = false, error = '0'
window.calls = []
window.faults = []
function store(values) {
  const asked = new XMLHttpRequest()
  try { asked.open('POST', TARGET, false); asked.send(JSON.stringify(values)) } catch (e) {
    // As its `request.js` does: what nobody answers is called a success.
    return navigator.sendBeacon && navigator.sendBeacon(TARGET, JSON.stringify(values)) ? 'true' : 'false'
  }
  return asked.status === 200 && asked.responseText.split('\\n')[0] === 'true' ? 'true' : 'false'
}
function changed() {
  const values = {}
  for (const name of Object.keys(cmi)) {
    if (READ_ONLY.test(name) || name === 'cmi.core.session_time' || cmi[name] === (sent[name] ?? '')) continue
    values[name] = sent[name] = cmi[name]
  }
  return values
}
const calls = {
  LMSInitialize(text) { if (text !== '' || running) { error = '101'; return 'false' } error = '0'; running = true; return 'true' },
  LMSGetValue(name) { if (!running) { error = '301'; return '' } error = '0'; return cmi[name] ?? '' },
  LMSSetValue(name, value) {
    if (!running) { error = '301'; return 'false' }
    const rule = NAMES.find(([known]) => known.test(name))
    if (!rule || !rule[1].test(String(value))) { error = rule ? '405' : '401'; return 'false' }
    error = '0'; cmi[name] = String(rule[1] === NUMBER ? Number(value) : value); return 'true'
  },
  LMSCommit() { if (!running) { error = '301'; return 'false' } const done = store(changed()); error = done === 'true' ? '0' : '101'; return done },
  LMSFinish() {
    if (!running) { error = '301'; return 'false' }
    running = false
    if (cmi['cmi.core.lesson_status'] === 'not attempted') cmi['cmi.core.lesson_status'] = 'completed'
    const mark = cmi['cmi.student_data.mastery_score'], raw = cmi['cmi.core.score.raw']
    if (cmi['cmi.core.lesson_mode'] === 'normal' && mark !== '' && raw !== '')
      cmi['cmi.core.lesson_status'] = parseFloat(raw) >= parseFloat(mark) ? 'passed' : 'failed'
    return store({...changed(), 'cmi.core.total_time': cmi['cmi.core.session_time'] ?? '00:00:00'})
  },
  LMSGetLastError: () => error, LMSGetErrorString: () => '', LMSGetDiagnostic: () => '',
}
window.API = {}
for (const name of Object.keys(calls)) window.API[name] = (...given) => {
  const answer = calls[name](...given)
  window.calls.push([name, ...given, answer])
  if (['301', '401', '405'].includes(error) && name !== 'LMSGetLastError') window.faults.push([name, ...given, error])
  return answer
}
</script><iframe src="__LESSON__" title="Lesson" width="388" height="600"></iframe></body></html>"""


@dataclass
class Moodle:
    """An activity with one learner."""

    files: Mapping[str, bytes]
    """The package by path."""
    mastery: str
    force_new: bool = True
    """The setting "Force new attempt": when the previous attempt is completed, passed or failed."""
    hide_browse: bool = True
    attempts: list[dict[str, str]] = field(default_factory=list)
    """What is kept of each attempt, by element."""
    logged_in: bool = True
    offline: bool = False

    @property
    def status(self) -> str:
        """The status of the last attempt."""
        return self.attempts[-1].get("cmi.core.lesson_status", "")

    @property
    def grade(self) -> float:
        """The highest score of all attempts, as the activity of the backup counts."""
        return max((float(kept.get("cmi.core.score.raw") or 0) for kept in self.attempts), default=0.0)

    @property
    def completed(self) -> bool:
        """Whether the activity is done: passed in any attempt."""
        return any(kept.get("cmi.core.lesson_status") == "passed" for kept in self.attempts)

    def enter(self, mode: str = "normal") -> tuple[int, str]:
        """The attempt and the mode of a visit."""
        if mode == "browse" and not self.hide_browse:
            return max(len(self.attempts), 1), "browse"
        if not self.attempts:
            self.attempts.append({})
        if self.status not in _FINAL:
            return len(self.attempts), "normal"
        if self.force_new:
            self.attempts.append({})
            return len(self.attempts), "normal"
        return len(self.attempts), "review"

    def player(self, mode: str) -> bytes:
        """The page with the run time and the lesson in a frame."""
        attempt, mode = self.enter(mode)
        kept = self.attempts[attempt - 1] if self.attempts else {}
        defaults = {
            "cmi.core.lesson_location": "",
            "cmi.core.score.raw": "",
            "cmi.suspend_data": "",
            "cmi.student_data.mastery_score": self.mastery,
            **kept,
            "cmi.core.lesson_status": kept.get("cmi.core.lesson_status") or "not attempted",
            "cmi.core.lesson_mode": mode,
            "cmi.core.credit": "credit" if mode == "normal" else "no-credit",
        }
        page = PLAYER.replace("__DEFAULTS__", json.dumps(defaults))
        page = page.replace("__TARGET__", json.dumps(f"/datamodel?attempt={attempt}"))
        return page.replace("__LESSON__", "/content/index.html").encode()

    def store(self, attempt: int, values: Mapping[str, str]) -> bool:
        """Keeps what the run time sends."""
        if not self.logged_in:
            return False
        self.attempts[attempt - 1] |= values
        return True


class _Site(http.server.BaseHTTPRequestHandler):
    moodle: Moodle

    def do_GET(self) -> None:
        """The player, or a file of the lesson."""
        address = urllib.parse.urlsplit(self.path)
        if address.path == "/player":
            mode = urllib.parse.parse_qs(address.query).get("mode", ["normal"])[0]
            self._answer(200, "text/html", self.moodle.player(mode))
            return
        if address.path == "/course":
            self._answer(200, "text/html", b"<!doctype html><title>Course</title><p>Course")
            return
        content = self.moodle.files.get(address.path.removeprefix("/content/"))
        kind = mimetypes.guess_type(address.path)[0] or "application/octet-stream"
        self._answer(404 if content is None else 200, kind, content or b"")

    def do_POST(self) -> None:
        """What the run time sends; who is logged out gets the page to log in, which is no "true"."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.moodle.offline:
            self.close_connection = True
            return
        attempt = int(urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)["attempt"][0])
        done = self.moodle.store(attempt, json.loads(body))
        self._answer(200, "text/html", b"true\n0" if done else b"<!doctype html><title>Log in</title>")

    def _answer(self, code: int, kind: str, content: bytes) -> None:
        with suppress(BrokenPipeError, ConnectionResetError):
            self.send_response(code)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def running(moodle: Moodle) -> Iterator[str]:
    """The address of a site with this activity."""
    handler = type("_Of", (_Site,), {"moodle": moodle})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
