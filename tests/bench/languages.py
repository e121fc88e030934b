"""What more languages cost: three in one site against one, with nothing kept from before."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from mkdocs_workshop.commands.new import start
from tests.several import project


def three_against_one(folder: Path, run: Callable[[list[str], Path], float], rounds: int) -> tuple[float, float]:
    """The processor seconds of `workshop build` for three languages and for one, cold; the least of some rounds."""
    start(folder / "source", "curriculum", "")
    root = project(folder / "three", folder / "source")
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("documents: false", "documents: true"), "utf-8")
    (root / ".cache").unlink()

    def cold(*more: str) -> float:
        shutil.rmtree(root / ".cache", ignore_errors=True)
        return run([sys.executable, "-m", "mkdocs_workshop", "build", *more], root)

    pairs = [(cold(), cold("--language", "en")) for _ in range(rounds)]
    return min(three for three, _ in pairs), min(one for _, one in pairs)
