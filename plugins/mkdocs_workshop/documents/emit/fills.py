"""Places to write: which blanks stand at the end of their question, so that they get a line of their own."""

from collections.abc import Sequence
from typing import NamedTuple

from ..tree.blocks import Field, Inline, Item, List, Paragraph, Text, ToFill
from ..tree.proof import inline_words

SHORT_PROMPT = 26
"""Letters. Longer questions get the whole width."""


SHORT_ITEM = 44
"""Letters. Boxes with longer words stand one below the other, longer questions outside of a frame."""


class Ask(NamedTuple):
    """A question and the place for its answer."""

    prompt: tuple[Inline, ...]
    blank: Field | ToFill


def asks(children: Sequence[Inline]) -> list[Ask] | None:
    """A paragraph as questions with blanks; None where words stand behind the last blank, or before it nothing."""
    found: list[Ask] = []
    prompt: list[Inline] = []
    for child in children:
        if isinstance(child, Field | ToFill):
            said = inline_words(prompt).strip(" .,;")
            # "from ___ to ___: ___" is one sentence, and stays one.
            if not said or (found and not said[0].isupper()):
                return None
            found.append(Ask(tuple(_trimmed(prompt)), child))
            prompt = []
        else:
            prompt.append(child)
    return found if found and not inline_words(prompt).strip(" .") else None


def _trimmed(prompt: Sequence[Inline]) -> list[Inline]:
    """Without the full stop and the space that are left over from the blank before."""
    first = prompt[0]
    return [Text(first.text.lstrip(" .,;")), *prompt[1:]] if isinstance(first, Text) else list(prompt)


def short(found: Sequence[Ask]) -> bool:
    """Whether several questions can share a line."""
    return len(found) > 1 and all(len(inline_words(ask.prompt)) <= SHORT_PROMPT for ask in found)


def only_paragraph(item: Item) -> tuple[Inline, ...] | None:
    """The words of an entry that is one paragraph."""
    block = item.blocks[0] if len(item.blocks) == 1 else None
    return block.children if isinstance(block, Paragraph) else None


def has_blank(item: Item) -> bool:
    """Whether something is written in an entry of a list."""
    children = only_paragraph(item)
    return children is not None and any(isinstance(child, Field | ToFill) for child in children)


def all_short(items: Sequence[Item]) -> bool:
    """Whether entries of a list are short enough to stand side by side."""
    texts = [only_paragraph(item) for item in items]
    return len(items) >= 4 and all(text is not None and len(inline_words(text)) <= SHORT_ITEM for text in texts)


def local_entries(block: List) -> list[Ask | tuple[Inline, ...]] | None:
    """A list in which most must be filled in locally, entry by entry; None for every other list."""
    if block.ordered or any(item.box for item in block.items):
        return None
    entries: list[Ask | tuple[Inline, ...]] = []
    for item in block.items:
        children = only_paragraph(item)
        if children is None:
            return None
        found = asks(children)
        if found is not None and len(found) == 1:
            entries.append(found[0])
        elif any(isinstance(child, Field | ToFill) for child in children):
            return None
        else:
            entries.append(children)
    blanks = [entry for entry in entries if isinstance(entry, Ask)]
    local = any(isinstance(ask.blank, ToFill) for ask in blanks)
    brief = all(len(inline_words(ask.prompt)) <= SHORT_ITEM for ask in blanks)
    return entries if local and brief and len(blanks) >= 2 and 2 * len(blanks) >= len(entries) else None
