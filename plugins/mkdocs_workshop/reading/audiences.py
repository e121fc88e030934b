"""Audiences of a base under the ids of the curriculum that takes its modules."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..model.base import Id
from ..model.library import Base
from ..model.papers import Case, Variant
from .kinds import Loaded


def with_own_audiences(files: Iterable[Loaded], own: Sequence[Loaded], base: Base | None) -> tuple[Loaded, ...]:
    """The files, those of the base with the audiences of this curriculum. `own` files name their audiences themselves.

    What the file says stays as it is, and with it the mark by which its readers signed.
    """
    names = {one.theirs: one.ours for one in base.audiences} if base else {}
    if not names:
        return tuple(files)
    written = {(file.kind, file.ids) for file in own}
    return tuple(
        file if (file.kind, file.ids) in written else replace(file, model=_renamed(file.model, names)) for file in files
    )


def _renamed(model: Any, names: Mapping[Id, Id]) -> Any:
    if isinstance(model, Case):
        return model.model_copy(update={"variants": _joined(model.variants, names)})
    audiences = getattr(model, "audiences", None)
    if audiences is None:
        return model
    return model.model_copy(update={"audiences": tuple(dict.fromkeys(names.get(id_, id_) for id_ in audiences))})


def _joined(variants: Iterable[Variant], names: Mapping[Id, Id]) -> tuple[Variant, ...]:
    """One variant for each audience: where two of the base became one, their texts and questions follow each other."""
    found: dict[Id, Variant] = {}
    for variant in variants:
        id_ = names.get(variant.audience, variant.audience)
        before = found.get(id_)
        if before is None:
            found[id_] = variant.model_copy(update={"audience": id_})
        else:
            joined = {"text": f"{before.text}\n\n{variant.text}", "questions": (*before.questions, *variant.questions)}
            found[id_] = before.model_copy(update=joined)
    return tuple(found.values())
