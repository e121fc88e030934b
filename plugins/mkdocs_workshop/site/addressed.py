"""What people copy from a page names the address of the site, where it is known."""

from ..language.interface import catalogue


def addressed(html: str, site_url: str | None, language: str) -> str:
    """A page in which the address stands instead of the words for it: `ADDRESS-OF-THIS-SITE/downloads/...` in a frame to copy.

    Without an address the words stay, and a script puts the address there at which the page is read.
    """
    if not site_url or "data-embed" not in html:
        return html
    before = '&lt;iframe src="'
    return html.replace(f"{before}{catalogue(language)('academy.address')}", f"{before}{site_url.rstrip('/')}/")
