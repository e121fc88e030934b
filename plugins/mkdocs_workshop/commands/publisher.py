"""Builds the site beside the old one and swaps it in whole, so that a reader never meets half a manual."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from ..ground.artifact import Role
from ..publishing.marker import read_marker
from ..publishing.options import with_options
from ..publishing.output import output


def build_site(
    root: Path,
    site: Path,
    curriculum: Path,
    role: Role | None = None,
    *,
    replace_role: bool = False,
) -> int:
    """Builds the project in `root` strictly. The old site stays when it fails. Returns the exit status.

    `role` takes the place of the one that `mkdocs.yml` names. A site for facilitators takes the place of one for participants,
    or the reverse, only with `replace_role`. Raises Refused and NotWritten of `publishing`.
    """
    with output(site, root, curriculum) as out:
        if not replace_role and role is not None:
            out.refuse_other_role(role)
        status = run_mkdocs(root, out.new, {"role": role} if role else {})
        if status != 0:
            return status
        made = read_marker(out.new)
        if not replace_role and made is not None:
            # `mkdocs.yml` may name a role too; only now it is certain which.
            out.refuse_other_role(made.role)
        out.put_in_place()
        return status


def run_mkdocs(root: Path, folder: Path, options: Mapping[str, str | bool]) -> int:
    """Runs `mkdocs build --strict` into a folder, with these options of the plugin. Returns the exit status."""
    command = [sys.executable, "-m", "mkdocs_workshop.runner", "build", "--strict", "--site-dir", str(folder)]
    environment = with_options({**os.environ, "NO_MKDOCS_2_WARNING": "1"}, options)
    return subprocess.run(command, cwd=root, env=environment, check=False).returncode
