"""A finished page is taken again only where everything is the same that its template reads: of itself, of others, of the settings."""

import copy
from collections.abc import Callable, MutableMapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.toc import AnchorLink
from mkdocs.theme import Theme

from mkdocs_workshop import plugin_finished
from mkdocs_workshop.ground.records import Records
from mkdocs_workshop.plugin_finished import FinishedPages, finished_pages, keys_of_others
from mkdocs_workshop.plugin_pages import KeptPages
from mkdocs_workshop.site.filtered import filtered
from tests.conftest import CONFIG


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> MkDocsConfig:
    root = tmp_path_factory.mktemp("settings")
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    return load_config(str(root / "mkdocs.yml"))


@pytest.fixture
def settings(loaded: MkDocsConfig) -> MkDocsConfig:
    config = copy.copy(loaded)
    config.data = dict(loaded.data)
    config.theme = copy.deepcopy(loaded.theme)
    return config


def _page(**other: Any) -> Any:
    own = {
        "content": "<p>Text", "title": "Title", "url": "a/", "meta": {"hide": ["toc"]}, "canonical_url": "https://example.org/a/",
        "edit_url": None, "is_homepage": False, "toc": [AnchorLink("One", "one", 1)], "file": SimpleNamespace(src_uri="a.md"),
        "ancestors": [], "children": None,
    }  # fmt: skip
    return SimpleNamespace(**{**own, **other})


def _frame(config: MkDocsConfig, nav: list[Any] | None = None, words: object = "") -> str | None:
    pages = finished_pages(Path("nowhere"), config, nav if nav is not None else [_page()], words)
    return pages.frame if pages else None


def _theme(config: MkDocsConfig, folder: Path) -> None:
    (folder / "new.html").write_text("new")
    config.theme.dirs.append(str(folder))


@pytest.mark.parametrize(
    "change",
    [
        lambda config, _: config.data.update(site_name="Other"),
        lambda config, _: config.data.update(copyright="Other"),
        lambda config, _: config.data.update(extra={"a": "b"}),
        lambda config, _: config.data.update(markdown_extensions=["tables"]),
        lambda config, _: config.data.update(mdx_configs={"toc": {"title": "Other"}}),
        lambda config, _: config.theme.update(features=["toc.follow"]),
        _theme,
    ],
)
def test_settings_and_templates_count(
    settings: MkDocsConfig, tmp_path: Path, change: Callable[[MkDocsConfig, Path], object]
) -> None:
    before = _frame(settings)
    assert before is not None
    assert _frame(settings) == before
    change(settings, tmp_path)
    assert _frame(settings) not in (None, before)


