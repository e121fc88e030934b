"""What a maker of downloads has made is taken as it is where nothing has changed that the maker was given.

To ask each document whether it was made before takes seconds: it must be written first. Here a maker is not asked at all. So that
this can be trusted, a maker is asked in parts, module by module, and each time given an edition that holds nothing else: without other
languages, and without the texts of papers that it does not show. It can not read them.
"""

import contextlib
import dataclasses
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from ..documents.emit.refusal import Unprintable
from ..edition import Edition
from ..ground.artifact import Artifact, InFile, Label, Role, with_digest
from ..ground.cache import put, put_whole, taken
from ..ground.filed import filed, keep_as, linked
from ..ground.problems import Problem
from ..reading.curriculum import Curriculum
from ..reading.states import is_of_words
from .parts import PARTS, Part, parts_of

MANY = 40
"""Handouts and cases."""
Maker = Callable[[Edition], Iterable[Artifact]]


class Again:
    """What was made of one edition.

    `states` says what decides the texts of each language, and under no language what decides everything else: our code, libraries.
    Of a language of which it says nothing, nothing is kept.
    """

    def __init__(
        self,
        edition: Edition,
        role: Role,
        states: Mapping[str, str],
        later: Callable[[], Edition] | None = None,
        shelf: str = "",
    ) -> None:
        self.edition = edition
        self.later = later
        """Gives the edition with its other languages, where it was opened without them: to read them takes a second."""
        self.alone = replace(edition, beside=())
        self.folder = edition.cache / "made"
        self.states = states
        self.name = "-".join(filter(None, (edition.language, role, shelf)))
        self.asked: dict[str, set[str]] = {}
        """The parts of each maker that were asked for."""

    def of(self, maker: Maker) -> Iterable[Artifact]:
        """What a maker makes of the edition. It is begun at once. One of another package gets all languages, and is asked each time."""
        if getattr(maker, "__module__", "").partition(".")[0] != __name__.partition(".")[0]:
            return maker(self.later() if self.later else self.edition)
        name, course = maker.__name__, self.edition.course
        # Forms hold all languages, and so do courses where that is wanted.
        all_ = name == "form_files" or (name == "backups" and (course.together or course.joined))
        edition = self.edition if all_ else self.alone
        if all_ and self.later:
            return self._when_asked(name, self.later, maker)
        if name in PARTS:
            return self.in_parts(name, [edition], maker)
        return self.taken_or(name, [edition], lambda: maker(edition))

    def _when_asked(self, name: str, whole: Callable[[], Edition], maker: Maker) -> Iterable[Artifact]:
        """The files of a maker that makes all at once in all languages, which are read only where it must be asked."""

        def make() -> Iterable[Artifact]:
            (part,) = parts_of(name, [whole()])
            return maker(*part.editions)

        # What can be read of other languages in a part: the same files of the author, and the words of the translators.
        (own,) = parts_of(name, [self.alone])
        words = sorted(item for item in self.states.items() if is_of_words(item[0]))
        return self._taken(f"{name}.{own.name}", [self.alone], make, (own.key, words))

    def in_parts(
        self, name: str, editions: Sequence[Edition], make: Callable[..., Iterable[Artifact]]
    ) -> Iterable[Artifact]:
        """What `make` makes of some editions, part by part; see `parts`. All parts are begun at once.

        What belongs to no module is begun first: books, which take longest.
        """
        parts = parts_of(name, editions)
        begun = {
            part.name: self._taken(f"{name}.{part.name}", editions, partial(_made, make, part), part.key)
            for part in sorted(parts, key=lambda part: bool(part.name))
        }
        return _together([begun[part.name] for part in parts])

    def taken_or(
        self, name: str, editions: Sequence[Edition], make: Callable[[], Iterable[Artifact]], more: object = None
    ) -> Iterable[Artifact]:
        """What `make` makes of some editions, and of nothing else; taken as it is where it was made before.

        `more` is what else decides it, in a form whose `repr` tells everything.
        """
        every = [one for edition in editions for one in (edition, *edition.beside)]
        return self._taken(name, editions, make, [(one.language, self.states.get(one.language)) for one in every], more)

    def kept(
        self, name: str, edition: Edition, make: Callable[[], Iterable[Artifact]], read: object, more: object
    ) -> Iterable[Artifact]:
        """The same of one edition; `read` says what can be read in it. Where that is None, it is the whole of its language."""
        if read is None:
            return self.taken_or(name, [edition], make, more)
        return self._taken(name, [edition], make, read, more)

    def _taken(
        self,
        name: str,
        editions: Sequence[Edition],
        make: Callable[[], Iterable[Artifact]],
        read: object,
        more: object = None,
    ) -> Iterable[Artifact]:
        """`read` says what can be read in the editions."""
        key = self._key(editions, read, more)
        path = self.folder / f"{self.name}-{name}.json"
        self.asked.setdefault(name.partition(".")[0], set()).add(path.name)
        if key is None:
            return make()
        content = taken(path)
        kept = json.loads(content) if content is not None else {}
        before = self._whole(kept["files"]) if kept.get("key") == key else None
        return before if before is not None else self._noting(path, key, make())

    def _key(self, editions: Sequence[Edition], read: object, more: object) -> str | None:
        every = [one for edition in editions for one in (edition, *edition.beside)]
        if any(one.language not in self.states for one in every):
            return None
        first = editions[0]
        said = [
            self.states.get(""),
            read,
            (sorted(first.variants), first.on_disk, first.course, first.every_day),
            [(one.language, one.marks) for one in every],
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
            made = Artifact(row["path"], data, row["role"], row["title"], row["made_from"], label)
            found.append(
                linked(with_digest(made, row["digest"]), self.folder / "files" / row["digest"], self.edition.filed_in)
            )
        return found

    def _noting(self, path: Path, key: str, files: Iterable[Artifact]) -> Iterator[Artifact]:
        rows = []
        for given in files:
            one = filed(given, self.edition.filed_in)
            yield one
            content, digest = one.content, one.sha256
            text = content.text if isinstance(content, InFile) else isinstance(content, str)
            place = self.folder / "files" / digest
            label = dataclasses.asdict(one.label) if one.label else None
            rows.append(
                {"path": one.path, "role": one.role, "title": one.title, "made_from": one.made_from, "label": label}
                | {"digest": digest, "text": text}
            )
            # A folder that can not be written keeps nothing.
            with contextlib.suppress(OSError):
                if not place.is_file() or hashlib.sha256(place.read_bytes()).hexdigest() != digest:
                    if isinstance(content, InFile):
                        keep_as(content, place)
                    else:
                        put(place, one.data)
        with contextlib.suppress(OSError):
            put_whole(
                path, json.dumps({"key": key, "files": rows}, ensure_ascii=False).encode("utf-8", "surrogatepass")
            )

    def sweep(self) -> None:
        """Removes records of modules that are gone, and what no record names any more."""
        named = set()
        for record in self.folder.glob("*.json"):
            name, dot, _ = record.name.removeprefix(f"{self.name}-").removesuffix(".json").partition(".")
            if (
                dot
                and record.name.startswith(f"{self.name}-")
                and record.name not in self.asked.get(name, {record.name})
            ):
                with contextlib.suppress(OSError):
                    record.unlink()
                continue
            content = taken(record)
            named |= {row["digest"] for row in json.loads(content)["files"]} if content is not None else set()
        with contextlib.suppress(OSError):
            for file in (self.folder / "files").iterdir() if named else ():
                if file.name not in named:
                    file.unlink()


def makes_much(curriculum: Curriculum, cache: Path, role: str) -> bool:
    """Whether the documents of a large manual are made for the first time, as far as one look tells."""
    papers = sum(len(parts.handouts) + len(parts.cases) for parts in curriculum.modules.values())
    kept = (cache / "made").glob(f"{curriculum.language}-{role}-documents_for_participants*.json")
    return papers >= MANY and next(kept, None) is None


def _made(make: Callable[..., Iterable[Artifact]], part: Part) -> Iterable[Artifact]:
    return make(*part.editions)


def _together(parts: Iterable[Iterable[Artifact]]) -> Iterator[Artifact]:
    """The files of all parts. Raises Unprintable at the end, with what is wrong in any of them."""
    problems: list[Problem] = []
    for files in parts:
        try:
            yield from files
        except Unprintable as error:
            problems += error.problems
    if problems:
        raise Unprintable(problems)
