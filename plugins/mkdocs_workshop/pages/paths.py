"""Where each page stands. Addresses are part of the promise: they stay when texts change."""

from ..artifacts import Role

HOME = "index.md"
MODULES = "modules/index.md"
ACADEMY = "academy/index.md"
HANDOUTS = "handouts/index.md"
CASES = "cases/index.md"
FORMS = "forms/index.md"
LIBRARY = "downloads/index.md"
CHANGES = "prepare/changes.md"
EVENTS = "events/index.md"
CHECK_FIRST = "prepare/check-before-you-teach.md"
TOPICS = "prepare/topics.md"
COUNTRY = "reference/country.md"
FACTS = "reference/facts.md"
SOURCES = "reference/sources.md"
GLOSSARY = "reference/glossary.md"
WORDS = "reference/words.md"

RUN_CLOCK_SCRIPT = "assets/workshop/run-clock.js"
RUN_SCRIPT = "assets/workshop/run.js"
ON_NOW_SCRIPT = "assets/workshop/on-now.js"
SUPPLIES_SCRIPT = "assets/workshop/supplies.js"
FILE_SEARCH_SCRIPT = "assets/workshop/file-search.js"
CHANGES_SCRIPT = "assets/workshop/changes.js"
POCKET_SCRIPT = "assets/workshop/pocket.js"
SCRIPTS = (
    RUN_CLOCK_SCRIPT, RUN_SCRIPT, ON_NOW_SCRIPT, SUPPLIES_SCRIPT, FILE_SEARCH_SCRIPT, POCKET_SCRIPT, CHANGES_SCRIPT,
)  # fmt: skip
STYLE = "assets/workshop/workshop.css"
MARK = "assets/workshop/mark.svg"


def programme(id_: str) -> str:
    """The overview of a programme."""
    return f"programmes/{id_}/index.md"


def session(programme_id: str, id_: str) -> str:
    """A session of a programme."""
    return f"programmes/{programme_id}/{id_}.md"


def session_for(role: Role, programme_id: str, id_: str) -> str:
    """Where a role finds a session: participants see the programme alone."""
    return session(programme_id, id_) if role == "facilitator" else f"{programme(programme_id)}#{id_}"


def run(id_: str) -> str:
    """The run sheet of a programme, for facilitators."""
    return f"run/{id_}.md"


def supplies(programme_id: str) -> str:
    """Materials and print run of a programme, for facilitators."""
    return f"programmes/{programme_id}/materials.md"


def module(id_: str) -> str:
    """What participants read."""
    return f"modules/{id_}/index.md"


def knowledge_check(id_: str) -> str:
    """The questions of a module."""
    return f"modules/{id_}/check.md"


def knowledge_check_key(id_: str) -> str:
    """The answers, for facilitators."""
    return f"modules/{id_}/check-key.md"


def slides(id_: str) -> str:
    """Slides and speaker notes of a module, for facilitators."""
    return f"modules/{id_}/slides.md"


def handout(id_: str) -> str:
    """A handout."""
    return f"handouts/{id_}.md"


def case(id_: str) -> str:
    """A case study."""
    return f"cases/{id_}.md"


def debrief(id_: str) -> str:
    """Debrief and key of a case study, for facilitators."""
    return f"cases/{id_}-debrief.md"


def form(id_: str) -> str:
    """A test or an evaluation form."""
    return f"forms/{id_}.md"


def form_key(id_: str) -> str:
    """How a form is counted, for facilitators."""
    return f"forms/{id_}-key.md"


def event(id_: str) -> str:
    """The report of a workshop that took place, for facilitators."""
    return f"events/{id_}.md"


def path_of(kind: str, target: str, role: Role = "facilitator") -> str:
    """The page that a `{link:kind/target}` leads to, for a role."""
    if kind == "session":
        programme_id, _, id_ = target.partition("/")
        return session_for(role, programme_id, id_)
    return {"module": module, "handout": handout, "case": case}[kind](target)
