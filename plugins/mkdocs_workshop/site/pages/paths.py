"""Where each page stands. Addresses are part of the promise: they stay when texts change."""

from ...ground.artifact import Role
from ...model.evidence import CountryEntry, Source

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
DUE = "prepare/what-is-due.md"
WAITING = "prepare/waiting-for-a-reader.md"
TRANSLATIONS = "prepare/translations.md"
OURS = "prepare/make-it-ours/index.md"
TOPICS = "prepare/topics.md"
COUNTRY = "reference/country/index.md"
COUNTRIES = "reference/countries/index.md"
FACTS = "reference/facts/index.md"
SOURCES = "reference/sources/index.md"
GLOSSARY = "reference/glossary.md"
WORDS = "reference/words.md"

RUN_CLOCK_SCRIPT = "assets/workshop/run-clock.js"
RUN_SCRIPT = "assets/workshop/run.js"
RUN_LOG_SCRIPT = "assets/workshop/run-log.js"
RUN_SHEETS_SCRIPT = "assets/workshop/run-sheets.js"
RUN_TEXT_SCRIPT = "assets/workshop/run-text.js"
"""Fetched when somebody asks for it."""
SESSION_SCRIPT = "assets/workshop/session.js"
QUIZ_SCRIPT = "assets/workshop/quiz.js"
ON_NOW_SCRIPT = "assets/workshop/on-now.js"
SUPPLIES_SCRIPT = "assets/workshop/supplies.js"
FILE_SEARCH_SCRIPT = "assets/workshop/file-search.js"
CHANGES_SCRIPT = "assets/workshop/changes.js"
POCKET_SCRIPT = "assets/workshop/pocket.js"
PAGE_SCRIPT = "assets/workshop/page.js"
"""What every page has, in one file: it is asked for once."""
SNIPPET_SCRIPT = "assets/workshop/snippet.js"
FINDER_SCRIPT = "assets/workshop/finder.js"
OURS_FORM_SCRIPT = "assets/workshop/ours-form.js"
OURS_PAPER_SCRIPT = "assets/workshop/ours-paper.js"
OURS_FILES_SCRIPT = "assets/workshop/ours-files.js"
CARD_PRINT_SCRIPT = "assets/workshop/card-print.js"
FOLD_SCRIPT = "assets/workshop/fold.js"
TODAY_SCRIPT = "assets/workshop/today.js"
SCOPE_SCRIPT = "assets/workshop/scope.js"
"""The theme's own."""
SCRIPTS = (
    RUN_CLOCK_SCRIPT, RUN_LOG_SCRIPT, RUN_SHEETS_SCRIPT, RUN_TEXT_SCRIPT, RUN_SCRIPT, ON_NOW_SCRIPT, SUPPLIES_SCRIPT, FILE_SEARCH_SCRIPT, POCKET_SCRIPT, CHANGES_SCRIPT,
    SNIPPET_SCRIPT, SESSION_SCRIPT, QUIZ_SCRIPT, FINDER_SCRIPT, OURS_FORM_SCRIPT, OURS_FILES_SCRIPT, OURS_PAPER_SCRIPT, CARD_PRINT_SCRIPT, FOLD_SCRIPT, TODAY_SCRIPT,
)  # fmt: skip
STYLE = "assets/workshop/workshop.css"
THEME_STYLE = "assets/workshop/theme.css"
"""What a site shows of the style sheet of the theme."""
RUN_STYLE = "assets/workshop/run.css"
FINDER_STYLE = "assets/workshop/finder-page.css"
SUPPLIES_STYLE = "assets/workshop/supplies.css"
CARD_PRINT_STYLE = "assets/workshop/card-print.css"
LIBRARY_STYLE = "assets/workshop/library.css"
TIMELINE_STYLE = "assets/workshop/timeline.css"
MARK = "assets/workshop/mark.svg"
OURS_SHEET = "assets/workshop/make-it-ours.xlsx"
FINDABLE = "assets/workshop/papers.js"
"""What the search knows of papers."""
PICTURED = frozenset({"handout", "case"})
"""Papers of which pages show a small picture."""
FILTERS = "assets/workshop/library-filters.css"


ROOMS = (
    HOME, "academy", "cases", "downloads", "events", "forms", "handouts", "modules", "prepare", "programmes", "reference", "run",
)  # fmt: skip
"""The first part of every page that a curriculum makes."""


def may_be_made(path: str) -> bool:
    """Whether a page of this path could be one that a curriculum makes.

    `may_be_made("modules/first-aid.md")` gives `True`; `may_be_made("about.md")` gives `False`.
    """
    return path.split("/", maxsplit=1)[0] in ROOMS


SOURCE_SORTS = {
    "article-journal": "articles",
    "article-newspaper": "news",
    "legislation": "law",
    "webpage": "web",
}
"""Lists of sources by CSL type; other types stand with the reports. Who follows a citation loads one list, not all."""


def sort_of(source: Source) -> str:
    """The list in which a source stands."""
    return "country" if source.keyword == "country" else SOURCE_SORTS.get(source.type, "reports")


def sources(sort: str) -> str:
    """One list of sources. `sources("law")` gives `"reference/sources/law.md"`."""
    return f"reference/sources/{sort}.md"


def source(source: Source) -> str:
    """The reference of a source."""
    return f"{sources(sort_of(source))}#{source.id}"


def facts(module: str) -> str:
    """The facts of a module; those that no module uses stand on the first page.

    `facts("first-aid")` gives `"reference/facts/first-aid.md"`; `facts("")` gives `"reference/facts/index.md"`.
    """
    return f"reference/facts/{module}.md" if module else FACTS


