"""MkDocs as a program of its own, for `workshop build`: a disk that is full gives a sentence, not a traceback."""

import sys


def main() -> int:
    """Runs `mkdocs` with the arguments of this process; returns or exits with its status."""
    from mkdocs.__main__ import cli

    try:
        cli(prog_name="mkdocs")
    except OSError as error:
        print(f"workshop: {error.filename or 'the new site'} can not be written: {error.strerror}.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
