"""Which languages a build publishes, and where each of them goes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..plugin_settings import read_settings, workshop_options
from ..reading.translation.folder import languages_of
from ..reading.yaml import read
from .place import Refused


def published_languages(root: Path, curriculum: Path, wanted: Sequence[str] = ()) -> tuple[str, ...]:
    """The languages of a build, that of its root first: `("en", "ru", "kk")`. None of them if only one is built, that of the texts.

    Those that `mkdocs.yml` lists, else those that `curriculum.yml` names and for which there are PO files. `wanted` chooses some
    of them, or any for which there are PO files. Raises Refused for a language without PO files.
    """
    manual = _manual(curriculum, root)
    options = workshop_options(read_settings(root / "mkdocs.yml")) or {}
    master, there = str(manual.get("language") or "en"), languages_of(curriculum)
    listed = options.get("languages")
    if wanted:
        codes = [master] if master in wanted else []
        codes += [code for code in dict.fromkeys(wanted) if code != master]
        where = "--language"
    elif isinstance(listed, list):
        codes, where = [master, *(str(code) for code in listed if code != master)], "`languages` in mkdocs.yml"
    elif options.get("language"):
        return (str(options["language"]),)
    else:
        named = manual.get("languages")
        more = [str(code) for code in named if code in there and code != master] if isinstance(named, list) else []
        return (master, *more) if more else ()
    for code in codes:
        if code != master and code not in there:
            raise Refused(
                f"{where} names `{code}`, and there are no PO files for it in {curriculum / 'locales'}. "
                f"There are: {', '.join([master, *there])}."
            )
    return tuple(codes)


def _manual(curriculum: Path, root: Path) -> dict[str, Any]:
    source, _ = read((curriculum / "curriculum.yml").absolute(), root.absolute())
    return source.data if source is not None and isinstance(source.data, dict) else {}
