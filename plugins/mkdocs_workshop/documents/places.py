"""Where documents lie in the site. Light, so that pages can link to them without the press."""

MANIFEST = "downloads/manifest.json"
"""The list of everything that can be downloaded."""


def path_of(language: str, kind: str, id_: str, format_: str, variant: str = "") -> str:
    """Where a document lies in the site, by language and kind: `downloads/en/handout/exposure-card.pdf`."""
    name = f"{id_}-{variant}" if variant else id_
    return f"downloads/{language}/{kind}/{name}.{format_}"
