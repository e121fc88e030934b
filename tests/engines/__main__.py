"""`python -m tests.engines [ENGINE ...] [--manual]`: the same manual under each site generator, walked in a browser in the same way.

Each generator gets an environment of its own below `.cache/engines`, which pip fills: they can not stand beside each other. The manual
is a new one of `workshop new curriculum`; with `--manual` the shipped one, without documents. What it prints is the table of
`docs/authoring/hosting.md`. The exit status is 1 where a generator does not build without a warning, or a reader would meet a mistake.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path
from typing import NamedTuple

from mkdocs_workshop.commands.project import start_project
from mkdocs_workshop.commands.wishes import Wishes
from mkdocs_workshop.ground.day import today
from tests.browser import chromium, served
from tests.conftest import ROOT
from tests.engines.walk import broken_links, walked

REPOSITORY = "https://github.com/fire/first"
"""A theme may ask the host of a repository for stars; no page of ours may."""


class Engine(NamedTuple):
    """A site generator."""

    packages: tuple[str, ...]
    """What pip installs for it."""
    command: tuple[str, ...]
    theme: str = "material"
    export: bool = False
    """Whether it builds the Markdown export, without our plugin."""
    ours: bool = True
    """Whether our package comes with all that it depends on; else without the theme that another one replaces."""


ENGINES = {
    "mkdocs": Engine((), ("mkdocs", "build", "--strict")),
    "properdocs": Engine(("properdocs>=1.6.7,<2",), ("properdocs", "build", "--strict")),
    "materialx": Engine(
        ("mkdocs-materialx>=10.2.2,<11",), ("properdocs", "build", "--strict"), "materialx", ours=False
    ),
    "zensical": Engine(("zensical>=0.0.73,<0.1",), ("zensical", "build", "--strict"), export=True),
}
SHOWN = ("mkdocs", "properdocs", "mkdocs-material", "mkdocs-materialx", "zensical")
"""Packages of which the table names the version."""


def environment(name: str, folder: Path) -> Path:
    """The folder of programs of an engine; made where it is not there. Raises subprocess.CalledProcessError when pip fails."""
    engine, place = ENGINES[name], folder / name
    programs = place / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(programs / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    if not programs.is_dir():
        venv.create(place, with_pip=True)
    if not engine.export:
        needs = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
        kept = [one for one in needs if engine.ours or not one.startswith("mkdocs-material")]
        subprocess.run([*pip, *kept, *engine.packages], check=True)
        subprocess.run([*pip, "--no-deps", "-e", str(ROOT)], check=True)
    else:
        subprocess.run([*pip, *engine.packages], check=True)
    return programs


def versions(programs: Path) -> str:
    """What stands in an environment: `mkdocs 1.6.1, mkdocs-material 9.8.2`."""
    code = (
        "import sys; from importlib.metadata import distributions;"
        "found = {one.name.lower(): one.version for one in distributions()};"
        "print(', '.join(f'{name} {found[name]}' for name in sys.argv[1:] if name in found))"
    )
    done = subprocess.run([programs / "python", "-c", code, *SHOWN], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def project(root: Path, *, manual: bool) -> Path:
    """A manual in a folder of its own: a new one, or the shipped one without documents."""
    if not manual:
        start_project(
            root / "curriculum",
            Wishes(title="First on the scene", repo_url=REPOSITORY, evaluation=True),
            today(),
        )
        return root
    for name in ("curriculum", "docs"):
        shutil.copytree(ROOT / name, root / name)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert "curriculum: curriculum\n" in settings
    (root / "mkdocs.yml").write_text(
        settings.replace("curriculum: curriculum\n", "curriculum: curriculum\n      documents: false\n"), "utf-8"
    )
    return root


def built(engine: Engine, programs: Path, root: Path) -> tuple[Path, str]:
    """Builds a project; the folder of its site, and what was said against it."""
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "NO_COLOR": "1"}
    settings = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("name: material\n", f"name: {engine.theme}\n"), "utf-8")
    place = root
    if engine.export:
        # Away from the project: it must stand alone.
        command = [sys.executable, "-m", "mkdocs_workshop", "build", "--markdown", "plain"]
        subprocess.run(command, cwd=root, env=quiet, check=True, capture_output=True)
        place = (root / "plain").rename(root.parent / f"{root.name}-alone")
    done = subprocess.run(
        [programs / engine.command[0], *engine.command[1:]],
        cwd=place,
        env=quiet,
        check=False,
        capture_output=True,
        text=True,
    )
    said = done.stdout + done.stderr
    return place / "site", said if done.returncode or "WARNING" in said else ""


def main() -> int:
    """Builds and walks, one engine after the other."""
    parser = argparse.ArgumentParser(prog="python -m tests.engines", description=__doc__)
    parser.add_argument("engine", nargs="*", choices=[[], *ENGINES], help="which (default: all)")
    parser.add_argument("--manual", action="store_true", help="the shipped manual, without documents")
    options = parser.parse_args()
    failed = False
    print("| Generator | What it builds | Result |\n|---|---|---|")
    for name in options.engine or ENGINES:
        programs = environment(name, ROOT / ".cache" / "engines")
        with tempfile.TemporaryDirectory() as folder, chromium() as browser:
            site, said = built(ENGINES[name], programs, project(Path(folder) / name, manual=options.manual))
            wrong = [said] if said else broken_links(site)
            if not said:
                with served(site) as address:
                    wrong += walked(browser, address)
            pages = sum(1 for _ in site.rglob("*.html"))
        failed = failed or bool(wrong)
        what = "the Markdown export" if ENGINES[name].export else "the site, with the plugin"
        print(
            f"| {versions(programs)} | {what}, {pages} pages | {'; '.join(wrong) or 'no warning, nothing wrong on the walk'} |",
            flush=True,
        )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
