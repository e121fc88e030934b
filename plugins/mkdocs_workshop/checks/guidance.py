"""Claims that people act on rest on issuers that the curriculum trusts for them."""

from collections.abc import Iterator

from ..ground.problems import did_you_mean
from ..language.wording import UNVERIFIED
from ..model.evidence import Fact, Source
from ..reading.curriculum import Curriculum
from .finding import Finding


def issuer_trusted(curriculum: Curriculum) -> Iterator[Finding]:
    """A claim that people act on has a source of a named issuer. What says on its face that nobody verified it is let through."""
    trusted = {one.id: {name.casefold() for name in one.issuers} for one in curriculum.manual.guidance}
    own = {one.letter: one.verified for one in curriculum.manual.confidence}
    for file in curriculum.files:
        if file.kind != "facts":
            continue
        for index, fact in enumerate(file.model.facts):
            marked = not own.get(fact.confidence, fact.confidence not in UNVERIFIED)
            if fact.guidance not in trusted or marked or _issuers(curriculum, fact) & trusted[fact.guidance]:
                continue
            named = ", ".join(f"`{source}`" for source in fact.sources)
            message = f"`{fact.id}` is `{fact.guidance}`, and no source of it ({named}) is of a trusted issuer"
            yield Finding(file, ("facts", index, "sources"), message)


def kind_known(curriculum: Curriculum) -> Iterator[Finding]:
    """A fact names a kind of guidance that the curriculum knows."""
    known = {one.id for one in curriculum.manual.guidance}
    for file in curriculum.files:
        if file.kind != "facts":
            continue
        for index, fact in enumerate(file.model.facts):
            if fact.guidance is not None and fact.guidance not in known:
                message = f"`curriculum.yml` names no guidance `{fact.guidance}`"
                yield Finding(file, ("facts", index, "guidance"), message, did_you_mean(fact.guidance, known))


def _issuers(curriculum: Curriculum, fact: Fact) -> set[str]:
    """Who stands behind a fact: {"who", "world health organization"}."""
    sources = [curriculum.sources[id_] for id_ in fact.sources if id_ in curriculum.sources]
    return {name.casefold() for source in sources for name in _names(source)}


def _names(source: Source) -> Iterator[str]:
    """The organisations that wrote or published a source."""
    yield from (author.literal for author in source.author if author.literal)
    if source.publisher:
        yield source.publisher
