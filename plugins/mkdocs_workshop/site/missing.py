"""The page of what is missing works at any depth, also where nobody has said at which address the site stands.

A server shows `404.html` of the root in place of `/manual/no/such/page/`, so that addresses relative to the page lead nowhere, and
without `site_url` nobody knows `/manual/`. The page is then written with addresses relative to the root, and a script in its head
finds the root: the nearest folder above the page that has the file `robots.txt`, which only the root of a site has.
"""

from collections.abc import MutableMapping
from typing import Any

PAGE = "404.html"


def at_any_depth(context: MutableMapping[str, Any], template: str, site_url: str | None) -> None:
    """Makes the addresses of the page of what is missing relative to the root, if the address of the site is not known."""
    context["seeks_root"] = template == PAGE and not site_url
    if context["seeks_root"]:
        context["base_url"] = "."