def countries(group: str) -> str:
    """One part of the country sheets, side by side. `countries("health")` gives `"reference/countries/health.md"`."""
    return f"reference/countries/{group}.md"


def country(group: str) -> str:
    """One part of the country sheet. `country("health")` gives `"reference/country/health.md"`."""
    return f"reference/country/{group}.md"


def entry(entry: CountryEntry) -> str:
    """An entry of the country sheet."""
    return f"{country(entry.group)}#{anchor(entry.id)}"


def anchor(id_: str) -> str:
    """The anchor of an entry: an attribute list ends an id at a dot.

    `anchor("health.naloxone")` gives `"health-naloxone"`.
    """
    return id_.replace(".", "-")


def programme(id_: str) -> str:
    """The overview of a programme. `programme("two-day")` gives `"programmes/two-day/index.md"`."""
    return f"programmes/{id_}/index.md"


def session(programme_id: str, id_: str) -> str:
    """A session of a programme. `session("two-day", "opening")` gives `"programmes/two-day/opening.md"`."""
    return f"programmes/{programme_id}/{id_}.md"


def session_for(role: Role, programme_id: str, id_: str) -> str:
    """Where a role finds a session: participants see the programme alone."""
    return session(programme_id, id_) if role == "facilitator" else f"{programme(programme_id)}#{id_}"


def run(id_: str) -> str:
    """The run sheet of a programme, for facilitators. `run("two-day")` gives `"run/two-day.md"`."""
    return f"run/{id_}.md"


def run_day(id_: str, day: int) -> str:
    """What the run sheet shows of a day: a script with data, for facilitators.

    `run_day("two-day", 0)` gives `"assets/workshop/run/two-day-1.js"`.
    """
    return f"assets/workshop/run/{id_}-{day + 1}.js"


def room(plan: str, people: int | None) -> str:
    """The drawing of a room, which many pages show.

    `room("circle", 24)` gives `"assets/workshop/rooms/circle-24.svg"`; `room("circle", None)` gives
    `"assets/workshop/rooms/circle.svg"`.
    """
    return f"assets/workshop/rooms/{plan}{f'-{people}' if people else ''}.svg"


def supplies(programme_id: str) -> str:
    """Materials and print run of a programme, for facilitators.

    `supplies("two-day")` gives `"programmes/two-day/materials.md"`.
    """
    return f"programmes/{programme_id}/materials.md"


def module(id_: str) -> str:
    """What participants read. `module("first-aid")` gives `"modules/first-aid/index.md"`."""
    return f"modules/{id_}/index.md"


def knowledge_check(id_: str) -> str:
    """The questions of a module. `knowledge_check("first-aid")` gives `"modules/first-aid/check.md"`."""
    return f"modules/{id_}/check.md"


def knowledge_check_key(id_: str) -> str:
    """The answers, for facilitators. `knowledge_check_key("first-aid")` gives `"modules/first-aid/check-key.md"`."""
    return f"modules/{id_}/check-key.md"


def slides(id_: str) -> str:
    """Slides and speaker notes of a module, for facilitators.

    `slides("first-aid")` gives `"modules/first-aid/slides.md"`.
    """
    return f"modules/{id_}/slides.md"


def drawing(id_: str) -> str:
    """A drawing of the kit. `drawing("gloves")` gives `"assets/drawings/gloves.svg"`."""
    return f"assets/drawings/{id_}.svg"


def film(figure: str, file: str) -> str:
    """The film of a figure. `film("door", "door.mp4")` gives `"assets/films/door.mp4"`."""
    return f"assets/films/{figure}.{file.rpartition('.')[2]}"


def handout(id_: str) -> str:
    """A handout. `handout("card")` gives `"handouts/card.md"`."""
    return f"handouts/{id_}.md"


def case(id_: str) -> str:
    """A case study. `case("the-yard")` gives `"cases/the-yard.md"`."""
    return f"cases/{id_}.md"


def debrief(id_: str) -> str:
    """Debrief and key of a case study, for facilitators. `debrief("the-yard")` gives `"cases/the-yard-debrief.md"`."""
    return f"cases/{id_}-debrief.md"


def thumb(kind: str, id_: str) -> str:
    """The small picture of a paper. `thumb("handout", "card")` gives `"assets/workshop/thumbs/handout-card.webp"`."""
    return f"assets/workshop/thumbs/{kind}-{id_}.webp"


def form(id_: str) -> str:
    """A test or an evaluation form. `form("evaluation")` gives `"forms/evaluation.md"`."""
    return f"forms/{id_}.md"


def form_key(id_: str) -> str:
    """How a form is counted, for facilitators. `form_key("evaluation")` gives `"forms/evaluation-key.md"`."""
    return f"forms/{id_}-key.md"


def event(id_: str) -> str:
    """The report of a workshop that took place, for facilitators. `event("spring")` gives `"events/spring.md"`."""
    return f"events/{id_}.md"


def academy_module(id_: str) -> str:
    """How to put one module into a course. `academy_module("first-aid")` gives `"academy/first-aid/index.md"`."""
    return f"academy/{id_}/index.md"


def path_of(kind: str, target: str, role: Role = "facilitator") -> str:
    """The page that a `{link:kind/target}` leads to, for a role."""
    if kind == "session":
        programme_id, _, id_ = target.partition("/")
        return session_for(role, programme_id, id_)
    return {"module": module, "handout": handout, "case": case}[kind](target)
