"""Cues: each at its step, in one order, in every paper for facilitators and in none for participants."""

import shutil
from collections.abc import Callable
from pathlib import Path

import markdown
from bs4 import BeautifulSoup, Tag

from mkdocs_workshop.compile import Checked, check, make
from mkdocs_workshop.site.pages import make_pages
from tests.conftest import TODAY, edition_of
from tests.reading import text_of

MODULE = "modules/first-module/module.yml"
SESSION = "programmes/one-day/first-module.md"
CUES = {
    "ours": "The order of the steps is ours.",
    "trap": "Changes eat a minute each.",
    "never": "A question about one person.",
    "say": "We practise the first look.",
    "must": "Look before you act.",
    "care": "If somebody turns pale, be found in the break.",
    "do": "One helper a corner.",
}
WHOLE = {"care": "Somebody may have lost a friend.", "must": "Nobody is blamed."}
BESIDE = ("Way free clockwise", "It goes into the reading.", "Show one step.", "More words for you.")


def _with_cues(small: Path) -> None:
    """Writes a cue of each kind at the first step, and everything else that an activity may have."""
    file = small / MODULE
    at_step = "".join(f'      - {{at: s1, {kind}: "{words}"}}\n' for kind, words in CUES.items())
    whole = "".join(f'      - {{{kind}: "{words}"}}\n' for kind, words in WHOLE.items())
    beside = f"""\
    room: {{plan: stations, people: 6, note: "{BESIDE[0]}"}}
    droppable: true
    drop_note: "{BESIDE[1]}"
    if_short: {{text: "{BESIDE[2]}", saves: 3, drops: [s2]}}
    notes: "{BESIDE[3]}"
"""
    text = file.read_text("utf-8")
    text = text.replace("    cues:\n", f"{beside}    cues:\n{at_step}{whole}", 1)
    text = text.replace("    slides: [title, steps]\n", "    slides: [title]\n", 1)
    text = text.replace(
        "{text: Ask what people do", "{slides: [steps], figure: first-module-way, text: Ask what people do", 1
    )
    file.write_text(text, "utf-8")


def _page(checked: Checked, path: str) -> BeautifulSoup:
    assert checked.curriculum is not None, checked.problems
    content = next(
        page.content for page in make_pages(edition_of(checked.curriculum), TODAY).artifacts if page.path == path
    )
    body = str(content).split("---\n", 2)[2]
    return BeautifulSoup(markdown.markdown(body, extensions=["attr_list", "md_in_html"]), "html.parser")


def _kinds(step: Tag) -> list[str]:
    return [str(cue["class"][1]).removeprefix("ws-cue-") for cue in step.select(".ws-cue")]


def test_cues_stand_at_their_step_in_one_order(small: Path, checked: Callable[[], Checked]) -> None:
    _with_cues(small)
    page = _page(checked(), SESSION)
    first, second, *_ = page.select(".ws-script > li")
    assert _kinds(first) == ["care", "must", "say", "expect", "do", "never", "trap", "ours"]
    assert _kinds(second) == ["objection"]
    assert first.select_one("figure") is not None
    whole = page.select_one(".ws-activity .ws-facilitator")
    assert whole is not None
    assert _kinds(whole) == ["care", "must"]


def test_care_is_never_folded_and_answers_are(small: Path, checked: Callable[[], Checked]) -> None:
    _with_cues(small)
    page = _page(checked(), SESSION)
    care = page.select(".ws-cue-care")
    assert [cue.get_text() for cue in care if cue.find_parent("details")] == []
    assert {words for words in (CUES["care"], WHOLE["care"]) if any(words in cue.get_text() for cue in care)} == {
        CUES["care"],
        WHOLE["care"],
    }
    answer = page.select_one("details.ws-cue-objection > p")
    assert answer is not None
    assert "Ask what that way protects." in answer.get_text()


def test_a_slide_has_the_cues_of_its_step(small: Path, checked: Callable[[], Checked]) -> None:
    _with_cues(small)
    page = _page(checked(), "modules/first-module/slides.md")
    rows = {str(row.select_one("h2")["id"]): _kinds(row) for row in page.select(".ws-slide-row")}  # type: ignore[index]
    assert rows["steps"][:3] == ["care", "must", "say"]
    assert rows["title"] == []


def test_every_slide_has_its_notes_beside_it(checked: Callable[[], Checked]) -> None:
    """Also one with a drawing behind its words: the Markdown around it must not lose a closing tag."""
    page = _page(checked(), "modules/first-module/slides.md")
    rows = page.select(".ws-deck > .ws-slide-row")
    assert page.select_one(".is-question .ws-shapes") is not None
    assert len(rows) == len(page.select(".ws-preview"))
    assert all(row.select_one(".ws-preview + .ws-facilitator") for row in rows)


def test_every_paper_for_facilitators_has_them_and_no_other(small: Path, tmp_path: Path) -> None:
    _with_cues(small)
    whole = check(small, tmp_path, TODAY).curriculum
    assert whole is not None
    cache = tmp_path / "cache"
    artifacts = make(whole, TODAY, cache).artifacts
    secret = [
        *CUES.values(),
        *WHOLE.values(),
        *BESIDE,
        "We have always done it another way.",
        "Ask what that way protects.",
    ]
    wanted = {
        "assets/workshop/run/one-day-1.js": [words for words in secret if words != BESIDE[2]],
        "run/one-day.md": [BESIDE[2]],
        SESSION: secret,
        "downloads/en/guide/one-day.pdf": secret,
        "downloads/en/lesson-plan/first-module.pdf": secret,
        "downloads/en/lesson-plan/first-module.docx": secret,
        "downloads/en/slides/first-module-notes.pptx": list(CUES.values()),
    }
    texts = {artifact.path: _squeezed(text_of(artifact.path, artifact.data)) for artifact in artifacts}
    for path, words in wanted.items():
        assert [word for word in words if _squeezed(word) not in texts[path]] == [], path
    for artifact in artifacts:
        if artifact.role == "participant":
            # The key message of the module says it to everybody, as a cue says it to the facilitator.
            leaked = [word for word in secret if word != CUES["must"] and _squeezed(word) in texts[artifact.path]]
            assert leaked == [], artifact.path
    shutil.rmtree(cache)


def _squeezed(text: str) -> str:
    return "".join(text.replace("\u00ad", "").replace("’", "'").split())
