"""Stories: files in, problems or pages out. One file under `stories/`, one behaviour.

A story begins with the small curriculum of `workshop new curriculum`. It has any of
  change:  {path: {old words: new words}}   words replaced in a file
  files:   {path: text}                     files written as they are
  remove:  [path]                           files taken away
and then
  problems: |                               all problems, in full, as an author sees them
  page: {path: [words, ...]}                words that a page must contain, in this order
  no_page: {path: [words, ...]}             words that it must not contain
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_workshop.compile import check
from mkdocs_workshop.ground.problems import in_full
from mkdocs_workshop.site.pages import make_pages
from tests.conftest import TODAY, edition_of

STORIES = Path(__file__).parent / "stories"


class _Text(str):
    """A text that is written as a block."""

    __slots__ = ()


yaml.SafeDumper.add_representer(
    _Text, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style="|")
)


def _stories() -> list[Path]:
    return sorted(STORIES.rglob("*.yml"))


def _prepare(folder: Path, story: dict[str, Any]) -> None:
    for path in story.get("remove", ()):
        (folder / path).unlink()
    for path, changes in story.get("change", {}).items():
        text = (folder / path).read_text("utf-8")
        for old, new in changes.items():
            assert old in text, f"{old!r} is not in {path}"
            text = text.replace(old, new, 1)
        (folder / path).write_text(text, "utf-8")
    for path, text in story.get("files", {}).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


@pytest.mark.parametrize("path", _stories(), ids=lambda path: path.relative_to(STORIES).with_suffix("").as_posix())
def test_story(path: Path, small: Path, request: pytest.FixtureRequest) -> None:
    """What the story says happens."""
    story = yaml.safe_load(path.read_text("utf-8"))
    _prepare(small, story)
    checked = check(small, small.parent, TODAY, every_language=True)
    said = "\n\n".join(in_full(problem) for problem in checked.problems)
    if request.config.getoption("--update") and said and said != story.get("problems", "").rstrip("\n"):
        _update(path, said)
        return
    assert said == story.get("problems", "").rstrip("\n")
    for kind, contains in (("page", True), ("no_page", False)):
        for page, words in story.get(kind, {}).items():
            assert checked.curriculum is not None
            made = {
                artifact.path: artifact.content
                for artifact in make_pages(edition_of(checked.curriculum), TODAY).artifacts
            }
            _assert_words(str(made[page]), words, contains)


def _assert_words(content: str, words: list[str], contains: bool) -> None:
    at = 0
    for word in words:
        found = content.find(word, at if contains else 0)
        assert (found >= 0) == contains, f"{word!r} {'is missing' if contains else 'is there'}"
        at = max(at, found)


def _update(path: Path, said: str) -> None:
    """Rewrites only the expectation; the story and its comments stay as the author wrote them."""
    head = path.read_text("utf-8").partition("problems:")[0]
    expectation = yaml.safe_dump({"problems": _Text(f"{said}\n")}, allow_unicode=True, width=1000)
    tail = path.read_text("utf-8").partition("\npage:")[1:]
    path.write_text(head + expectation + "".join(tail).lstrip("\n"), "utf-8")
