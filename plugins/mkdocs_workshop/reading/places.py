"""Places as layers: a sheet of a country, a region or a venue, on top of the one that it inherits from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..model.evidence import Country
from .kinds import Loaded


def sheets(files: Iterable[Loaded]) -> Mapping[str, Loaded]:
    """The sheets of a curriculum by their ids: `{"kz": ..., "kz-almaty": ...}`."""
    return {file.ids[0]: file for file in files if file.kind == "country"}


def layers(id_: str, there: Mapping[str, Loaded]) -> Iterator[Loaded]:
    """A sheet and those that it inherits from, the nearest first: `"kz-almaty"` gives the city, then `kz`.

    Ends at one that is not there, and before one that comes again.
    """
    seen: set[str] = set()
    while id_ in there and id_ not in seen:
        seen.add(id_)
        yield there[id_]
        id_ = there[id_].model.inherits or ""


def sheet_of(id_: str, files: Sequence[Loaded]) -> Country | None:
    """A sheet with what it inherits; None if there is none of that id.

    Entries stand in the order of the lowest layer; the nearest layer that has an entry says all of it, a blank too.

    `sheet_of("almaty", files)` has the entries of `kz` and, over them, those of `almaty`.
    """
    found = list(layers(id_, sheets(files)))
    if not found:
        return None
    own: Country = found[0].model
    if len(found) == 1:
        return own
    entries = {entry.id: entry for layer in reversed(found) for entry in layer.model.entries}
    groups = {group.id: group for layer in reversed(found) for group in layer.model.groups}
    languages = next((layer.model.languages for layer in found if layer.model.languages), ())
    update = {"entries": tuple(entries.values()), "groups": tuple(groups.values()), "languages": languages}
    return own.model_copy(update=update)


def to_choose(files: Sequence[Loaded]) -> list[str]:
    """The ids of the sheets that a manual can be made for: those that no other one stands on, and countries by their two letters (`kz`)."""
    there = sheets(files)
    below = {file.model.inherits for file in there.values()}
    return [id_ for id_ in there if id_ not in below or len(id_) == 2]


def in_country(files: Sequence[Loaded], id_: str | None) -> list[Loaded]:
    """The files with another sheet chosen than the one that `curriculum.yml` names; as they are for None."""
    return [
        replace(file, model=file.model.model_copy(update={"country": id_}))
        if id_ and file.kind == "curriculum"
        else file
        for file in files
    ]
