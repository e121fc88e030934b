"""Extensions of Markdown of which it is known what they read."""

import re

OURS = tuple(
    f"mkdocs_workshop.site.{name}" for name in ("accessible:Accessible", "searchable:Searchable", "literal:Literal")
)
"""Our extensions of Markdown."""
_KNOWN, _PYMDOWN = (
    frozenset(re.findall(r"\w+", words))
    for words in (
        "abbr admonition attr_list codehilite def_list extra fenced_code footnotes legacy_attrs md_in_html meta nl2br "
        "sane_lists smarty tables toc",
        "arithmatex betterem caret critic details highlight inlinehilite keys mark smartsymbols superfences tabbed tasklist "
        "tilde",
    )
)
"""Extensions that read nothing but the text and their settings."""


def is_known(name: str) -> bool:
    """Whether an extension reads nothing but the text and its settings: `pymdownx.tasklist`, but not `pymdownx.snippets`."""
    room, _, last = name.rpartition(".")
    if room in ("", "markdown.extensions"):
        return last in _KNOWN
    return (room == "pymdownx" and last in _PYMDOWN) or name in OURS
