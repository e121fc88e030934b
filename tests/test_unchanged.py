"""`workshop build` with nothing changed leaves the site alone; whatever decides the site, or has touched it, lets it be built again."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_workshop.commands.new import start
from mkdocs_workshop.publishing.inputs import inputs
from mkdocs_workshop.publishing.unchanged import is_as_made, remember

DAY = dt.date(2026, 11, 22)
SETTINGS = (
    "site_name: S\nsite_url: !ENV [PLACE, '']\ntheme: {name: material, custom_dir: theme}\nplugins: [search, workshop]\n"
    "markdown_extensions: [attr_list, md_in_html, tables, pymdownx.tasklist]\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    start(tmp_path / "curriculum", "curriculum", "")
    for name in ("docs", "theme"):
        (tmp_path / name).mkdir(exist_ok=True)
    (tmp_path / "docs" / "about.md").write_text("# About\n")
    (tmp_path / "theme" / "main.html").write_text("{% extends 'base.html' %}")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS)
    return tmp_path


def _asked(project: Path, day: dt.date = DAY, **options: str) -> str | None:
    return inputs(project, project / "curriculum", day, ("en",), options)


def test_same_files_give_the_same_answer(project: Path) -> None:
    assert _asked(project) is not None
    assert _asked(project) == _asked(project)


@pytest.mark.parametrize(
    "path", ["mkdocs.yml", "docs/about.md", "theme/main.html", "curriculum/facts.yml", "docs/new.md", "theme/new.html"]
)
def test_each_byte_that_is_read_counts(project: Path, path: str) -> None:
    before = _asked(project)
    with (project / path).open("a", encoding="utf-8") as file:
        file.write("\n# ...\n")
    assert _asked(project) not in (None, before)


def test_day_options_and_variables_count(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    local = project / "local.yml"
    local.write_text("a")
    answers = [_asked(project), _asked(project, DAY + dt.timedelta(1)), _asked(project, role="participant")]
    answers.append(_asked(project, local=str(local)))
    local.write_text("b")
    answers.append(_asked(project, local=str(local)))
    monkeypatch.setenv("PLACE", "https://example.org/")
    answers.append(_asked(project))
    answers.append(inputs(project, project / "curriculum", DAY, ("en", "ru"), {}))
    assert None not in answers
    assert len(set(answers)) == len(answers)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("plugins: [search, workshop]", "plugins: [search, tags, workshop]"),
        ("plugins: [search, workshop]", "plugins: [search]"),
        ("plugins: [search, workshop]", "plugins: [search, {workshop: {local: ours.xlsx}}]"),
        ("plugins: [search, workshop]", "plugins: [search, {workshop: {curriculum: another}}]"),
        ("pymdownx.tasklist", "pymdownx.snippets"),
        ("site_name: S", "site_name: S\nhooks: [hook.py]"),
        ("site_name: S", "site_name: S\nINHERIT: base.yml"),
        ("site_name: S", "site_name: S\nextra: {a: !!python/name:mine.made }"),
        ("site_name: S", "site_name: S\nextra: {a: !relative }"),
        ("site_name: S", "site_name: S\ndocs_dir: !ENV DOCS"),
        ("name: material", "name: mkdocs"),
    ],
)
def test_what_is_not_known_is_built_each_time(project: Path, old: str, new: str) -> None:
    settings = project / "mkdocs.yml"
    assert old in SETTINGS
    settings.write_text(SETTINGS.replace(old, new))
    assert _asked(project) is None


def test_a_file_that_leads_elsewhere_is_built_each_time(project: Path) -> None:
    (project / "docs" / "link.md").symlink_to(project / "mkdocs.yml")
    assert _asked(project) is None


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _link(path: Path) -> None:
    other = path.with_suffix(".other")
    path.rename(other)
    path.symlink_to(other)


@pytest.mark.parametrize(
    "touch",
    [
        _cut,
        _link,
        Path.unlink,
        lambda path: path.with_name("more.html").write_text(""),
        lambda path: path.with_name("empty").mkdir(),
    ],
)
def test_a_site_that_was_touched_is_built_again(tmp_path: Path, touch: Callable[[Path], object]) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    site.mkdir()
    (site / "index.html").write_text("<p>")
    remember(cache, site, "key")
    assert is_as_made(cache, site, "key")
    assert not is_as_made(cache, site, "another")
    assert not is_as_made(cache, tmp_path / "elsewhere", "key")
    touch(site / "index.html")
    assert not is_as_made(cache, site, "key")


def test_a_damaged_record_says_nothing(tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    site.mkdir()
    remember(cache, site, "key")
    record = next((cache / "sites").glob("*.json"))
    record.write_bytes(record.read_bytes().replace(b"key", b"kez"))
    assert not is_as_made(cache, site, "kez")
    assert not is_as_made(cache, site, "key")
