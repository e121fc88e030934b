"""Arguments of `workshop build` of which one would be passed over without a word."""

import argparse


def at_odds(options: argparse.Namespace) -> str:
    """What is wrong with them together, and what to do; empty if nothing is."""
    if options.out is not None and not options.offline:
        return "--out names the ZIP of --offline. Add --offline, or name a folder with --site."
    if options.offline and options.site is not None:
        return "--offline makes a ZIP and no site. Name it with --out, or leave --site out."
    if options.markdown is not None and (options.site is not None or options.offline):
        return "--markdown writes a documentation folder and nothing else. Call the command once for each."
    if options.offline and len(set(options.country)) > 1:
        return "--offline makes one ZIP, for one country. Call the command once for each --country."
    return ""
