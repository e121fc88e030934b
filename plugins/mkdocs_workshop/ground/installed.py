"""Which packages of Python are installed."""

import functools
from importlib.metadata import distributions


@functools.cache
def installed() -> tuple[tuple[str, str], ...]:
    """Each package with its version: `(("babel", "2.17.0"), ...)`, sorted. A process keeps what was there when it asked first."""
    # `name` and `version` of a distribution would each read its file again.
    return tuple(sorted((one["Name"], one["Version"]) for one in (found.metadata for found in distributions())))
