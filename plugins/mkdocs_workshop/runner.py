"""MkDocs as a program of its own, for `workshop build`: a disk that is full gives a sentence, not a traceback.

It reads from its input what to build: a list of folders, each with variables of the environment. One process builds them one
after the other: libraries are loaded once, and what is kept in memory serves all languages.
"""

import gc
import json
import os
import sys

from .ground.unhurried import program


def main() -> int:
    """Builds strictly, one after the other, and stops at the first that fails; returns its status."""
    from click import ClickException
    from mkdocs.__main__ import cli

    from .publishing.output import not_written

    for turn, (folder, variables) in enumerate(json.load(sys.stdin)):
        if turn:
            # Pages and files know each other: without this, those of one language stay while the next one is made.
            gc.collect()
        os.environ.update(variables)
        try:
            status = cli.main(["build", "--strict", "--site-dir", folder], prog_name="mkdocs", standalone_mode=False)
        except ClickException as error:
            error.show()
            return error.exit_code
        except OSError as error:
            print(f"workshop: {not_written(error, 'the new site')}", file=sys.stderr)
            return 1
        if status:
            return int(status)
    return 0


if __name__ == "__main__":
    sys.exit(program(main))
