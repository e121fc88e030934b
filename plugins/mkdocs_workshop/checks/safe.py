"""Rules about what a text could do in a browser: every text of every file, whether people read it or not.

What is refused here would be taken out of the pages in any case (`sanitise`); an author hears of it early, with its place.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..reading.curriculum import Curriculum
from .finding import Finding

# Code as all readers of Markdown agree on it: on one line, between single signs, without a backslash.
_CODE = re.compile(r"(?<![`\\])`[^`\\\n]+`(?!`)")
_PARAGRAPHS = re.compile(r"(\n[ \t]*\n)")
_HTML = re.compile(r"<(?=[A-Za-z/!?])[^<>\n]{0,60}>?")
_ADDRESS = re.compile(r"<https?://[^<>\s\"'`{}]+>")
_LIST = re.compile(r"\{:?[ \t]*(?:[.#][^{}\n]*|[^{}\n:=]+=[^{}\n]*)\}?")
_HEADING_ID = re.compile(r"\{ ?#[a-z0-9]+(?:-[a-z0-9]+)* ?\}[ \t]*$", re.MULTILINE)
_INLINE = re.compile(r"(!?)\[(?:[^\[\]\n]|\n(?!\n))*\]\(\s*<?([^)\s>]*)[^)\n]*\)?|\]\(\s*<?([^)\s>]*)[^)\n]*\)?")
_DEFINED = re.compile(r"^[ \t>*+-]*(?:\d+\.[ \t]*)?\[[^\[\]\n]+\]:\s*\S+", re.MULTILINE)
_ALLOWED = re.compile(r"(?:https?://|mailto:)[^\s\"'<>`]*|#[^\s\"'<>`]*")


class Fault(NamedTuple):
    """A part of a text that must go."""

    message: str
    fragment: str
    advice: str = ""


def raw_html(curriculum: Curriculum) -> Iterator[Finding]:
    """HTML would reach the web only, and could run there."""
    return _in_all_texts(curriculum, html_in, "<")


def attribute_lists(curriculum: Curriculum) -> Iterator[Finding]:
    """`{ .class key=value }` is for templates."""
    return _in_all_texts(curriculum, attribute_lists_in, "{")


def targets(curriculum: Curriculum) -> Iterator[Finding]:
    """Links lead to the web; what lies inside the manual is linked by `{link:...}`, and pictures are drawn figures."""
    return _in_all_texts(curriculum, targets_in, "]", "http")


def _in_all_texts(curriculum: Curriculum, look: Callable[[str], Iterator[Fault]], *signs: str) -> Iterator[Finding]:
    """What is wrong in texts that have one of some signs; in the others there is nothing to find."""
    for file, found in curriculum.strings:
        for loc, text, kind in found:
            if not any(sign in text for sign in signs):
                continue
            # Lines also stand in titles and tooltips, where code is no code any more.
            for fault in look(without_code(text) if kind == "block" else text):
                yield Finding(file, loc, fault.message, fault.advice, fault.fragment)


def without_code(text: str) -> str:
    """A text of several paragraphs with blanks in place of its code.

    Where signs do not pair up, nothing is taken for code.

    In "Use `code` here." blanks stand in place of the word and of both signs, so that places in the text stay right.
    """
    return "".join(map(_blanked, _PARAGRAPHS.split(text)))


def _blanked(paragraph: str) -> str:
    prose = _CODE.sub(lambda match: " " * len(match[0]), paragraph)
    return paragraph if "`" in prose else prose


def html_in(prose: str) -> Iterator[Fault]:
    """Tags, comments and the like; an address in angle brackets is none."""
    if "<" in prose:
        for match in _HTML.finditer(_ADDRESS.sub(lambda found: " " * len(found[0]), prose)):
            yield Fault(f"raw HTML: `{match[0][:40]}`", match[0])


def attribute_lists_in(prose: str) -> Iterator[Fault]:
    """Lists in braces that Markdown would read; marks and ids of headings are none."""
    if "{" in prose:
        for match in _LIST.finditer(_HEADING_ID.sub("", prose)):
            yield Fault(f"a list of attributes: `{match[0][:40]}`", match[0])


def targets_in(prose: str) -> Iterator[Fault]:
    """Pictures, and links that lead to no address of the web."""
    if prose.startswith(("http://", "https://")) and " " not in prose and not _ALLOWED.fullmatch(prose):
        yield Fault(f"`{prose}` is no address", prose, "Write quotes and brackets in it as %22, %3C and %3E.")
    if "]" not in prose:
        return
    for match in _INLINE.finditer(prose):
        address = match[2] or match[3] or ""
        if match[1]:
            advice = "Draw it as a figure of the module (`figures/<id>.yml`) and write `{figure:id}`."
            yield Fault("pictures stand in files of their own", match[0], advice)
        elif not _ALLOWED.fullmatch(address):
            advice = "Inside the manual write `{link:module/...}`; outside, an address with https://."
            yield Fault(f"`{address}` is no address", match[0], advice)
    for match in _DEFINED.finditer(prose):
        yield Fault(
            "an address apart from its link", match[0].strip(), "Write it behind the words: `[words](https://...)`."
        )
