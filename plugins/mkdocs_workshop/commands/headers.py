"""`workshop headers`: what a web server should send with the site, so that browsers refuse every script that is not ours."""

from pathlib import Path

import click

from .exits import CLEAN, WrongUse
from .frame import Command, option
from .given import FOLDER, curriculum_option


@click.command(
    "headers", cls=Command, section="Build", short_help="Write the Content-Security-Policy of a built site, for its web server.",
    examples=[("workshop headers --nginx > policy.conf", "A line that nginx includes in a `server`.")],
)  # fmt: skip
@option("--site", type=FOLDER, default=Path("site"), metavar="DIR", help="The built site (default: site).")
@option("--nginx", is_flag=True, help="As a line for nginx, to be included in a `server`.")
@curriculum_option
def headers(site: Path, nginx: bool, curriculum: Path) -> int:  # noqa: ARG001  every command has --curriculum
    """Reads a built site and writes the header under which all of its pages work.

    Browsers then refuse every script that is not ours. Run it after each build.
    """
    from ..site.policy import policy

    if not (site / "index.html").is_file():
        raise WrongUse(f"there is no built site in {site}. Build it first.")
    said = policy(site)
    print(f'add_header Content-Security-Policy "{said}" always;' if nginx else f"Content-Security-Policy: {said}")
    return CLEAN
