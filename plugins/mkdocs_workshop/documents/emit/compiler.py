"""One typst compiler for all that a process sets: fonts and themes are read once, and what two drafts share is laid out once."""

import functools
import hashlib
import json
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from ...ground.cache import kept_whole, put
from ...ground.fonts import print_fonts
from .refusal import PressError

OTHER_SCRIPTS = "names"
"""A folder of fonts for scripts that the fonts of the manual do not have."""
_MOST = 4
"""Compilers that a process keeps: it seldom has more caches than one."""
BOOK = 150_000
"""Bytes. What typst has laid out for a larger source is forgotten at once: a book fills half a gigabyte."""
_FORGET = 12
"""typst forgets what was not used in the last ten runs."""


@functools.lru_cache(maxsize=_MOST)
def _compiler(cache: Path) -> typst.Compiler:
    root = _root(cache)
    root.mkdir(parents=True, exist_ok=True)
    return typst.Compiler(root=root, font_paths=_fonts(cache))


@functools.lru_cache(maxsize=_MOST)
def _fonts(cache: Path) -> typst.Fonts:
    # Fonts for names in other scripts lie beside those of the manual, where somebody prints names.
    others = cache / "fonts" / OTHER_SCRIPTS
    folders = [print_fonts(cache / "fonts"), *([others] if others.is_dir() else [])]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def _root(cache: Path) -> Path:
    """The only folder of which a source may name files."""
    return cache.absolute() / "typst"


@functools.cache
def theme_text(names: tuple[str, ...]) -> str:
    """The text of some `.typ` files, one after the other: each uses what stands above it."""
    return "\n".join((files(__package__) / name).read_text("utf-8") for name in names)


def compiled(
    name: str, body: str, cache: Path, theme: tuple[str, ...] = (), *, standard: str = "", ppi: float = 0.0
) -> bytes:
    """The PDF of a source that uses a theme, or its first page as PNG where `ppi` says how many pixels an inch has.

    `standard` is that of the PDF. Raises PressError, with `name` in its message, when it can not be set.
    """
    used = f'#import "{_theme_file(theme, cache)}": *\n' if theme else ""
    # Whole, since the folder in which a process works may change.
    compiler, source = _compiler(cache.absolute()), f"{used}{body}".encode()
    try:
        made = compiler.compile(source, format="png", ppi=ppi) if ppi else _pdf(compiler, source, standard)
    except typst.TypstError as error:
        raise PressError(f"{name} can not be set: {error}") from error
    finally:
        _forget(compiler, source)
    if made is None:
        raise ValueError(f"typst wrote {name} somewhere else")
    return made if isinstance(made, bytes) else made[0]


def told(name: str, body: str, cache: Path, theme: tuple[str, ...], label: str) -> Any:
    """What the source of a document tells of itself when it is set: the value of the `metadata` with a label.

    Raises PressError, with `name` in its message, when it can not be set.
    """
    source = f'#import "{_theme_file(theme, cache)}": *\n{body}'.encode()
    whole = cache.absolute()
    try:
        asked = typst.Compiler(source, root=_root(whole), font_paths=_fonts(whole))
        return json.loads(asked.query(f"<{label}>", "value", one=True))
    except typst.TypstError as error:
        raise PressError(f"{name} can not be set: {error}") from error
    finally:
        _forget(_compiler(whole), source)


def _forget(compiler: typst.Compiler, source: bytes) -> None:
    """Lets go of what was laid out for a book."""
    if len(source) > BOOK:
        for number in range(_FORGET):
            compiler.compile(str(number).encode())


def _pdf(compiler: typst.Compiler, source: bytes, standard: str) -> bytes | list[bytes] | None:
    standards: Sequence[str] = [standard] if standard else []
    return compiler.compile(source, pdf_standards=[*standards])  # type: ignore[list-item]  # the caller knows its standards


def _theme_file(names: tuple[str, ...], cache: Path) -> str:
    """A file with a theme, that a source can name; it is looked at each time, as everything that is kept."""
    text = theme_text(names).encode()
    path = _root(cache) / f"{hashlib.sha256(text).hexdigest()[:16]}.typ"
    kept_whole(path, lambda: text)
    return path.name


def compiled_with(name: str, source: str, pages: bytes, cache: Path) -> bytes:
    """A PDF of `source`, in which the PDF `pages` is known as `pages.pdf`. Raises PressError when it can not be set."""
    held = f"{hashlib.sha256(pages).hexdigest()[:32]}.pdf"
    path = _root(cache) / held
    put(path, pages)
    try:
        return compiled(name, source.replace('"pages.pdf"', f'"{held}"'), cache)
    finally:
        path.unlink(missing_ok=True)
