"""What can be downloaded, in the words in which pages offer it."""

from collections.abc import Sequence
from typing import NamedTuple

from babel.numbers import format_decimal

from ...ground.artifact import Artifact, Label, Role
from ...language.interface import Catalogue

_LARGE = 250_000
"""Bytes from which the size of a file matters in a list: some seconds on a slow line."""


class Download(NamedTuple):
    """A file to download, as pages show it."""

    path: str
    label: Label
    role: Role
    words: str
    """Format, variant and size: "PDF, large print, 34 KB"."""
    listed: str
    """The same for a list in which each day has a line of its own: without the day, and without the size of what is small."""
    size: str
    """"34 KB", where the words beside it say already what it is."""


def offered(downloads: Sequence[Artifact], say: Catalogue) -> tuple[Download, ...]:
    """All downloads among the artifacts, in their words."""
    return tuple(
        Download(file.path, file.label, file.role, *_words(file.label, file.size, say))
        for file in downloads
        if file.label is not None
    )


def _words(label: Label, size: int, say: Catalogue) -> tuple[str, str, str]:
    """What a file is, with its size; with its size only where that matters on a slow line; and its size alone."""
    variant, _, number = label.variant.rpartition("day-")
    day, _, with_notes = number.partition("-") if number != label.variant else ("", "", "")
    variant = with_notes if day else label.variant
    parts = [say(f"download.format.{label.format}")]
    if variant:
        parts.append(say(f"download.variant.{variant}"))
    shown = (
        say("download.mb", size=format_decimal(size / 1e6, "0.0", say.language))
        if size >= 1e6
        else say("download.kb", size=max(1, round(size / 1000)))
    )
    # In a list, each day has a line of its own, with a title that names it.
    listed = ", ".join([*parts, shown] if size >= _LARGE else parts)
    if day:
        parts.insert(1, say("download.day", n=day))
    return ", ".join([*parts, shown]), listed, shown
