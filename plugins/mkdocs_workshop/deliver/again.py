"""What a maker of downloads has made is taken as it is where nothing has changed that the maker was given.

To ask each document whether it was made before takes seconds: it must be written first. Here a maker is not asked at all. So that
this can be trusted, a maker that makes files of one language is given an edition without the others: it can not read them.
"""

import contextlib
import dataclasses
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..edition import Edition
from ..ground.artifact import Artifact, Label, Role
from ..ground.cache import put, put_whole, taken

Maker = Callable[[Edition], Iterable[Artifact]]
OF_ALL = frozenset({"form_files", "backups"})
"""Makers that write several languages into one file."""


class Again:
    """What was made of one edition. `states` says what decides the texts of each language; where it says nothing, nothing is kept."""

    def __init__(self, edition: Edition, role: Role, states: Mapping[str, str]) -> None:
        self.edition = edition
        self.alone = replace(edition, beside=())
        self.folder = edition.cache / "made"
        self.states = states
        self.name = f"{edition.language}-{role}"
        self.used: set[str] = set()

    def of(self, maker: Maker) -> Iterable[Artifact]:
        """What a maker makes of the edition. It is begun at once."""
        name = maker.__name__
        edition = self.edition if name in OF_ALL else self.alone
        return self.taken_or(name, [edition, *edition.beside], lambda: maker(edition))

    def taken_or(
        self, name: str, editions: Sequence[Edition], make: Callable[[], Iterable[Artifact]], more: object = None
    ) -> Iterable[Artifact]:
        """What `make` makes of some editions, and of nothing else; taken as it is where it was made before.

        `more` is what else decides it, in a form whose `repr` tells everything.
        """
        key = self._key(editions, more)
        path = self.folder / f"{self.name}-{name}.json"
        if key is None:
            return make()
        content = taken(path)
        kept = json.loads(content) if content is not None else {}
        before = self._whole(kept["files"]) if kept.get("key") == key else None
        return before if before is not None else self._noting(path, key, make())

    def _key(self, editions: Sequence[Edition], more: object) -> str | None:
        if any(one.language not in self.states for one in editions):
            return None
        first = editions[0]
        said = [
            [(one.language, self.states[one.language]) for one in editions],
            (sorted(first.variants), first.on_disk, first.course, first.every_day, [one.marks for one in editions]),
            more,
        ]
        return hashlib.sha256(repr(said).encode()).hexdigest()

    def _whole(self, rows: Sequence[Mapping[str, Any]]) -> list[Artifact] | None:
        """The files of a record; None where one of them is gone or was changed."""
        found = []
        for row in rows:
            try:
                content = (self.folder / "files" / row["digest"]).read_bytes()
            except OSError:
                return None
            if hashlib.sha256(content).hexdigest() != row["digest"]:
                return None
            label = Label(**row["label"]) if row["label"] else None
            data = content.decode("utf-8", "surrogatepass") if row["text"] else content
            found.append(Artifact(row["path"], data, row["role"], row["title"], row["made_from"], label))
        return found

    def _noting(self, path: Path, key: str, files: Iterable[Artifact]) -> Iterator[Artifact]:
        rows = []
        for one in files:
            yield one
            text = isinstance(one.content, str)
            data = one.content.encode("utf-8", "surrogatepass") if isinstance(one.content, str) else one.content
            digest = hashlib.sha256(data).hexdigest()
            place = self.folder / "files" / digest
            label = dataclasses.asdict(one.label) if one.label else None
            rows.append(
                {"path": one.path, "role": one.role, "title": one.title, "made_from": one.made_from, "label": label}
                | {"digest": digest, "text": text}
            )
            # A folder that can not be written keeps nothing.
            with contextlib.suppress(OSError):
                if not place.is_file() or place.read_bytes() != data:
                    put(place, data)
        with contextlib.suppress(OSError):
            put_whole(
                path, json.dumps({"key": key, "files": rows}, ensure_ascii=False).encode("utf-8", "surrogatepass")
            )

    def sweep(self) -> None:
        """Removes what no record names any more."""
        named = set()
        for record in self.folder.glob("*.json"):
            content = taken(record)
            named |= {row["digest"] for row in json.loads(content)["files"]} if content is not None else set()
        with contextlib.suppress(OSError):
            for file in (self.folder / "files").iterdir() if named else ():
                if file.name not in named:
                    file.unlink()
