"""What participants read of a module besides its reading, as parts of a document: the same for lessons and for pages of courses."""

from ..documents.texts import Texts
from ..documents.tree.document import Messages, Part, Questions, Section, Small, text
from ..model.module import Module
from ..model.papers import Case


def messages(texts: Texts, plan: Module) -> Messages:
    """The key messages of a module."""
    return Messages(texts.edition.say("module.key-messages"), tuple(map(texts.line, plan.key_messages)))


def case_parts(texts: Texts, case: Case, how: str = "") -> tuple[Part, ...]:
    """A case study without its debrief: that it is invented, `how` to work on it, the story, each side, the questions."""
    say, names = texts.edition.say, texts.edition.audiences
    invented = Small(text(" ".join(filter(None, (say("case.invented"), how)))))
    parts: list[Part] = [invented, *texts.blocks(case.story)]
    for variant in case.variants:
        asked = _asked(texts, [question.text for question in variant.questions])
        title = say("case.for", audience=names[variant.audience])
        parts.append(Section(title, (*texts.blocks(variant.text), *asked), level=3))
    if case.questions:
        asked = _asked(texts, [question.text for question in case.questions])
        parts.append(Section(say("case.together"), asked, level=3))
    return tuple(parts)


def _asked(texts: Texts, lines: list[str]) -> tuple[Questions, ...]:
    return (Questions(tuple(map(texts.line, lines))),) if lines else ()
