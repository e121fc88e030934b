"""The manual for machines: the modules with their ids, versions, times, outcomes and files; and what search engines may read."""

import json
from collections.abc import Sequence
from typing import Any

from ..deliver.downloads import entries
from ..edition import Edition
from ..ground.artifact import Artifact
from ..reading.curriculum import ModuleParts
from .languages import folder_of

MODULES = "modules.json"
ROBOTS = "robots.txt"
FORMAT = 1
"""Of `modules.json`. New keys leave it as it is; it is raised when a key goes or means something else."""


def modules_json(edition: Edition, made: Sequence[Artifact]) -> Artifact:
    """The list of modules. `made` are the downloads that this edition offers; addresses count from the root of the site."""
    manual, files = edition.curriculum.manual, entries(made)
    data = {
        "format": FORMAT,
        "title": edition.plain(manual.title),
        "version": manual.version,
        "language": edition.language,
        "licence": manual.licence,
        "changed": edition.changed().isoformat(),
        "modules": [_module(edition, parts, files) for parts in edition.curriculum.modules.values()],
    }
    return Artifact(MODULES, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _module(edition: Edition, parts: ModuleParts, files: list[dict[str, Any]]) -> dict[str, Any]:
    plan, minutes = parts.plan, parts.minutes
    return {
        "id": parts.id,
        "version": parts.version,
        "changed": parts.changed.isoformat(),
        "reviewed": plan.reviewed.isoformat(),
        "title": edition.plain(plan.title),
        "purpose": edition.plain(plan.purpose),
        "theme": plan.theme,
        "audiences": list(plan.audiences),
        "prerequisites": list(plan.prerequisites),
        "minutes": {"least": minutes.least, "most": minutes.most},
        "outcomes": [
            {"id": outcome.id, "kind": outcome.kind, "text": edition.plain(outcome.text)} for outcome in plan.outcomes
        ],
        "page": f"modules/{parts.id}/index.html",
        "handouts": [
            {"id": id_, "title": edition.plain(handout.title), "form": handout.form, "paper": handout.paper}
            for id_, handout in parts.handouts.items()
        ],
        "cases": [{"id": id_, "title": edition.plain(case.title)} for id_, case in parts.cases.items()],
        "downloads": [
            {key: value for key, value in file.items() if key != "module"}
            for file in files
            if file["module"] == parts.id
        ],
    }


def robots(site_url: str, published: Sequence[str] = ()) -> str:
    """Everything may be read; where the address of the site is known, its lists of pages are named, one for each language.

    For "https://a.example/" a line names `https://a.example/sitemap.xml`.
    """
    lines = ["User-agent: *", "Allow: /"]
    if site_url:
        lines += [
            f"Sitemap: {site_url.rstrip('/')}/{folder_of(code, published)}sitemap.xml" for code in published or ("",)
        ]
    return "\n".join(lines) + "\n"
