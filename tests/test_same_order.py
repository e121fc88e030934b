"""What must appear in a document stands in one order in every process: it decides whether what is kept is taken again."""

import os
import subprocess
import sys

from tests.conftest import EXAMPLE

CODE = """
from pathlib import Path
from mkdocs_workshop.documents.guide import guide
from mkdocs_workshop.documents.must_appear import must_appear, slides_must_show
from mkdocs_workshop.documents.slides import slides_of_day
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.curriculum import load

whole, _, _ = load(Path("curriculum").absolute(), Path.cwd())
edition = Edition(whole, catalogue("en"), Path("nowhere"))
programme = whole.manual.programme
slides = set(slides_of_day(edition, programme, 0))
for made in (must_appear(edition, guide(edition, programme)), slides_must_show(edition, slides, notes=True)):
    print([item.words for item in made])
"""


def test_what_must_appear_stands_in_one_order() -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", CODE],
            cwd=EXAMPLE,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert len(said[0]) > 10_000
    assert said[0] == said[1]
