"""What all commands share: help in sections, with examples that can be copied, and with a line for each argument.

A command is a function below `@click.command("name", cls=Command, ...)`. Its docstring is its help.
"""

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

import click

from .exits import WRONG_USE

Example = tuple[str, str]
"""What to type, and what it does: `("workshop check --country kg", "with another country sheet")`."""


class Option(click.Option):
    """An option with the section of the help in which it stands."""

    def __init__(self, *declared: Any, section: str = "Options", **more: Any) -> None:
        super().__init__(*declared, **more)
        self.section = section


class Argument(click.Argument):
    """An argument with a line in the help; click has such lines for options alone."""

    section = "What to name"

    def __init__(self, *declared: Any, line: str, **more: Any) -> None:
        super().__init__(*declared, **more)
        self.line = line

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:  # noqa: ARG002  click calls it so
        """Its name as it stands in the first line of the help, and its words."""
        return self.human_readable_name, self.line


F = TypeVar("F", bound=Callable[..., Any])


class Declares(Protocol):
    """What stands above a function with `@`, and leaves the function as it is."""

    def __call__(self, command: F, /) -> F:
        """Declares an option or an argument of the command."""


def option(*declared: str, section: str = "Options", **more: Any) -> Declares:
    """Like `click.option`, with the section of the help: `@option("--out", section="Where to")`."""
    return click.option(*declared, cls=Option, section=section, **more)


def several(*declared: str, section: str = "Options", **more: Any) -> Declares:
    """An option that is given several times, or once with commas: `--language ru,kk` is `--language ru --language kk`."""
    return option(*declared, section=section, multiple=True, callback=_parted, **more)


def _parted(context: click.Context, parameter: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    del context, parameter
    return tuple(part for value in values for part in split(value))


def split(text: str) -> list[str]:
    """What stands between commas. `split("police, probation ,")` gives `["police", "probation"]`."""
    return [part.strip() for part in text.split(",") if part.strip()]


def argument(*declared: str, line: str, **more: Any) -> Declares:
    """Like `click.argument`, with a line of the help: `@argument("event", line="id of the workshop")`."""
    return click.argument(*declared, cls=Argument, line=line, **more)


class Command(click.Command):
    """A command with examples, whose place in the list of all commands is its `section`."""

    def __init__(self, *given: Any, examples: Sequence[Example] = (), section: str = "", **more: Any) -> None:
        super().__init__(*given, **more)
        self.examples = tuple(examples)
        self.section = section

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Arguments first, then options, each section below its title."""
        write_options(self, ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples."""
        write_examples(self.examples, formatter)
        super().format_epilog(ctx, formatter)


class Group(click.Group):
    """A command that has commands of its own, and shows its help where none of them is named."""

    command_class = Command

    def __init__(self, name: str, *, examples: Sequence[Example] = (), section: str = "", **more: Any) -> None:
        alone: dict[str, Any] = {
            "callback": _help_alone,
            "invoke_without_command": True,
            "subcommand_metavar": "COMMAND ...",
        }
        super().__init__(name, **alone, **more)
        self.examples = tuple(examples)
        self.section = section

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Commands first: who reads this looks for one of them."""
        self.format_commands(ctx, formatter)
        write_options(self, ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  click calls it so
        """The commands below the titles of their sections, in the order in which they were added."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for name, command in self.commands.items():
            rows = sections.setdefault(getattr(command, "section", "") or "Commands", [])
            rows.append((name, command.get_short_help_str(formatter.width)))
        for title, rows in sections.items():
            with formatter.section(title):
                formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click calls it so
        """The names in the order in which the commands were added."""
        return list(self.commands)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples, and what stands below them."""
        write_examples(self.examples, formatter)
        super().format_epilog(ctx, formatter)


@click.pass_context
def _help_alone(ctx: click.Context) -> int | None:
    if ctx.invoked_subcommand is not None:
        return None
    print(ctx.get_help())
    return WRONG_USE


def write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """The arguments and options of a command, section by section."""
    sections: dict[str, list[tuple[str, str]]] = {}
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record is not None:
            sections.setdefault(getattr(parameter, "section", "Options"), []).append(record)
    for title, rows in sections.items():
        with formatter.section(title):
            formatter.write_dl(rows)


def write_examples(examples: Sequence[Example], formatter: click.HelpFormatter) -> None:
    """Each example in a line that can be copied, and below it what it does."""
    if examples:
        with formatter.section("Example" if len(examples) == 1 else "Examples"):
            for typed, does in examples:
                formatter.write(f"{'':{formatter.current_indent}}{typed}\n")
                with formatter.indentation():
                    formatter.write_text(does)
