"""Which file is what, by its place and its name alone."""

from pathlib import Path

import pytest

from mkdocs_workshop.edition import Edition
from mkdocs_workshop.model.programme import SessionSlot
from mkdocs_workshop.reading.kinds import find_files, modules_without_plan
from mkdocs_workshop.reading.media import is_media
from mkdocs_workshop.reading.session_titles import session_title


def _strays(small: Path, *paths: str) -> dict[str, str]:
    """What is advised for files at places where none is expected, by their paths."""
    for path in paths:
        file = small / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", "utf-8")
    _, problems = find_files(small, small.parent)
    return {problem.place.path.removeprefix("curriculum/"): problem.advice for problem in problems}


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".JPG"])
def test_a_picture_at_a_wrong_place_is_told_where_drawings_stand(small: Path, suffix: str) -> None:
    advice = _strays(small, f"modules/first-module/plan{suffix}")[f"modules/first-module/plan{suffix}"]
    assert "modules/<module>/figures/<id>.yml" in advice


def test_each_stray_file_has_advice_of_its_own(small: Path) -> None:
    advice = _strays(
        small, "modules/first-module/a.yaml", "modules/first-module/b.txt", "modules/first-module/handots/c.yml"
    )
    assert len(advice) == len(set(advice.values())) == 3
    assert advice["modules/first-module/a.yaml"] == "Name it `.yml`, as all files of a curriculum are."


def test_notes_hidden_files_and_what_is_made_are_passed_over(small: Path) -> None:
    assert (
        _strays(small, "modules/first-module/notes.md", ".hidden/a.txt", "modules/.x", "schema/a.json", "locales/x.txt")
        == {}
    )


def test_a_linked_folder_is_told_and_not_entered(small: Path, tmp_path: Path) -> None:
    away = tmp_path / "away"
    away.mkdir()
    (away / "module.yml").write_text("x", "utf-8")
    (small / "modules" / "linked").symlink_to(away, target_is_directory=True)
    assert list(_strays(small)) == ["modules/linked"]


def test_a_folder_without_a_plan_is_told_once(small: Path) -> None:
    (small / "modules" / "first-module" / "module.yml").unlink()
    found, _ = find_files(small, small.parent)
    told = [problem.place.path for problem in modules_without_plan(found, small, small.parent)]
    assert told == ["curriculum/modules/first-module/module.yml"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        *((f"modules/a/figures/b{suffix}", True) for suffix in (".png", ".jpg", ".jpeg", ".mp4", ".webm", ".PNG")),
        ("modules/a/figures/b.gif", False),
        ("modules/a/figures/b.yml", False),
        ("modules/a/handouts/b.png", False),
        ("events/a/figures/b.png", False),
        ("modules/a/b.png", False),
        ("modules/a/figures/b/c.png", False),
    ],
)
def test_pictures_and_films_lie_beside_the_figures_of_a_module(path: str, said: bool) -> None:
    assert is_media(tuple(path.split("/"))) is said


@pytest.mark.parametrize(
    ("slot", "title"),
    [
        ({"title": "Mine", "module": "occupational-safety"}, "Mine"),
        ({"module": "occupational-safety"}, "Staying safe on duty"),
        (
            {"activities": ["occupational-safety/risk-in-numbers", "occupational-safety/four-stations"]},
            "Risk in numbers",
        ),
        ({"activities": ["occupational-safety/nothing"]}, "here"),
        ({"module": "nothing"}, "here"),
    ],
)
def test_a_session_is_called_by_the_nearest_title(example: Edition, slot: dict[str, object], title: str) -> None:
    made = SessionSlot.model_construct(**{"id": "here", "title": None, "module": None, "activities": (), **slot})
    assert session_title(example.curriculum.modules, made) == title
