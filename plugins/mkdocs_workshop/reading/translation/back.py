"""What can be wrong with a review that comes back from Word, by code."""

from collections.abc import Mapping

from ...ground.problems import Kind

KINDS: Mapping[str, Kind] = {
    "W040": Kind(
        "A row of a review that is gone",
        "Its text stays as it was. If it was meant to go, take it out of the English.",
        "warning",
    ),
    "W041": Kind(
        "Rows or cells of a review that were merged or split",
        "Nothing of them was taken over; their words stand in the notes beside the file. Enter them by hand.",
        "warning",
    ),
    "W042": Kind(
        "A row of a review without its number, or with one that is there twice",
        "Its words were not taken over; they stand in the notes beside the file. Enter them by hand.",
        "warning",
    ),
    "W043": Kind(
        "The English has changed since the review was written",
        "The new words were kept as a proposal, marked as fuzzy. Hold them against the English of today.",
        "warning",
    ),
    "W044": Kind(
        "A text that was changed here and in the review",
        "The words of here were kept; those of the review stand beside them as a comment. Choose.",
        "warning",
    ),
    "W045": Kind(
        "Words or comments outside the rows of a review",
        "They belong to no text. They stand in the notes beside the file; see what they ask for.",
        "notice",
    ),
    "W046": Kind("A file that is no review", "Take the Word file that `workshop translate review` wrote."),
    "W047": Kind(
        "A picture, a table or a note in a cell of a review",
        "Only words were taken over. Open the file and see what is meant.",
        "warning",
    ),
    "W048": Kind(
        "A new English text that can not be written into its YAML file",
        "Enter it by hand; it stands in the notes beside the file.",
        "warning",
    ),
    "W049": Kind(
        "A text of a review that is empty, or that belongs to no text any more",
        "Nothing was changed. An entry is emptied in its PO file; what has gone may stand in the notes beside the file.",
        "warning",
    ),
}
