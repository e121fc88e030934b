"""Lines of a text as people read it: what was folded for an editor of code is one paragraph again, and back."""

import re
import textwrap

_OWN = re.compile(r"\s*(?:[-*+] |\d+[.)] |#{1,6} |\||>|!!!|\?\?\?|\{(?:figure|lines|pagebreak|field):[^{}]*\}\s*$)")
"""How a line begins that belongs to no line above."""
_ALONE = re.compile(r"\s*(?:#{1,6} |\||!!!|\?\?\?)|.*(?:  |\\)$")
"""A line to which no line below belongs."""


def unfolded(text: str) -> str:
    """The text with each paragraph and each entry of a list on one line. Texts with code stay as they are.

    The lines "Wash", "your hands." become one, "Wash your hands."; a line that begins with "- " begins a new one.
    """
    if "```" in text or "\n" not in text:
        return text
    lines: list[str] = []
    for line in text.split("\n"):
        last = lines[-1] if lines else ""
        if line.strip() and last.strip() and not _OWN.match(line) and not _ALONE.match(last):
            lines[-1] = f"{last} {line.strip()}"
        else:
            lines.append(line)
    return "\n".join(lines)


def folded(text: str, width: int) -> str:
    """The text with its paragraphs and entries in lines of a width, for a file that people edit.

    For a width of 10 "One line of two." becomes "One line" and "of two.".
    """
    if "```" in text:
        return text
    lines = []
    for line in text.split("\n"):
        begin = re.match(r"\s*(?:[-*+] (?:\[[ x]\] )?|\d+[.)] )?", line)
        indent = " " * len(begin[0]) if begin else ""
        if len(line) <= width or _ALONE.match(line):
            lines.append(line)
        else:
            lines += textwrap.wrap(
                line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
            )
    return "\n".join(lines)
