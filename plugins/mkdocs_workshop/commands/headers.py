"""`workshop headers`: what a web server should send with the site, so that browsers refuse every script that is not ours."""

import argparse
import sys
from pathlib import Path

CLEAN, WRONG_USE = 0, 2


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Adds the command to those of `workshop`."""
    parser = commands.add_parser(
        "headers", parents=[common], help="the Content-Security-Policy of a built site, for its web server",
        description="Reads a built site and writes the header under which all of its pages work. Run it after each build.",
    )  # fmt: skip
    parser.add_argument("--site", type=Path, default=Path("site"), metavar="DIR", help="the built site (default: site)")
    parser.add_argument("--nginx", action="store_true", help="as a line for nginx, to be included in a `server`")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Writes the header. Returns the exit status."""
    from ..site.policy import policy

    if not (options.site / "index.html").is_file():
        print(f"workshop: there is no built site in {options.site}. Build it first.", file=sys.stderr)
        return WRONG_USE
    said = policy(options.site)
    print(
        f'add_header Content-Security-Policy "{said}" always;' if options.nginx else f"Content-Security-Policy: {said}"
    )
    return CLEAN
