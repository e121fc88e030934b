"""People on badges and certificates. Their names come from a list that never leaves the trainer's own machine."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """Somebody who takes part."""

    name: str
    organisation: str = ""
    group: str = ""
    """The name of an audience, as it stands in the curriculum; empty where it should not be shown."""


BLANK = Person("")
"""A badge or certificate to fill in by hand."""
