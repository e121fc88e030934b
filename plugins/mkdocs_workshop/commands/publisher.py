"""Builds the site beside the old one and swaps it in whole, so that a reader never meets half a manual."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from ..ground.artifact import Role
from ..publishing.marker import read_marker
from ..publishing.options import with_options
from ..publishing.output import output
from ..publishing.settings import read_settings


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
        wanted = role or _role_of(root)
        if not replace_role and wanted is not None:
            out.refuse_other_role(wanted)
        status = run_mkdocs(root, out.new, {"role": role} if role else {})
        if status != 0:
            return status
        made = read_marker(out.new)
        if not replace_role and made is not None:
            # A hook or a variable of the environment may have named another; only now it is certain which.
            out.refuse_other_role(made.role)
        out.put_in_place()
        return status


def _role_of(root: Path) -> Role | None:
    """The role that `mkdocs.yml` names; the usual one where it names none, None where only MkDocs can tell."""
    plugins = read_settings(root / "mkdocs.yml").get("plugins")
    named = plugins.items() if isinstance(plugins, dict) else []
    if isinstance(plugins, list):
        named = [pair for plugin in plugins if isinstance(plugin, dict) for pair in plugin.items()]
        if "workshop" in plugins:
            return "facilitator"
    for name, options in named:
        if name == "workshop":
            role = options.get("role", "facilitator") if isinstance(options, dict) else "facilitator"
            return next((known for known in get_args(Role) if known == role), None)
    return None


def run_mkdocs(root: Path, folder: Path, options: Mapping[str, str | bool]) -> int:
    """Runs `mkdocs build --strict` into a folder, with these options of the plugin. Returns the exit status."""
    command = [sys.executable, "-m", "mkdocs_workshop.runner", "build", "--strict", "--site-dir", str(folder)]
    environment = with_options({**os.environ, "NO_MKDOCS_2_WARNING": "1"}, options)
    return subprocess.run(command, cwd=root, env=environment, check=False).returncode
