"""What the program knows of single languages, each in a file of its own beside this one: `ru.yml`.

| Key | What it says |
|---|---|
| `day` | a day with its month and year, as a pattern of CLDR: `d MMMM y` |
| `month` | a month with its year where it stands alone, likewise; left out where CLDR has it right |
| `letters` | the alphabet in its order, small letters |
| `parts_words` | `true` if long words are parted at the end of a line in narrow columns, by the rules that the tools have |
| all others | what the checks of translations must know; `model/language_table.py` explains them |

A language without a file is written as CLDR, the common table of languages, has it, and is checked with what the curriculum says of it.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def language_data(code: str) -> Mapping[str, Any]:
    """The content of the file of a language: `language_data("ru")["day"]` is `"d MMMM y 'г'."`; empty without a file."""
    path = files(__package__) / f"{code}.yml"
    found: Mapping[str, Any] = yaml.safe_load(path.read_text("utf-8")) if path.is_file() else {}
    return found
