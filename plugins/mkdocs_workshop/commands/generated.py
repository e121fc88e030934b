"""`workshop schema` and `workshop reference`: files that are made from the model."""

from collections.abc import Sequence
from pathlib import Path

import click

from .exits import CLEAN
from .frame import Command, argument
from .given import FOLDER, curriculum_option


@click.command(
    "schema", cls=Command, section="Projects and editors", short_help="Write the JSON Schemas for editors.",
    examples=[("workshop schema", "After a new version of the tool, or new ids: brings curriculum/schema up to date.")],
)  # fmt: skip
@curriculum_option
def schema(curriculum: Path) -> int:
    """Writes curriculum/schema/*.json, with which editors complete keys and the ids of this curriculum, and explain them."""
    from ..reading.schema import write_schemas

    _say_written(write_schemas(curriculum))
    return CLEAN


@click.command(
    "reference", cls=Command, section="Projects and editors",
    short_help="Write the YAML reference and the page of problem codes.",
    examples=[("workshop reference docs/authoring", "Five pages in that folder.")],
)  # fmt: skip
@argument("folder", type=FOLDER, metavar="DIR", line="Where the pages go, for example docs/authoring.")
@curriculum_option
def reference(folder: Path, curriculum: Path) -> int:  # noqa: ARG001  every command has --curriculum
    """Writes Markdown pages for authors, made from the model: every key, and every problem code."""
    from .reference import write_reference

    _say_written(write_reference(folder))
    return CLEAN


def _say_written(paths: Sequence[Path]) -> None:
    for path in paths:
        print(f"wrote {path}")
    if not paths:
        print("Everything is current.")
