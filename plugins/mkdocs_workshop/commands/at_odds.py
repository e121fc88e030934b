"""Options of `workshop build` of which one would be passed over without a word."""

from collections.abc import Sequence
from pathlib import Path


def at_odds(
    *, site: Path | None, out: Path | None, markdown: Path | None, offline: bool, countries: Sequence[str]
) -> str:
    """What is wrong with them together, and what to do; empty if nothing is."""
    if out is not None and not offline:
        return "--out names the ZIP of --offline. Add --offline, or name a folder with --site."
    if offline and site is not None:
        return "--offline makes a ZIP and no site. Name it with --out, or leave --site out."
    if markdown is not None and (site is not None or offline):
        return "--markdown writes a documentation folder and nothing else. Call the command once for each."
    if offline and len(set(countries)) > 1:
        return "--offline makes one ZIP, for one country. Call the command once for each --country."
    return ""
