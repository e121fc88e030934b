"""Rules about texts that wait for their readers."""

from collections.abc import Iterator

from ..ground.problems import did_you_mean
from ..model.programme import SessionSlot
from ..reading.curriculum import Curriculum
from ..reading.gate import asking, held_back, mark_of, path_of
from .finding import Finding


def waits(curriculum: Curriculum) -> Iterator[Finding]:
    """Each text that is held back, and for whom it waits."""
    for one in held_back(curriculum):
        message = f"held back: it waits for {_listed(one.missing)}"
        yield Finding(one.file, ("release",), message)


def unknown_file(curriculum: Curriculum) -> Iterator[Finding]:
    """A reading of a text that is not there, or that asks for none."""
    known = {path_of(file) for file in asking(curriculum)}
    for file in curriculum.files:
        if file.kind == "reviews":
            for index, review in enumerate(file.model.reviews):
                if review.file not in known:
                    message = f"no text `{review.file}` asks for readers"
                    yield Finding(file, ("reviews", index, "file"), message, did_you_mean(review.file, known))


def changed_since(curriculum: Curriculum) -> Iterator[Finding]:
    """A reading of words that have changed since."""
    marks = {path_of(file): mark_of(file, curriculum.files) for file in asking(curriculum)}
    for file in curriculum.files:
        if file.kind != "reviews":
            continue
        current = {(one.file, one.by) for one in file.model.reviews if marks.get(one.file) == one.text}
        for index, review in enumerate(file.model.reviews):
            if review.file in marks and (review.file, review.by) not in current:
                message = f"`{review.file}` has changed since `{review.by}` read it"
                yield Finding(file, ("reviews", index, "text"), message)


def taught_all_the_same(curriculum: Curriculum) -> Iterator[Finding]:
    """A programme can not teach what nobody may see."""
    held = {one.file.ids[0] for one in held_back(curriculum) if one.file.kind == "module"}
    for file in curriculum.files:
        if file.kind != "programme" or not held:
            continue
        for day, timed in enumerate(file.model.days):
            for index, slot in enumerate(timed.slots):
                if isinstance(slot, SessionSlot):
                    named = sorted(held & {module for module, _ in curriculum.activities_of(slot)})
                    if named:
                        loc = ("days", day, "slots", index, "module" if slot.module else "activities")
                        yield Finding(file, loc, f"the module `{named[0]}` is held back")


def _listed(ids: tuple[str, ...]) -> str:
    return ", ".join(f"`{id_}`" for id_ in ids)
