"""`workshop migrate`: keys of an older form become those of today; comments, order and all other letters stay."""

from pathlib import Path

import click

from .exits import CLEAN, PROBLEMS, not_written
from .frame import Command, option
from .given import curriculum_option


@click.command(
    "migrate", cls=Command, section="Write", short_help="Write old keys in the form of today.",
    examples=[("workshop migrate --dry-run", "Say what would change, and write nothing.")],
)  # fmt: skip
@option("--dry-run", is_flag=True, help="Only say what would change.")
@curriculum_option
def migrate(dry_run: bool, curriculum: Path) -> int:
    """Rewrites keys that have a new form, and notes the format in curriculum.yml.

    Comments and order stay. Nothing is written if a file can not be read. Exit status 1 if something is left to do by hand.
    """
    # Imported when used: `workshop --help` should answer at once on an old laptop.
    from ..ground.problems import in_full
    from ..reading.migrate import with_format, with_languages
    from ..reading.yaml import read

    folder, root = curriculum.absolute(), Path.cwd()
    changed, left = [], False
    for name, rewrite in (("curriculum.yml", with_format), ("glossary.yml", with_languages)):
        path = folder / name
        if name != "curriculum.yml" and not path.exists():
            continue
        source, problems = read(path, root)
        if source is None:
            print(*map(in_full, problems), sep="\n\n")
            return PROBLEMS
        result = rewrite(source)
        for line in result.left:
            print(
                f"{source.path}:{line}: change this by hand; it can not be rewritten without touching more than is old."
            )
            left = True
        if result.done:
            changed.append((path, source, result))
    for path, source, result in changed:
        if not dry_run:
            try:
                # As bytes, so that the ends of lines stay those of the author.
                path.write_bytes(_mark(path) + result.text.encode())
            except OSError as error:
                raise not_written(error, path) from error
        places = "1 place" if result.done == 1 else f"{result.done} places"
        print(f"{source.path}: {places} {'to be changed' if dry_run else 'changed'}.")
    if not changed and not left:
        print("Everything is in the form of today.")
    return PROBLEMS if left else CLEAN


def _mark(path: Path) -> bytes:
    """The mark of bytes with which some editors begin a file in UTF-8; it stays."""
    start = path.read_bytes()[:3]
    return start if start == b"\xef\xbb\xbf" else b""
