"""Photographs and films of a module: they lie beside the file of their figure, and are read with it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..ground.problems import Kind, Problem
from ..model.figure import ImageFigure, VideoFigure
from ..model.picture import photo
from .yaml import SourceFile

KINDS: Mapping[str, Kind] = {
    "W131": Kind(
        "A picture or film that is not there", "Put the file beside the YAML file of the figure, in `figures`."
    ),
    "W132": Kind(
        "A picture or film that can not be used",
        "Use PNG or JPEG for pictures and MP4 or WebM for films, and make them smaller.",
    ),
}

SUFFIXES = (".png", ".jpg", ".jpeg", ".mp4", ".webm")
MOST_PICTURE = 300_000
"""Bytes. A picture stands in every paper, page and package that shows it."""
MOST_VIDEO = 20_000_000
_FILM = {".mp4": (4, b"ftyp"), ".webm": (0, b"\x1a\x45\xdf\xa3")}
"""Where a film says what it is, and how."""


def is_media(parts: tuple[str, ...]) -> bool:
    """Whether a file of a curriculum, by the parts of its path, is a picture or film of a figure.

    `is_media(("modules", "first-aid", "figures", "door.png"))` gives `True`;
    `is_media(("modules", "first-aid", "module.yml"))` gives `False`.
    """
    return len(parts) == 4 and parts[0] == "modules" and parts[2] == "figures" and parts[3].lower().endswith(SUFFIXES)


def with_media(model: Any, source: SourceFile, folder: Path) -> tuple[Any, list[Problem]]:
    """A figure with the picture that it names, None if that can not be used; other files as they are.

    `folder` is where its file stands.
    """
    if not isinstance(model, ImageFigure | VideoFigure):
        return model, []
    name, key = (model.file, "file") if isinstance(model, ImageFigure) else (model.poster, "poster")
    data, problems = _read(source, folder, name, key, MOST_PICTURE)
    found = photo(data) if data is not None else None
    if data is not None and found is None:
        problems.append(source.problem((key,), "W132", f"`{name}` is neither PNG nor JPEG", KINDS["W132"].advice))
    if isinstance(model, VideoFigure):
        film, wrong = _read(source, folder, model.file, "file", MOST_VIDEO)
        problems += wrong
        place, sign = _FILM[Path(model.file).suffix]
        if film is not None and film[place : place + len(sign)] != sign:
            message = f"`{model.file}` is not what its name says"
            problems.append(source.problem(("file",), "W132", message, KINDS["W132"].advice))
        return (model.seen(found, film) if found and film and not problems else None), problems
    return (model.seen(found) if found else None), problems


def _read(source: SourceFile, folder: Path, name: str, key: str, most: int) -> tuple[bytes | None, list[Problem]]:
    path = folder / name
    # A link could lead out of the curriculum.
    if path.is_symlink() or not path.is_file():
        return None, [source.problem((key,), "W131", f"there is no file `{name}` here", KINDS["W131"].advice)]
    size = path.stat().st_size
    if size > most:
        message = f"`{name}` has {size / 1000:.0f} KB; {most / 1000:.0f} KB are allowed"
        return None, [source.problem((key,), "W132", message, KINDS["W132"].advice)]
    return path.read_bytes(), []
