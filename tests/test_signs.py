"""Signs of the private use area that travel through Markdown do not meet."""

from mkdocs_workshop.site.english import CLOSE, OPEN
from mkdocs_workshop.site.literal import literal
from mkdocs_workshop.site.pages.gathered import gathered, held


def test_a_text_with_a_citation_may_hold_every_other_sign() -> None:
    text = f"{literal('Less than <b> and {x}')}{OPEN}{CLOSE} {held(0)}"
    assert gathered(text, ["[1](a.md)"]) == f"{text[:-2]} [1](a.md)"
