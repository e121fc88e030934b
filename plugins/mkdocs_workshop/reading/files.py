"""A file to text: everything that can be wrong with a file before anybody looks at its YAML."""

from collections.abc import Mapping
from pathlib import Path

from ..ground.problems import MOST, Kind, Place, Problem, did_you_mean
from ..ground.there import is_there

MAX_BYTES = 1_000_000
"""A text that a person wrote is far smaller."""
MAX_VALUES = 50_000
"""Lines, commas and colons: what can part values. Ten times what a long list of facts or sources has."""

KINDS: Mapping[str, Kind] = {
    "W101": Kind("The file does not exist", "Check the name and the folder."),
    "W102": Kind("This is a folder, not a file", "Remove or rename the folder; a file is expected here."),
    "W103": Kind(
        "The file leads out of the curriculum", "Copy the file into the curriculum; links to other places are refused."
    ),
    "W104": Kind(
        "The file is too large", "A YAML file of texts stays below 1 MB. Split it, or move pictures out of it."
    ),
    "W105": Kind("The file is not text", "Save it as plain text in UTF-8."),
    "W106": Kind("The file is not in UTF-8", "Open it in your editor and save it with the encoding UTF-8."),
    "W051": Kind("More values than a file may have", "Split the file; what nobody can look over can not be checked."),
    "W107": Kind("Tabs can not indent YAML", "Replace each tab by two spaces; most editors can do this for you."),
    "W114": Kind("The file can not be opened", "Check its permissions."),
}


def shown_path(path: Path, root: Path) -> str:
    """A path as problems show it: `curriculum/topics.yml` below the project, with forward slashes; whole where it lies elsewhere."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()


def whole_file(path: str, code: str, message: str, kinds: Mapping[str, Kind]) -> Problem:
    """A problem of the file as a whole, at line 1: `code` is a key of `kinds`, which gives the advice. Raises KeyError for any other."""
    return Problem(Place(path), code, message, kinds[code].advice)


def read_text(path: Path, root: Path, shown: str) -> tuple[str | None, list[Problem]]:
    """The text of a file below `root`, or why there is none. `shown` is its path in problems."""

    def refuse(code: str, message: str) -> tuple[None, list[Problem]]:
        return None, [whole_file(shown, code, message, KINDS)]

    try:
        if not is_there(path):
            near = did_you_mean(path.name, [other.name for other in path.parent.glob("*.y*ml")])
            return None, [Problem(Place(shown), "W101", "the file does not exist", near or KINDS["W101"].advice)]
        if not path.resolve().is_relative_to(root.resolve()):
            return refuse("W103", "the file leads out of the project")
        if path.is_dir():
            return refuse("W102", "this is a folder, not a file")
        size = path.stat().st_size
        if size > MAX_BYTES:
            return refuse("W104", f"the file is too large ({size / 1e6:.1f} MB)")
        raw = path.read_bytes()
    except OSError as error:
        return refuse("W114", f"the file can not be opened: {error.strerror}")
    if b"\x00" in raw:
        return refuse("W105", "the file is not text")
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        start = raw.rfind(b"\n", 0, error.start) + 1
        place = Place(shown, raw.count(b"\n", 0, error.start) + 1, error.start - start + 1)
        excerpt = raw[start:].split(b"\n", 1)[0].decode("utf-8", "replace")
        return None, [Problem(place, "W106", "this is not UTF-8", KINDS["W106"].advice, excerpt=excerpt)]


def refused_unread(text: str, path: str) -> list[Problem]:
    """Why the YAML of a text is not even parsed: far too many values, or tabs. Nothing if it may be.

    For a file whose third line begins with a tab it is one problem, with the place of that tab.
    """
    if len(text) > MAX_VALUES and sum(map(text.count, "\n,:")) > MAX_VALUES:
        return [whole_file(path, "W051", "the file has more values than anybody can look over", KINDS)]
    return _tabs(text, path)


def _tabs(text: str, path: str) -> list[Problem]:
    if "\t" not in text:
        return []
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            place = Place(path, number, indent.index("\t") + 1)
            problems.append(Problem(place, "W107", "a tab indents this line", KINDS["W107"].advice, excerpt=line))
            if len(problems) == MOST:
                break
    return problems
