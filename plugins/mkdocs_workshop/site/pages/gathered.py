"""Citations of a page at the end of what they support: as on paper (`documents/gathered.py`), but in Markdown.

A citation travels through the text as one private-use character, and is written where its paragraph, entry, cell or numbered list ends.
"""

import re
from collections.abc import Sequence

_FIRST = 0xF000
# The end of the range belongs to other signs: those of `literal.py` and `english.py`.
_SEEN = re.compile(r" ?([\uf000-\uf7ff])")
_NUMBERED = re.compile(r"^(\s*)\d+[.)]\s")
_ENTRY = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s")
_CELLS = re.compile(r"(?<!\\)\|")


def held(place: int) -> str:
    """The character that stands for a citation: the first, the second, ... of a text. `len(held(0))` gives `1`."""
    return chr(_FIRST + place)


def gathered(text: str, cites: Sequence[str]) -> str:
    """A text with its citations, given as Markdown in the order of their characters, put where they belong.

    `gathered("Wash" + held(0), ["[A](#a){ .ws-cite }"])` gives `"Wash [A](#a){ .ws-cite }"`.
    """
    return "\n".join(_Gatherer(cites).lines(text.split("\n"))) if cites else text


class _Gatherer:
    """Goes through the lines of one text."""

    def __init__(self, cites: Sequence[str]) -> None:
        self.cites = cites
        self.made: list[str] = []
        self.waiting: dict[str, None] = {}
        """Citations that were met and not written yet, each once."""
        self.list_at: int | None = None
        """How far a numbered list is indented, while we are in one."""

    def lines(self, lines: Sequence[str]) -> list[str]:
        """All lines."""
        for line in lines:
            self._line(line)
        self._end_of_list() if self.list_at is not None else self._write()
        return self.made

    def _line(self, line: str) -> None:
        numbered = _NUMBERED.match(line)
        indent = len(line) - len(line.lstrip())
        if self.list_at is not None and line.strip() and not numbered and indent <= self.list_at:
            self._end_of_list()
        if self.list_at is None and (not line.strip() or _ENTRY.match(line)):
            self._write()
        if self.list_at is None and numbered:
            self.list_at = len(numbered[1])
        if line.lstrip().startswith("|"):
            self.made.append("|".join(map(self._cell, _CELLS.split(line))))
        else:
            self.made.append(self._without(line))

    def _without(self, line: str) -> str:
        """A line without its citations, which wait."""
        self.waiting |= dict.fromkeys(self._cites_in(line))
        return _SEEN.sub("", line)

    def _cites_in(self, words: str) -> list[str]:
        # An author's own letter of that area, which no keyboard has, stands for nothing.
        places = [ord(found) - _FIRST for found in _SEEN.findall(words)]
        return [self.cites[place] for place in places if place < len(self.cites)]

    def _cell(self, cell: str) -> str:
        own = dict.fromkeys(self._cites_in(cell))
        return " ".join((_SEEN.sub("", cell).rstrip(), *own, "")) if own else cell

    def _write(self) -> None:
        """Writes what waits at the end of the last line that holds words."""
        if not self.waiting:
            return
        place = next((at for at in range(len(self.made) - 1, -1, -1) if self.made[at].strip()), None)
        if place is None:
            self.made = [" ".join(self.waiting)]
        else:
            self.made[place] = " ".join((self.made[place].rstrip(), *self.waiting))
        self.waiting = {}

    def _end_of_list(self) -> None:
        """Writes what waits as a paragraph below a numbered list."""
        if self.waiting:
            while self.made and not self.made[-1].strip():
                self.made.pop()
            self.made += ["", " " * (self.list_at or 0) + " ".join(self.waiting), ""]
        self.waiting, self.list_at = {}, None
