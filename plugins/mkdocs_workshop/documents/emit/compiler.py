"""One typst compiler for all that a process sets: fonts and themes are read once, and what two drafts share is laid out once."""

import functools
import hashlib
import json
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
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
"""Bytes. What typst has laid out for a larger source is forgotten at once: a book fills a third of a gigabyte."""
_FORGET, _AGE = 12, 9
"""Runs of nothing: typst forgets what was not used in the last ten. After nine, what the next run does not use is forgotten."""


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
    alone = _alone(compiler) if len(source) > BOOK else nullcontext()
    with alone, _named(name):
        made = compiler.compile(source, format="png", ppi=ppi) if ppi else _pdf(compiler, source, standard)
    return _whole(name, made)


def forget(cache: Path) -> None:
    """Lets go of what typst has laid out in this process: of the last dozen papers, which take a hundred megabytes."""
    # A process that has set nothing has nothing to forget.
    if _compiler.cache_info().currsize:
        _pass(_compiler(cache.absolute()), _FORGET)


@contextmanager
def _alone(compiler: typst.Compiler) -> Iterator[None]:
    """Lets typst remember nothing else meanwhile: what it knows of a dozen papers takes a third of the memory of a book."""
    _pass(compiler, _FORGET)
    try:
        yield
    finally:
        _pass(compiler, _FORGET)


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Says of which document typst complains."""
    try:
        yield
    except typst.TypstError as error:
        raise PressError(f"{name} can not be set: {error}") from error


def _whole(name: str, made: bytes | list[bytes] | None) -> bytes:
    if made is None:
        raise ValueError(f"typst wrote {name} somewhere else")
    return made if isinstance(made, bytes) else made[0]


@dataclass(frozen=True)
class Draft:
    """A source that is set several times, each time with another line before it.

    It lies in files of its own: typst knows by the name of a file and a place in it what it has laid out before, so what the line does not
    change is laid out once.
    """

    name: str
    source: Path
    line: Path
    """What the source takes from here stands before it."""
    cache: Path

    def told(self, line: str, label: str) -> Any:
        """What it tells of itself when it is set: the value of the `metadata` with a label. Raises PressError, as `pdf` does."""
        with _named(self.name):
            found = json.loads(self._compiler(line).query(f"<{label}>", "value", one=True))
        _pass(_compiler(self.cache), _AGE)
        return found

    def pdf(self, line: str, standard: str) -> bytes:
        """The PDF of it, by a standard. Raises PressError, with its name in the message, when it can not be set."""
        with _named(self.name):
            return _whole(self.name, _pdf(self._compiler(line), None, standard))

    def _compiler(self, line: str) -> typst.Compiler:
        put(self.line, line.encode())
        return typst.Compiler(str(self.source), root=_root(self.cache), font_paths=_fonts(self.cache))


@contextmanager
def draft(name: str, body: str, cache: Path, theme: tuple[str, ...]) -> Iterator[Draft]:
    """A source that uses a theme, in files that are gone afterwards."""
    whole = cache.absolute()
    place = _root(whole) / f"draft-{secrets.token_hex(8)}"
    made = Draft(name, place.with_suffix(".typ"), place.with_name(f"{place.name}-line.typ"), whole)
    put(made.source, f'#import "{_theme_file(theme, cache)}": *\n#import "{made.line.name}": *\n{body}'.encode())
    try:
        with _alone(_compiler(whole)):
            yield made
    finally:
        made.source.unlink(missing_ok=True)
        made.line.unlink(missing_ok=True)


def _pass(compiler: typst.Compiler, runs: int) -> None:
    """Lets what was laid out grow older: after `_FORGET` runs all of it is forgotten."""
    for _ in range(runs):
        compiler.compile(b"")


def _pdf(compiler: typst.Compiler, source: bytes | None, standard: str) -> bytes | list[bytes] | None:
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
