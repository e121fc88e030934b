"""The page of what is installed, and under which licence: `python -m tests.licences docs/about/software.md` writes it.

It goes by the locked lists in `requirements/`; what a package says of itself is asked of its metadata.
"""

import re
import sys
from email.message import Message
from importlib.metadata import distribution
from pathlib import Path
from typing import cast

ROOT = Path(__file__).parent.parent
BUILD, TESTS = ROOT / "requirements" / "build.txt", ROOT / "requirements" / "dev.txt"
ROW = re.compile(r"^\| \[([^\]]+)\]", re.MULTILINE)
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
HEAD = """\
# Software that is used

The manual is built, and the software tested, with these packages of other people. Nothing of them is in the repository. The built
site holds the theme (Material for MkDocs, MIT) and its search, and letters of the fonts. Whoever passes on a changed package must
keep to its licence; the texts of a manual are not touched by any of them.

`requirements/build.txt` and `requirements/dev.txt` name the exact versions that were tested, with the hashes of their files. This page
is written by `python -m tests.licences docs/about/software.md`, from what each package says of itself.
"""


def pinned(path: Path) -> dict[str, str]:
    """Names, as package registries compare them, and versions in a locked list; the newest where several stand there."""
    return {plain_name(name): version for name, version in _PINNED.findall(path.read_text("utf-8"))}


def plain_name(name: str) -> str:
    """`Jinja2` and `jinja2`, `a_b` and `a-b` are the same package."""
    return re.sub(r"[-_.]+", "-", name).lower()


def licence_of(name: str) -> str:
    """What a package says: an expression, else what its classifiers say, else its first line. Raises PackageNotFoundError."""
    # The type of the library knows fewer methods than a message has.
    said = cast("Message", distribution(name).metadata)
    if said["License-Expression"]:
        return str(said["License-Expression"])
    classifiers = [str(line) for line in said.get_all("Classifier", []) if str(line).startswith("License :: ")]
    if classifiers:
        return ", ".join(line.rpartition(" :: ")[2] for line in classifiers)
    first = str(said["License"] or "").strip().splitlines()
    return first[0][:80] if first else "not said"


def page() -> str:
    """The page. Raises PackageNotFoundError where a package is not installed."""
    build, tests = pinned(BUILD), pinned(TESTS)
    return "\n".join(
        [
            HEAD,
            "## To build the manual { #build }\n",
            *_rows(build),
            "\n## To test the software, besides { #tests }\n",
            *_rows({name: version for name, version in tests.items() if name not in build}),
            "",
        ]
    )


def _rows(packages: dict[str, str]) -> list[str]:
    links = {name: f"https://pypi.org/project/{name}/" for name in packages}
    rows = [f"| [{name}]({links[name]}) | {_cell(name)} |" for name in sorted(packages)]
    return ["| Package | Licence |", "|---|---|", *rows]


def _cell(name: str) -> str:
    return licence_of(name).replace("|", "/")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), "utf-8")
