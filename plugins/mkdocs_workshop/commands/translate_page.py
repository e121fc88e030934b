"""`workshop translate page`: says that a hand-written page was held against its English as that is now."""

from collections.abc import Sequence
from pathlib import Path

from ..ground.problems import did_you_mean
from .exits import WrongUse


def write_sums(path: Path) -> bool:
    """Writes the sums of its English into the head of a translated page; says whether they changed. Raises WrongUse for no such page."""
    from ..reading.translation.pages import OF_A_LANGUAGE, with_sums

    name = OF_A_LANGUAGE.fullmatch(path.name)
    if name is None:
        raise WrongUse("name a translated page, for example `workshop translate page docs/about.ru.md`.")
    master = path.with_name(f"{name[1]}.md")
    for file in (path, master):
        if not file.is_file():
            near = did_you_mean(file.name, [other.name for other in file.parent.glob("*.md")])
            raise WrongUse(f"there is no file {file}. {near}".rstrip())
    try:
        text, english = path.read_text("utf-8"), master.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise WrongUse(f"{path} and {master} must be in UTF-8; save them so.") from error
    new = with_sums(text, english)
    if new == text:
        return False
    path.write_text(new, "utf-8", newline="\n")
    return True


def pages_row(docs: Path, language: str) -> tuple[str, bool]:
    """How far the hand-written pages are, in words, and whether one is behind its English: `ru: 13 of 20 pages ...`."""
    from ..reading.translation.pages import OF_A_LANGUAGE, page_problems, translated_pages

    own = [path for path in docs.rglob("*.md") if not OF_A_LANGUAGE.fullmatch(path.name)]
    there = list(translated_pages(docs, [language]))
    behind = {problem.place.path for problem in page_problems(docs, docs, [language])}
    return f"{language}: {len(there)} of {len(own)} hand-written pages, {len(behind)} to look at", bool(behind)


def rows_of_pages(docs: Path, languages: Sequence[str]) -> list[tuple[str, bool]]:
    """The same for each language; nothing where there are no such pages."""
    return [pages_row(docs, language) for language in languages] if any(docs.rglob("*.md")) else []
