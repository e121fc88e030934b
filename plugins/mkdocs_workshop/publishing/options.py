"""Options of the plugin for one build, handed to MkDocs beside `mkdocs.yml`, which stays as it is."""

import json
from collections.abc import Mapping

Option = str | bool | list[str]

VARIABLE = "MKDOCS_WORKSHOP_OPTIONS"
"""The variable of the environment in which they travel, as JSON: `{"role": "participant", "offline": true}`."""


def with_options(environment: Mapping[str, str], options: Mapping[str, Option]) -> dict[str, str]:
    """The environment in which a build has these options."""
    return {**environment, VARIABLE: json.dumps(options)} if options else dict(environment)


def given_options(environment: Mapping[str, str]) -> dict[str, Option]:
    """The options that an environment holds; none if it has none. Raises ValueError where they are not JSON."""
    found = json.loads(environment.get(VARIABLE) or "{}")
    if not isinstance(found, dict):
        raise ValueError(f"{VARIABLE} holds no JSON object")  # noqa: TRY004  like other JSON that is wrong
    return found
