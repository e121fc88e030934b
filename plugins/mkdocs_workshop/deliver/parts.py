"""In which parts a maker is asked, and what it is not given in each: so a word that it can not read makes nothing anew.

What a maker is given decides what it can make, in the first build as in all others. Whoever lets a document show more takes a kind
from these lists; a document that asks for what it is not given shows nothing there, and what must appear in it says so.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..edition import Edition
from ..model.base import Id

_PLAN = "module"
"""The words of the steps and cues of a plan; everybody is given the rest of it."""
_ALL = frozenset({"handout", "case", "reading", "check", "deck", _PLAN})
_NO_PAPERS = frozenset({"handout", "deck", _PLAN})


class Shares(NamedTuple):
    """The kinds of files of modules whose texts a maker is not given."""

    by_module: frozenset[str] | None
    """Where it makes the files of one module; None for a maker that makes all at once."""
    rest: frozenset[str] | None
    """Where it makes what belongs to no module; None for a maker that makes nothing of that sort."""


PARTS: Mapping[str, Shares] = {
    "documents_for_participants": Shares(frozenset({"deck", _PLAN}), frozenset({"handout", _PLAN})),
    "documents_for_facilitators": Shares(frozenset({"handout", "deck"}), frozenset({"handout"})),
    "decks": Shares(_ALL - {"deck", _PLAN}, _ALL - {"deck", _PLAN}),
    "form_files": Shares(None, _ALL),
    "scorm_packages": Shares(_NO_PAPERS, None),
    "embed_pages": Shares(frozenset({"deck", _PLAN}), None),
    "competency_file": Shares(None, _ALL),
    "report_files": Shares(None, _ALL - {"check"}),
    "question_files": Shares(None, _ALL - {"check"}),
    "backups": Shares(_NO_PAPERS, _NO_PAPERS),
    "cartridges": Shares(_NO_PAPERS, None),
    "papers_in_two_languages": Shares(frozenset({"deck", _PLAN}), _ALL),
}
"""By the names of makers."""


@dataclass(frozen=True)
class Part:
    """One part of what a maker makes."""

    name: str
    """For the file in which it is kept: the id of a module, or nothing."""
    opened: tuple[Callable[[], Edition], ...]
    """Makes the editions."""
    key: str
    """The hash of all that can be read in these editions."""

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """What the maker is given. They are made where somebody asks for them: most parts are taken as they were made."""
        return tuple(one() for one in self.opened)


def parts_of(maker: str, editions: Sequence[Edition]) -> list[Part]:
    """The parts in which a maker is asked for some editions of one manual. Raises KeyError for one that is not listed."""
    shares = PARTS[maker]
    modules: Mapping[Id, object] = editions[0].curriculum.modules
    wanted = [] if shares.by_module is None else [(id_, shares.by_module) for id_ in modules]
    if shares.rest is not None:
        wanted.append(("", shares.rest))
    found = []
    for only, without in wanted:
        narrow = [edition.part_later(only, without) for edition in editions]
        found.append(Part(only, tuple(made for made, _ in narrow), " ".join(key for _, key in narrow)))
    return found
