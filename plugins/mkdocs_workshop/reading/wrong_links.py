"""What a curriculum names that is not there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..ground.problems import Problem
from .ids import broken_references, doubled_ids
from .kinds import FoundFile, Loaded
from .known import known_ids
from .resolved import Pieces, wrong_marks

if TYPE_CHECKING:
    from .curriculum import Curriculum


def wrong_links(curriculum: "Curriculum", pieces: Pieces, unread: Sequence[FoundFile]) -> list[Problem]:
    """Ids that are doubled or name nothing, and marks that mean nothing.

    A handout that two files have the id of is one, and so is the mark `{fact:none}`.
    """
    files = curriculum.files
    known, incomplete = known_ids(curriculum, unread), incomplete_kinds(files, unread)
    return [*doubled_ids(files), *broken_references(files, known, incomplete), *wrong_marks(curriculum, pieces)]


def incomplete_kinds(loaded: Sequence[Loaded], unread: Sequence[FoundFile]) -> frozenset[str]:
    """Kinds of which a file could not be read, or is not there and must be.

    Of no files at all it is `{"curriculum"}`.
    """
    missing = () if any(item.kind == "curriculum" for item in loaded) else ("curriculum",)
    return frozenset((*missing, *(file.kind.name for file in unread)))
