"""A small manual for tests of files for courses: one module whose check has a question of each kind."""

import shutil
from pathlib import Path

from mkdocs_workshop.compile import check
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from tests.conftest import ROOT, TODAY

MODULE = "first-module"


def small_edition(small_source: Path, folder: Path) -> Edition:
    """The small curriculum in `folder`, with the check of all kinds."""
    shutil.copytree(small_source, folder)
    shutil.copy(ROOT / "tests" / "examples" / "check-of-all-kinds.yml", folder / "modules" / MODULE / "check.yml")
    curriculum = check(folder, folder.parent, TODAY).curriculum
    assert curriculum is not None
    return Edition(curriculum, catalogue("en"), ROOT / ".cache" / "workshop")
