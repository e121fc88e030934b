"""Hand-written pages and what they were translated from: `about.ru.md` stands beside `about.md` and holds sums of its sections.

A PO file holds the English of every text, so that it is seen when that changes. A page in Markdown does not; so it says in its head,
section by section, from which words it was made.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ...ground.problems import Kind, Place, Problem
from ..files import shown_path

KINDS: Mapping[str, Kind] = {
    "W054": Kind(
        "A translated page whose English has changed since",
        "Hold the section against its English and mend the words; then `workshop translate page FILE` writes the new sums.",
        "notice",
    ),
    "W055": Kind(
        "A translated page with other sections than its English",
        "Give each heading the id of its English heading, `{ #id }` behind its words, and translate what is missing.",
        "notice",
    ),
    "W056": Kind(
        "A translated page that does not say what it was translated from",
        "Hold it against its English; then `workshop translate page FILE` writes sums of the English into its head.",
        "notice",
    ),
}
OF_A_LANGUAGE = re.compile(r"(.+)\.([a-z]{2})\.md")
"""The name of a page in a language: that of the page, and the language."""
TOP = "top"
"""What stands before the second heading has no id that anybody would link to."""
_HEAD = re.compile(r"---\n(.*?\n)?---\n", re.DOTALL)
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*(?:\{\s*(?::\s*)?#([\w.-]+)[^}]*\})?\s*#*\s*$")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_SUMS = re.compile(r"^translated_from:\n((?:  .*\n)*)", re.MULTILINE)
_SUM = re.compile(r'^  ([\w.-]+): "([0-9a-f]{8})"$', re.MULTILINE)


class Section(NamedTuple):
    """A heading with the words below it, up to the next one."""

    id: str
    line: int
    sum: str
    """Of its words. Where lines are broken does not matter."""


def sections(text: str) -> list[Section]:
    """The sections of a page, each with the line of its heading: `# About` and `## We { #we }` make `top` and `we`."""
    head = _HEAD.match(text)
    before = text[: head.end()].count("\n") if head else 0
    found: list[tuple[str, int, list[str]]] = []
    fence = ""
    for number, line in enumerate(text.splitlines()[before:], before + 1):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        heading = None if fence or mark else _HEADING.match(line)
        if heading:
            id_ = heading[3] or (TOP if len(heading[1]) == 1 else _slug(heading[2]))
            found.append((id_, number, []))
        elif not found and line.strip():
            found.append((TOP, number, []))
        if found:
            found[-1][2].append(line)
    return [Section(id_, line, _sum("\n".join(words))) for id_, line, words in found]


def _slug(title: str) -> str:
    return re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", title).strip().lower())


def _sum(words: str) -> str:
    return hashlib.sha256(" ".join(words.split()).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def recorded(text: str) -> Mapping[str, str]:
    """The sums that a translated page holds, by section: `{"top": "3e6921e7"}`; empty where it holds none."""
    head = _HEAD.match(text)
    sums = _SUMS.search(head[0]) if head else None
    return dict(_SUM.findall(sums[1])) if sums else {}


def with_sums(text: str, english: str) -> str:
    """A translated page with the sums of its English as that is now; what else its head holds stays.

    Below `translated_from` a line `wash-your-hands: "3e6921e7"` stands for each section.
    """
    rows = "".join(f'  {section.id}: "{section.sum}"\n' for section in sections(english))
    head = _HEAD.match(text)
    others = _SUMS.sub("", head[1] or "") if head else ""
    return f"---\n{others}translated_from:\n{rows}---\n{text[head.end() :] if head else chr(10) + text}"


def is_behind(text: str, english: str) -> bool:
    """Whether the English of a page has changed since it was translated; False where the page holds no sums, so that nobody can tell.

    `is_behind("# Заголовок", "# Title")` gives `False`.
    """
    sums = recorded(text)
    return bool(sums) and sums != {section.id: section.sum for section in sections(english)}


def translated_pages(docs: Path, languages: Sequence[str]) -> Iterator[tuple[Path, Path, str]]:
    """Each translated page with its English page and its language, in the order of the names.

    `about.ru.md` comes with `about.md` and "ru".
    """
    for path in sorted(docs.rglob("*.md")):
        name = OF_A_LANGUAGE.fullmatch(path.name)
        if name and name[2] in languages and (master := path.with_name(f"{name[1]}.md")).is_file():
            yield path, master, name[2]


def page_problems(docs: Path, root: Path, languages: Sequence[str]) -> Iterator[Problem]:
    """What is old in translated pages below `docs`, each problem at its section."""
    for path, master, _ in translated_pages(docs, languages):
        try:
            text, english = path.read_text("utf-8"), master.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            # MkDocs says what is wrong with a page that can not be read.
            continue
        yield from _of_a_page(text, english, shown_path(path, root), shown_path(master, root))


def _of_a_page(text: str, english: str, shown: str, master: str) -> Iterator[Problem]:
    sums, there = recorded(text), {section.id: section for section in sections(text)}
    lines = text.splitlines()

    def problem(code: str, line: int, message: str) -> Problem:
        kind = KINDS[code]
        advice = kind.advice.replace("FILE", shown)
        return Problem(Place(shown, line), code, message, advice, kind.severity, lines[line - 1] if lines else "")

    if not sums:
        yield problem("W056", 1, f"nobody knows which words of `{master}` this page was translated from")
    now = sections(english)
    for section in now:
        place = f"`{master}:{section.line}`"
        if section.id not in there:
            yield problem("W055", 1, f"there is no section `#{section.id}`, which stands in {place}")
        elif sums and sums.get(section.id) != section.sum:
            yield problem("W054", there[section.id].line, f"the English in {place} has changed since")
    known = {section.id for section in now}
    for section in there.values():
        if section.id not in known:
            yield problem("W055", section.line, f"`{master}` has no section `#{section.id}`")
