"""Where each fact, source and country entry is used."""

from typing import NamedTuple

from ...ground.artifact import Role
from ...model.deck import counted_on
from ...reading.curriculum import Curriculum
from ...reading.kinds import Loaded
from ...reading.marks import Citation, CountryValue, FactValue
from . import paths


class Usage(NamedTuple):
    """Pages by what they use: path to the title of what stands there, in the order of the files."""

    facts: dict[str, dict[str, str]]
    sources: dict[str, dict[str, str]]
    entries: dict[str, dict[str, str]]
    fact_pages: dict[str, str]
    """Where each used fact stands: with the first module that uses it."""


def usage(curriculum: Curriculum, role: Role = "facilitator") -> Usage:
    """Looks through every text that stands on a page of its own. What facts and entries cite counts where they are used."""
    found = Usage({}, {}, {}, {})
    for file, text in curriculum.texts:
        place = _place(curriculum, file, facilitator=text.facilitator)
        if place is None or (role == "participant" and (text.facilitator or file.kind == "deck")):
            continue
        page, title = place
        if role == "participant" and file.kind == "check":
            page = paths.knowledge_check(file.ids[0])
        for piece in curriculum.pieces[text.text] if "{" in text.text else ():
            match piece:
                case FactValue(fact, _):
                    found.facts.setdefault(fact.id, {})[page] = title
                    _stands(found, fact.id, file.ids[0] if file.ids[0] in curriculum.modules else "")
                case Citation(source):
                    found.sources.setdefault(source.id, {})[page] = title
                case CountryValue(entry):
                    found.entries.setdefault(entry.id, {})[page] = title
    for id_, parts in curriculum.modules.items():
        for slide in parts.deck.slides if parts.deck and role == "facilitator" else ():
            for counted in counted_on(slide):
                found.facts.setdefault(counted, {})[paths.slides(id_)] = parts.plan.title
                _stands(found, counted, id_)
        for source_id in parts.plan.sources:
            found.sources.setdefault(source_id, {})[paths.module(id_)] = parts.plan.title
    for fact_id in found.facts:
        for source_id in curriculum.facts[fact_id].sources:
            found.sources.setdefault(source_id, {})
    for entry in curriculum.country.entries:
        for source_id in entry.sources:
            found.sources.setdefault(source_id, {})
    return found


def _stands(found: Usage, fact: str, module: str) -> None:
    if found.fact_pages.get(fact, paths.FACTS) == paths.FACTS:
        found.fact_pages[fact] = paths.facts(module)


def _place(curriculum: Curriculum, file: Loaded, *, facilitator: bool) -> tuple[str, str] | None:
    """The page on which a text of a file stands, and what to call it; None for files without a page of their own."""
    match file.kind:
        case "handout":
            return paths.handout(file.ids[1]), file.model.title
        case "case":
            return (paths.debrief if facilitator else paths.case)(file.ids[1]), file.model.title
        case "instrument":
            return (paths.form_key if facilitator else paths.form)(file.ids[0]), file.model.title
        case "programme":
            return paths.programme(file.ids[0]), file.model.title
        case "module" | "reading" | "figure" | "check" | "deck" if file.ids[0] in curriculum.modules:
            page = {"check": paths.knowledge_check_key, "deck": paths.slides}.get(file.kind, paths.module)
            return page(file.ids[0]), curriculum.modules[file.ids[0]].plan.title
    return None
