"""`workshop build --markdown`: a plain documentation folder, with what `mkdocs.yml` says of this edition."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .check import CACHE
from .exits import CLEAN, PROBLEMS, NotDone, WrongUse


def export(curriculum: Path, folder: Path, given: Mapping[str, Any]) -> int:
    """Writes it whole or not at all; returns the exit status.

    `given` are options of the plugin that come before those of `mkdocs.yml`: `{"role": "participant", "language": "ru"}`.
    Raises Refused, and NotWritten, of `publishing`.
    """
    from ..publishing.output import output

    with output(folder, Path.cwd(), curriculum, replace=False) as out:
        status = _write(curriculum, out.new, given)
        if status == CLEAN:
            out.put_in_place()
    return status


def _write(curriculum: Path, folder: Path, given: Mapping[str, Any]) -> int:
    import yaml

    from ..compile import can_build, check, in_other_languages, make, today, with_contacts
    from ..documents.emit.refusal import PressError, Unprintable
    from ..edition import course_ways, variants_of
    from ..ground.problems import in_full, summary
    from ..plugin_settings import read_settings, workshop_options
    from ..reading.translation.folder import languages_of
    from ..site.markdown_export import write_markdown

    settings = read_settings(Path("mkdocs.yml"))
    options: dict[str, Any] = {**(workshop_options(settings) or {}), **given}
    root, place, country = Path.cwd(), curriculum.absolute(), options.get("country")
    codes = tuple(languages_of(place))
    language = options.get("language")
    checked = check(place, root, today(), bool(options.get("strict_facts")), language, country=country)
    checked = with_contacts(checked, str(options.get("local") or ""), root)
    whole = checked.curriculum
    if whole is None or checked.problems:
        print(*map(in_full, checked.problems), summary(checked.problems), sep="\n\n")
    if whole is None or not can_build(checked):
        return PROBLEMS
    try:
        variants = variants_of(options.get("variants", True))
    except ValueError as error:
        raise WrongUse(str(error)) from error
    try:
        made = make(
            whole,
            today(),
            CACHE,
            documents=options.get("documents", True) is not False,
            variants=variants,
            course=course_ways(options.get("course"), options.get("course_languages")),
            every_day=options.get("day_slides") == "all",
            role="participant" if options.get("role") == "participant" else "facilitator",
            beside=lambda: in_other_languages(place, root, whole, country),
            bilingual=options.get("bilingual"),
            translations=checked.translations,
        )
        docs = Path(str(settings.get("docs_dir") or "docs"))
        write_markdown(made, docs, folder, Path("mkdocs.yml"), _by_hand(options, codes, made.language))
    except Unprintable as error:
        print(*map(in_full, error.problems), summary(error.problems), sep="\n\n")
        return PROBLEMS
    except PressError as error:
        raise NotDone(str(error)) from error
    except yaml.YAMLError as error:
        raise WrongUse(f"mkdocs.yml can not be read: {error}") from error
    return CLEAN


def _by_hand(options: Mapping[str, Any], codes: tuple[str, ...], language: str) -> Any:
    """Which hand-written pages this edition has."""
    from pathspec.gitignore import GitIgnoreSpec

    from ..site.markdown_export import Hand

    hidden, words = options.get("facilitator_docs"), options.get("translations")
    spec = GitIgnoreSpec.from_lines(hidden.splitlines()) if isinstance(hidden, str) else None
    hand = Hand(codes, spec, whole=options.get("role") != "participant")
    found = words.get(language) if isinstance(words, dict) else None
    return hand._replace(words=found) if isinstance(found, dict) else hand
