"""What it costs when nothing has changed: a check, the pages of a site, a whole site; and fonts where nothing is kept."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

Run = Callable[[list[str], Path], float]
"""Runs a command in a folder and says how many processor seconds it took."""


def check_again(project: Path, run: Run) -> tuple[float, float, float]:
    """The processor seconds of `workshop check` with nothing kept, with one handout edited, and with nothing changed."""
    kept = project / ".cache" / "workshop" / "check"
    command = [sys.executable, "-m", "mkdocs_workshop", "check"]
    shutil.rmtree(kept, ignore_errors=True)
    cold = run(command, project)
    _edit(project)
    edited = run(command, project)
    return cold, edited, run(command, project)


def pages_again(project: Path, run: Run) -> tuple[float, float]:
    """The processor seconds of `mkdocs build` without documents, with nothing kept and with everything kept but the site."""
    for name in ("check", "pages", "finished", "made"):
        shutil.rmtree(project / ".cache" / "workshop" / name, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--clean"]
    cold = run(command, project)
    shutil.rmtree(project / "site")
    return cold, run(command, project)


def site_again(project: Path, run: Run) -> tuple[float, float, float]:
    """The processor seconds of `workshop build` in one language: the first one, with nothing changed, with one handout edited."""
    command = [sys.executable, "-m", "mkdocs_workshop", "build", "--language", "en"]
    first = run(command, project)
    same = run(command, project)
    _edit(project)
    return first, same, run(command, project)


def fonts_cold(folder: Path, run: Run) -> float:
    """The processor seconds of all fonts for the web and for paper, the interpreter left out."""
    code = (
        "import sys; from pathlib import Path; from mkdocs_workshop.ground.fonts import font_files, print_fonts;"
        "place = Path(sys.argv[1]); font_files(place); print_fonts(place)"
    )
    place = folder / "fonts"
    shutil.rmtree(place, ignore_errors=True)
    bare = run([sys.executable, "-c", "import mkdocs_workshop.ground.fonts"], folder)
    return run([sys.executable, "-c", code, str(place)], folder) - bare


def _edit(project: Path) -> None:
    """Puts one more word before the text that was there."""
    handout = project / "curriculum/modules/referral-schemes/handouts/referral-slip.yml"
    handout.write_text(handout.read_text("utf-8").replace("use: ", "use: Again, ", 1), "utf-8")
