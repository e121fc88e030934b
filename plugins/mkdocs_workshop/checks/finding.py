"""What a rule reports."""

from typing import NamedTuple

from ..reading.kinds import Loaded
from ..reading.yaml import Loc


class Finding(NamedTuple):
    """Something that a rule found."""

    file: Loaded
    loc: Loc
    """The way to the value."""
    message: str
    advice: str = ""
    """Replaces the rule's advice."""
    fragment: str = ""
    """The words in the text that are meant."""