def test_versions_words_and_the_rest_of_the_navigation_count(
    settings: MkDocsConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = [
        _frame(settings),
        _frame(settings, words="more"),
        _frame(settings, [_page(title="Other")]),
        _frame(settings, [_page(url="b/")]),
        _frame(settings, [_page(meta={"icon": "star"})]),
        _frame(settings, [_page(ancestors=[_page()])]),
        _frame(settings, [_page(), _page()]),
    ]
    monkeypatch.setattr(plugin_finished, "version", lambda name: f"{name} of tomorrow")
    keys.append(_frame(settings))
    assert None not in keys
    assert len(set(keys)) == len(keys)


def test_of_other_pages_counts_what_a_template_reads_of_their_heads(settings: MkDocsConfig, tmp_path: Path) -> None:
    def keys() -> tuple[str | None, str | None]:
        return _frame(settings, [_page(meta={"description": "One"})]), _frame(
            settings, [_page(meta={"description": "Two"})]
        )

    one, other = keys()
    assert one == other is not None
    config_dirs = list(settings.theme.dirs)
    for text in ("{{ item.meta.description }}", "{% for page in nav %}", "{{ item.meta['description'] }}"):
        (tmp_path / "more.html").write_text(text)
        settings.theme.dirs = [*config_dirs, str(tmp_path)]
        one, other = keys()
        assert one != other


def test_our_theme_reads_three_keys_of_other_pages(settings: MkDocsConfig) -> None:
    templates = [path.read_text("utf-8") for folder in settings.theme.dirs for path in Path(folder).rglob("*.html")]
    assert keys_of_others(templates) == frozenset({"icon", "status", "subtitle"})


@pytest.mark.parametrize(
    "change",
    [
        lambda config: config.data.update(plugins={**dict(config.plugins), "tags": None}),
        lambda config: config.data.update(hooks={"hook.py": None}),
        lambda config: config.data.update(extra={"a": object()}),
        lambda config: config.data.update(markdown_extensions=["pymdownx.snippets"]),
        lambda config: config.data.update(theme=Theme("material", custom_dir="docs")),
        lambda config: setattr(config.theme, "name", "other"),
    ],
)
def test_what_is_not_known_keeps_nothing(settings: MkDocsConfig, change: Callable[[MkDocsConfig], object]) -> None:
    change(settings)
    assert _frame(settings) is None


def _shown(pages: FinishedPages, page: Any, template: str = "main.html", **context: Any) -> str:
    """What a build shows: `made` where nothing fitting is kept. It keeps what it makes."""
    html = pages.html_of(page, template, {"page": page, **context}, lambda: "made")
    if not pages.is_finished(page):
        pages.keep(page, f"kept {html}")
    return html


@pytest.mark.parametrize(
    ("other", "context"),
    [
        ({"content": "<p>Other"}, {}),
        ({"title": "Other"}, {}),
        ({"url": "b/"}, {}),
        ({"meta": {}}, {}),
        ({"toc": [AnchorLink("Two", "one", 1)]}, {}),
        ({"canonical_url": None}, {}),
        ({"edit_url": "https://example.org/edit"}, {}),
        ({"is_homepage": True}, {}),
        ({}, {"template": "other.html"}),
        ({}, {"share": ("card.png", "Other")}),
        ({}, {"unknown": object()}),
    ],
)
def test_a_page_counts_with_everything_that_it_is(
    tmp_path: Path, other: dict[str, Any], context: dict[str, Any]
) -> None:
    assert _shown(FinishedPages(tmp_path, "frame"), _page(), share=None) == "made"
    assert _shown(FinishedPages(tmp_path, "frame"), _page(), share=None) == "kept made"
    assert _shown(FinishedPages(tmp_path, "other frame"), _page(), share=None) == "made"
    assert _shown(FinishedPages(tmp_path, "other frame"), _page(**other), **{"share": None, **context}) == "made"


def test_what_search_finds_counts_with_the_page_alone(tmp_path: Path) -> None:
    def found(frame: str, page: Any, text: str) -> Any:
        pages = FinishedPages(tmp_path, frame)
        entries = pages.found_in(page, lambda: [{"text": text}])
        _shown(pages, page)
        return entries[0]["text"]

    assert found("frame", _page(), "first") == "first"
    assert found("frame", _page(), "second") == "first"
    assert found("other frame", _page(), "third") == "first"
    assert found("other frame", _page(meta={"tags": ["Handout"]}), "fourth") == "fourth"


def test_what_the_filter_leaves_is_kept_with_the_page_and_its_styles(tmp_path: Path) -> None:
    asked = []

    def build(html: str, words: str = "", *, foreign: bool = False) -> tuple[str, dict[str, str]]:
        def make(html: str, rules: MutableMapping[str, str]) -> str:
            asked.append(html)
            return filtered(html, rules, english=frozenset(), master="en", foreign=foreign)

        kept = KeptPages(tmp_path, "settings", words)
        rules: dict[str, str] = {}
        page: Any = SimpleNamespace(
            file=SimpleNamespace(src_uri="a.md", url="a/"), markdown="text", toc=[], _title_from_render="",
            present_anchor_ids=set(), links_to_anchors={},
        )  # fmt: skip
        made = html if kept.text_for("text", page) else ""
        return kept.filtered(kept.html_of(made, page, Files([])), page, rules, make, foreign), rules

    first = build('<p style="width: 5%">x<script>y</script></p>')
    assert "script" not in first[0]
    assert first[1]
    assert build("never asked for") == first
    assert len(asked) == 1
    build("", "other words")
    build("", "other words", foreign=True)
    assert len(asked) == 3


def test_records_stay_in_memory_where_a_process_builds_again_and_again(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    for stay in (True, False):
        records = Records(stay=stay)
        assert records.get(tmp_path / "none.json") == {}
        records.put(path, {"key": "a"})
        assert records.get(path) == Records().get(path) == {"key": "a"}
        path.unlink()
        assert records.get(path) == ({"key": "a"} if stay else {})
    with pytest.raises(TypeError):
        Records().put(path, {"key": object()})
