"""Facilitator-only text never reaches a participant's artifact.

A marker is planted in every facilitator-only text of a curriculum; then it is looked for in every artifact.
"""

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_workshop.compile import check, make
from mkdocs_workshop.ground.artifact import Artifact
from mkdocs_workshop.reading.curriculum import load
from mkdocs_workshop.reading.gate import held_back
from mkdocs_workshop.reading.texts import texts
from tests.conftest import EXAMPLE, ROOT, TODAY
from tests.reading import text_of

MARKER = "QZXQ"


def plant(folder: Path, root: Path) -> int:
    """Writes every file anew with the marker behind each facilitator-only text; returns how many there are."""
    whole, problems, complete = load(folder, root)
    assert whole is not None, [problem.message for problem in problems]
    assert complete
    waiting = {one.file.source.path for one in held_back(whole)}
    planted = 0
    for loaded in whole.files:
        if loaded.source.path in waiting:
            # Nobody sees these; their own tests look for them.
            continue
        data = loaded.model.model_dump(mode="json", by_alias=True, exclude_none=True)
        for text in texts(loaded.model):
            if text.facilitator:
                # Without a space: no rule on the number of words is broken by it.
                at: Any = data
                for part in text.loc[:-1]:
                    at = at[part]
                at[text.loc[-1]] = f"{text.text}{MARKER}{planted}Z"
                planted += 1
        (root / loaded.source.path).write_text(yaml.safe_dump(data, allow_unicode=True, width=1000), "utf-8")
    return planted


def _artifacts(source: Path, tmp_path: Path) -> tuple[int, list[Artifact]]:
    folder = tmp_path / "curriculum"
    shutil.copytree(source, folder, dirs_exist_ok=True)
    planted = plant(folder, tmp_path)
    checked = check(folder, tmp_path, TODAY)
    assert checked.curriculum is not None
    return planted, make(checked.curriculum, TODAY, ROOT / ".cache" / "workshop").artifacts


@pytest.fixture(scope="module", params=["small", "shipped"])
def made(
    request: pytest.FixtureRequest, small_source: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[int, list[Artifact]]:
    """The artifacts of a curriculum with markers, and the number of markers."""
    source = small_source if request.param == "small" else EXAMPLE / "curriculum"
    return _artifacts(source, tmp_path_factory.mktemp("leaks"))


def _text(artifact: Artifact) -> str:
    return text_of(artifact.path, artifact.data)


def test_no_marker_in_a_participant_artifact(made: tuple[int, list[Artifact]]) -> None:
    _, artifacts = made
    assert [
        artifact.path for artifact in artifacts if artifact.role == "participant" and MARKER in _text(artifact)
    ] == []


def test_every_marker_reaches_the_facilitator(made: tuple[int, list[Artifact]]) -> None:
    """Without this, the test above could pass because nothing is shown to anybody."""
    planted, artifacts = made
    everything = "".join(_text(artifact) for artifact in artifacts if artifact.role == "facilitator")
    lost = [number for number in range(planted) if f"{MARKER}{number}Z" not in everything]
    assert planted > 5
    # An option's key is an id; texts of modules that no programme teaches would be missing too, but none are.
    assert lost == []


def test_answers_stand_only_on_the_page_for_facilitators(made: tuple[int, list[Artifact]]) -> None:
    _, artifacts = made
    checks = [artifact for artifact in artifacts if artifact.path.endswith("/check.md")]
    assert checks
    assert all("[x]" not in _text(artifact) for artifact in checks)


def test_the_same_day_gives_the_same_bytes(small_source: Path, tmp_path: Path) -> None:
    def once() -> list[Artifact]:
        checked = check(small_source, small_source.parent, dt.date(2026, 1, 1))
        assert checked.curriculum is not None
        return make(checked.curriculum, dt.date(2026, 1, 1), tmp_path / "cache").artifacts

    assert once() == once()
