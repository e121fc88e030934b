"""Where documents lie in the site. Light, so that pages can link to them without the press."""

MANIFEST = "downloads/manifest.json"
"""The list of everything that can be downloaded."""
CARDS = "assets/workshop/cards"
SITE_CARD = f"{CARDS}/site.png"
CARD_SIZE = (1200, 630)
"""Pixels. The shape that messengers and networks show without cutting."""


def path_of(language: str, kind: str, id_: str, format_: str, variant: str = "") -> str:
    """Where a document lies in the site, by language and kind: `downloads/en/handout/exposure-card.pdf`."""
    name = f"{id_}-{variant}" if variant else id_
    return f"downloads/{language}/{kind}/{name}.{format_}"


def card_of(kind: str, id_: str) -> str:
    """Where the share card of a module or of a programme lies in the site.

    `card_of("module", "first-aid")` gives `"assets/workshop/cards/module-first-aid.png"`.
    """
    return f"{CARDS}/{kind}-{id_}.png"
