"""Builds the site beside the old one and swaps it in whole, so that a reader never meets half a manual."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import get_args

from ..ground.artifact import Role
from ..ground.day import today
from ..plugin_settings import read_settings, workshop_options
from ..publishing.inputs import inputs
from ..publishing.languages import published_languages
from ..publishing.left import set_aside, sweep
from ..publishing.marker import read_marker
from ..publishing.options import Option, with_options
from ..publishing.output import output
from ..publishing.unchanged import is_as_made, remember
from .check import CACHE


def build_site(
    root: Path,
    site: Path,
    curriculum: Path,
    role: Role | None = None,
    *,
    replace_role: bool = False,
    languages: Sequence[str] = (),
    local: Path | None = None,
    country: str | None = None,
) -> int:
    """Builds the project in `root` strictly, in every language. The old site stays when it fails. Returns the exit status.

    `role` takes the place of the one that `mkdocs.yml` names. A site for facilitators takes the place of one for participants,
    or the reverse, only with `replace_role`. `languages` takes the place of those that are published usually, and `country` that of
    the country sheet. `local` is a file with the contacts of one district. Raises Refused and NotWritten of `publishing`.
    """
    with output(site, root, curriculum) as out:
        wanted = role or _role_of(root)
        if not replace_role and wanted is not None:
            out.refuse_other_role(wanted)
        given = (("role", role), ("country", country), ("local", str(local.absolute()) if local else None))
        options: dict[str, Option] = {key: value for key, value in given if value}
        published = published_languages(root, curriculum, languages)
        made_of = inputs(root, curriculum, today(), published, options)
        if made_of and out.there and is_as_made(root / CACHE, out.place, made_of):
            print(f"Nothing has changed since the last build: {site} is as it was made, every byte of it.")
            return 0
        status = build_languages(root, out.new, published, options, out.place)
        if status != 0:
            if out.there:
                print(f"The old {site} is untouched.", file=sys.stderr)
            return status
        made = read_marker(out.new)
        if not replace_role and made is not None:
            # A hook or a variable of the environment may have named another; only now it is certain which.
            out.refuse_other_role(made.role)
        out.put_in_place()
        if made_of and made_of == inputs(root, curriculum, today(), published, options):
            remember(root / CACHE, out.place, made_of)
        return status


def _role_of(root: Path) -> Role | None:
    """The role that `mkdocs.yml` names; the usual one where it names none, None for one that MkDocs will refuse."""
    options = workshop_options(read_settings(root / "mkdocs.yml"))
    role = None if options is None else options.get("role", "facilitator")
    return next((known for known in get_args(Role) if known == role), None)


def build_languages(
    root: Path, folder: Path, published: Sequence[str], options: Mapping[str, Option], before: Path | None = None
) -> int:
    """Builds each language into its place below a folder: the first at its root. Returns the exit status.

    One process builds one after the other, so that libraries are loaded and files are read once. A language of which nothing has
    changed is taken from the site in the folder `before`.
    """
    # Imported when used: a build of one language needs neither.
    from ..site.languages import folder_of
    from ..site.whole import join

    builds: list[tuple[Path, Mapping[str, Option]]] = [(folder, options)]
    if len(published) > 1:
        both = {**options, "published": list(published)}
        builds = []
        for code in published:
            there = {"before": str(before / folder_of(code, published))} if before else {}
            builds.append((folder / folder_of(code, published), {**both, **there, "language": code}))
    elif published:
        builds = [(folder, {**options, "language": published[0]})]
    status = run_mkdocs(root, builds)
    if status == 0 and len(published) > 1:
        cache = root / str((workshop_options(read_settings(root / "mkdocs.yml")) or {}).get("cache", CACHE))
        join(folder, published, set_aside(cache))
        sweep(cache)
    return status


def run_mkdocs(root: Path, builds: Sequence[tuple[Path, Mapping[str, Option]]]) -> int:
    """Runs `mkdocs build --strict` into some folders, each with its options of the plugin. Returns the first exit status that is not 0."""
    command = [sys.executable, "-m", "mkdocs_workshop.runner"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    given = json.dumps([[str(folder), with_options({}, options)] for folder, options in builds])
    return subprocess.run(command, cwd=root, env=environment, input=given, text=True, check=False).returncode
