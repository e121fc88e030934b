"""What is done to the HTML of a page before it is put into its frame."""

from collections.abc import MutableMapping

from ..ground.placed import move_styles
from ..ground.sanitise import clean
from .english import english_page, marked


def filtered(html: str, rules: MutableMapping[str, str], *, english: frozenset[str], master: str, foreign: bool) -> str:
    """The HTML with what is on the allow-list alone, its styles as classes, and what is not translated marked as `master`.

    `english` are the texts that are not translated, `foreign` says that the whole page is not. Adds what each class means to
    `rules`.
    """
    if english:
        html = marked(html, english, master)
    return move_styles(clean(english_page(html, master) if foreign else html), rules)
