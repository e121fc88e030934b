"""The command `workshop`: what it can do, and how it ends."""

import sys
from collections.abc import Sequence

import click

from .commands.bank import bank
from .commands.build import build
from .commands.calendar import calendar
from .commands.check import check
from .commands.delivered import delivered
from .commands.exits import PROBLEMS, WRONG_USE, NotDone, WrongUse
from .commands.frame import Group
from .commands.generated import reference, schema
from .commands.headers import headers
from .commands.migrate import migrate
from .commands.papers import papers
from .commands.people import people
from .commands.report import report
from .commands.reuse import reuse
from .commands.starting import new, template
from .commands.translate import translate
from .commands.waiting import waiting
from .ground.unhurried import program

BROKEN_OFF = 130
"""The exit status after Ctrl-C, as shells know it."""

COMMANDS: tuple[click.Command, ...] = (
    check, new, waiting, bank, papers, reuse, migrate, build, headers, calendar, people, delivered, report, translate, schema,
    reference, template,
)  # fmt: skip

workshop = Group(
    "workshop", help="Training modules in YAML become a workshop manual.",
    context_settings={"help_option_names": ["-h", "--help"]},
    examples=[
        ("workshop new module first-aid", "Start a module, with comments that explain each key."),
        ("workshop check", "Is everything right? Where not, and what to do."),
        ("mkdocs serve", "Look at it while you write."),
        ("workshop build", "Make the site, all or nothing."),
    ],
    epilog="`workshop COMMAND --help` explains one command. Exit status: 0 clean, 1 problems found, 2 wrong use of the command.",
)  # fmt: skip
for _command in COMMANDS:
    workshop.add_command(_command)
click.version_option(package_name="mkdocs-workshop", message="%(prog)s %(version)s")(workshop)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status: `main(["check"])` is `workshop check` in a shell."""
    try:
        status = workshop.main(arguments, prog_name="workshop", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        print("workshop: broken off.", file=sys.stderr)
        return BROKEN_OFF
    except WrongUse as error:
        print(f"workshop: {error}", file=sys.stderr)
        return WRONG_USE
    except NotDone as error:
        print(f"workshop: {error}", file=sys.stderr)
        return PROBLEMS
    return int(status)


def run() -> int:
    """The same for a process that does nothing else; for the command itself."""
    return program(main)


if __name__ == "__main__":
    sys.exit(run())
