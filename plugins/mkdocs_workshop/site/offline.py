"""The offline copy: one ZIP that works from a stick, a disk or a phone, without a server and without a network."""

import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..ground.zips import zipped
from ..language.interface import Catalogue

READ_ME = "READ-ME.txt"
CHECKSUMS = "CHECKSUMS.txt"
_FOR_SERVERS = frozenset(
    {"404.html", "sitemap.xml", "sitemap.xml.gz", "robots.txt", "search/search_index.json", "sw.js", "pocket.json"}
)
"""What only a server or a search engine asks for."""


def stick(site: Path, languages: Sequence[Catalogue], title: str, version: str) -> bytes:
    """The ZIP of a site that was built to be opened from a disk, with a note in each of its languages. Raises OSError where the site can not be read."""
    found = {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
    folders = tuple(f"{say.language}/" for say in languages[1:])
    inside = {path: data for path, data in found.items() if _own(path, folders) not in _FOR_SERVERS}
    # A simple editor on an old computer shows a text without these line ends as one line.
    notes = [say("stick.read-me", title=title, version=version, language=say.language) for say in languages]
    read_me = "\n\n".join(notes).replace("\n", "\r\n") + "\r\n"
    inside[READ_ME] = read_me.encode("utf-8-sig")
    return zipped({**inside, CHECKSUMS: checksums(inside)})


def _own(path: str, folders: tuple[str, ...]) -> str:
    """The path of a file below the folder of its language."""
    return path.partition("/")[2] if path.startswith(folders) else path


def index_as_script(site: Path) -> None:
    """Writes the search index as a script: a page that is opened from a disk may not read other files. Raises OSError."""
    index = site / "search" / "search_index.json"
    if index.is_file():
        index.with_suffix(".js").write_text(f"var __index={index.read_text('utf-8')}", "utf-8")


def checksums(inside: Mapping[str, bytes]) -> bytes:
    """A line for each file, as `sha256sum --check` reads it."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(inside.items())).encode()


def stick_name(title: str, version: str, language: str, role: str) -> str:
    """`side-by-side-1.0-en.zip`, with the role where it is not the usual one."""
    letters = unicodedata.normalize("NFKD", title.split(".", maxsplit=1)[0]).encode("ascii", "ignore").decode().lower()
    words = "".join(letter if letter.isalnum() else " " for letter in letters)[:100].split() or ["manual"]
    return "-".join([*words, version, language, *([role] if role == "participant" else [])]) + ".zip"
