"""What pages of a translation say of it: who has read it, and which texts are not translated yet."""

import re
from collections.abc import Iterable

from ...edition import Edition
from ...ground.artifact import Artifact
from . import paths

_MODULE = re.compile(r"modules/([a-z0-9-]+)/")


def readers_of_pages(edition: Edition, artifacts: Iterable[Artifact]) -> dict[str, str]:
    """Who has read what each page shows, by the path of the page; by none, what belongs to no module. Empty in the language of the master."""
    if not edition.curriculum.translated:
        return {}
    modules = edition.curriculum.modules
    rest, whole = edition.readers_of_rest(), edition.readers()
    by_module = {id_: edition.readers(parts) for id_, parts in modules.items()}
    found = {"": rest}
    for page in artifacts:
        if page.title:
            match = _MODULE.search(page.made_from)
            found[page.path] = by_module[match[1]] if match and match[1] in modules else rest
    found[paths.HOME] = whole
    return found


def english_texts(edition: Edition) -> frozenset[str]:
    """The texts of one line that are not translated, without markup: what stands in a page word for word is marked there."""
    whole = edition.curriculum
    return frozenset(
        plain
        for text in whole.untranslated
        if "\n" not in text and text in whole.pieces and (plain := edition.plain(text))
    )
