"""What is offered says once what it is; what nobody reads on a screen stays off phones."""

from typing import get_args

from mkdocs_workshop.documents.emit.impose import How
from mkdocs_workshop.ground.artifact import Artifact, Label
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.site.pages.offered import offered
from mkdocs_workshop.site.phone import NOT_FOR_SCREENS


def test_beside_words_that_name_the_format_stands_the_size_alone() -> None:
    label = Label("all-handouts", "zip", "All", "en", "1.0")
    (file,) = offered([Artifact("all.zip", bytes(11_600_000), label=label)], catalogue("en"))
    assert (file.words, file.size) == ("ZIP, 11.6 MB", "11.6 MB")


def test_no_sheet_in_printers_order_is_kept_on_a_phone() -> None:
    assert {f"-{how}.pdf" for how in get_args(How)} <= set(NOT_FOR_SCREENS)
