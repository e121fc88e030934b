"""Editions that are made at once share one store: what one writes, another may read, and every byte is as if it were alone."""

import os
import shutil
import subprocess
from pathlib import Path

from tests.bench.matrix import Edition, small_project, sums
from tests.warm import ran

EPOCH = "1795000000"
EDITION = Edition("en", "kz", "facilitator")


ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "CI": ""}


def _command(name: str) -> list[str]:
    return [*EDITION.command[:-1], f"out/{name}"]


def _begin(root: Path, name: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        _command(name), cwd=root, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def _end(build: subprocess.Popen[str]) -> None:
    said, _ = build.communicate(timeout=900)
    assert build.returncode == 0, said


def test_two_processes_that_write_one_store_make_what_one_makes(tmp_path: Path) -> None:
    """The same edition twice at the same time, so that both make and keep the same files."""
    root = small_project(tmp_path)
    settings = root / "mkdocs.yml"
    # Two forms of each paper would prove nothing more.
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("documents: true", "variants: false, bilingual: []"), "utf-8")
    done = ran(_command("alone")[2:], root, ENVIRONMENT)
    assert done.returncode == 0, done.stderr
    shutil.rmtree(root / ".cache")
    both = [_begin(root, name) for name in ("first", "second")]
    for one in both:
        _end(one)
    alone = sums(root / "out" / "alone")
    assert any(path.endswith(".pdf") for path in alone)
    assert sums(root / "out" / "first") == alone
    assert sums(root / "out" / "second") == alone
    assert [path for path in sums(root / ".cache") if path.endswith(".part")] == []
