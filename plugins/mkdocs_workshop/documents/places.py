"""Where documents lie in the site. Light, so that pages can link to them without the press."""


def path_of(language: str, kind: str, id_: str) -> str:
    """Where a document lies in the site: `handouts` or `cases`, by language."""
    return f"downloads/{language}/{kind}/{id_}.pdf"
