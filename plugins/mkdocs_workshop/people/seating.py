"""Mixed groups: every audience spread evenly over the tables, by a seed, so that the same list gives the same tables."""

import hashlib
from collections.abc import Sequence

from .roster import Guest


def tables_of(guests: Sequence[Guest], group_size: int, seed: int) -> list[list[Guest]]:
    """People at tables of about `group_size`.

    The number of people, and the number of people of each audience, differ by one at most from table to table. The order of
    the list has no influence. Raises ValueError for a group size below 1.
    """
    if group_size < 1:
        raise ValueError("a table has room for one person at least")
    if not guests:
        return []
    number = max(1, round(len(guests) / group_size))
    tables: list[list[Guest]] = [[] for _ in range(number)]
    # Dealt like cards, one audience after the other and without a break: neither audiences nor tables can differ by two.
    for index, guest in enumerate(sorted(guests, key=lambda guest: (guest.audience, _shuffled(guest, seed)))):
        tables[index % number].append(guest)
    return tables


def _shuffled(guest: Guest, seed: int) -> tuple[str, str, str]:
    person = guest.person
    # A hash, because the random numbers of Python may change from version to version.
    digest = hashlib.sha256(f"{seed}\0{person.name}\0{person.organisation}".encode()).hexdigest()
    return digest, person.name, person.organisation
