"""Hand-written pages: a translation does not grow old without a word."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.ground.problems import in_full
from mkdocs_workshop.reading.curriculum import load
from mkdocs_workshop.reading.translation.folder import languages_of
from mkdocs_workshop.reading.translation.messages import by_po
from mkdocs_workshop.reading.translation.pages import is_behind, page_problems, recorded, sections, with_sums
from mkdocs_workshop.reading.translation.po import as_text
from mkdocs_workshop.reading.translation.update import updated
from tests.conftest import ROOT

ENGLISH = """\
# About us

Written by hand.

## Where we sit { #where }

```sh
# no heading
```

### A plain one

Words.
"""


@pytest.fixture
def project(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small curriculum with all its texts said in Russian, and a page of its own in two languages; entered."""
    root = small.parent
    whole, _, _ = load(small, root)
    assert whole is not None
    for name, messages in by_po(whole.files).items():
        catalog = updated(Catalog(), messages, "ru")
        for message in catalog:
            message.string = message.id
        path = small / "locales" / "ru" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_text(catalog))
    docs = root / "docs"
    docs.mkdir()
    (docs / "about.md").write_text(ENGLISH, "utf-8")
    (docs / "dates.md").write_text("# Dates\n", "utf-8")
    (docs / "about.ru.md").write_text(with_sums(ENGLISH, ENGLISH), "utf-8")
    monkeypatch.chdir(root)
    return root


def test_status_counts_pages_and_can_demand(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    demand = ["translate", "status", "--language", "ru", "--min-complete", "100"]
    assert main(demand) == 0
    assert capsys.readouterr().out.endswith("ru: 1 of 2 hand-written pages, 0 to look at\n")
    (project / "docs" / "about.md").write_text(ENGLISH.replace("Words.", "Other words."), "utf-8")
    assert main(demand) == 1
    assert capsys.readouterr().out.endswith("ru: 1 of 2 hand-written pages, 1 to look at\n")
    assert main(demand[:-2]) == 0


def test_the_check_says_where_the_english_has_changed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "docs" / "about.md").write_text(ENGLISH.replace("Words.", "Other words."), "utf-8")
    main(["translate", "check", "--language", "ru"])
    line = ENGLISH.splitlines().index("### A plain one") + 1
    shown = (project / "docs" / "about.ru.md").read_text("utf-8").splitlines().index("### A plain one") + 1
    said = f"docs/about.ru.md:{shown}:1: W054 the English in `docs/about.md:{line}` has changed since"
    assert said in capsys.readouterr().out
    assert main(["translate", "page", "docs/about.ru.md"]) == 0
    main(["translate", "check", "--language", "ru"])
    assert "W054" not in capsys.readouterr().out


def test_our_own_pages_are_not_behind() -> None:
    """An English page was changed? The problem says which section of which translation to mend, and the command that ends it."""
    found = page_problems(ROOT / "docs", ROOT, languages_of(ROOT / "curriculum"))
    assert [in_full(problem) for problem in found] == []


def test_sections_begin_at_headings_outside_of_code() -> None:
    assert [(section.id, section.line) for section in sections(ENGLISH)] == [
        ("top", 1),
        ("where", 5),
        ("a-plain-one", 11),
    ]
    with_head = sections(f"---\ntitle: x\n---\n{ENGLISH}")
    assert [section.line for section in with_head] == [4, 8, 14]
    assert [section.sum for section in with_head] == [section.sum for section in sections(ENGLISH)]


def test_where_lines_break_does_not_matter() -> None:
    page = with_sums("# О нас\n", ENGLISH)
    assert not is_behind(page, ENGLISH.replace("Written by", "Written\nby"))
    assert is_behind(page, ENGLISH.replace("Written by", "Typed by"))
    assert not is_behind("# О нас\n", ENGLISH)


def test_the_head_of_a_page_stays() -> None:
    page = with_sums("---\ntitle: О нас\n---\n# О нас\n", ENGLISH)
    assert page.startswith("---\ntitle: О нас\ntranslated_from:\n  top: ")
    assert page.endswith("---\n# О нас\n")
    assert with_sums(page, ENGLISH) == page
    newer = ENGLISH.replace("Words.", "Other words.")
    assert recorded(with_sums(page, newer)) == {section.id: section.sum for section in sections(newer)}


def test_the_command_writes_the_sums(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "about.ru.md"
    page.write_text("# О нас\n", "utf-8")
    assert main(["translate", "page", str(page)]) == 2
    assert "there is no file" in capsys.readouterr().err
    (tmp_path / "about.md").write_text(ENGLISH, "utf-8")
    assert main(["translate", "page", str(page)]) == 0
    assert set(recorded(page.read_text("utf-8"))) == {"top", "where", "a-plain-one"}
    assert main(["translate", "page", str(tmp_path / "about.md")]) == 2
