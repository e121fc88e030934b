"""The rules of a good curriculum: a table of code, severity, function and advice."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from .. import library, links, media, source, text
from ..curriculum import Curriculum
from ..model import validate
from ..problems import Kind, Problem
from . import bank, events, evidence, gate, instruments, paper, personal, slides, teaching, texts, times, words
from .finding import Finding

__all__ = ["ALL_KINDS", "RULES", "Rule", "run"]


class Rule(NamedTuple):
    """A rule: what it looks for, how bad it is, what to do."""

    code: str
    kind: Kind
    find: Callable[[Curriculum, dt.date], Iterator[Finding]]
    whole: bool = False
    """Whether it makes sense only when every file could be read."""
    dated: bool = False
    """Whether it is about something that is due on a day; strict facts make an error of it."""


def _rule(code: str, title: str, advice: str, find: Callable[[Curriculum], Iterator[Finding]], **more: bool) -> Rule:
    return Rule(code, Kind(title, advice), lambda curriculum, _: find(curriculum), **more)


def _warning(code: str, title: str, advice: str, find: Callable[[Curriculum], Iterator[Finding]], **more: bool) -> Rule:
    return Rule(code, Kind(title, advice, "warning"), lambda curriculum, _: find(curriculum), **more)


def _notice(code: str, title: str, advice: str, find: Callable[[Curriculum, dt.date], Iterator[Finding]]) -> Rule:
    return Rule(code, Kind(title, advice, "notice"), find, dated=True)


def _remark(code: str, title: str, advice: str, find: Callable[[Curriculum], Iterator[Finding]]) -> Rule:
    return Rule(code, Kind(title, advice, "notice"), lambda curriculum, _: find(curriculum))


RULES: tuple[Rule, ...] = (
    _rule("W401", "Steps do not add up to their activity", "Change the minutes of the steps or of the activity.", times.steps_add_up),
    _rule("W402", "Some steps have minutes, others have none", "Give minutes to all steps of the activity, or to none.", times.steps_all_or_none),
    _rule("W403", "A session is too short for its activities", "Give the session more minutes, or shorten an activity.", times.session_over),
    _rule("W404", "A session is longer than its activities", "Give the session fewer minutes, or add to an activity.", times.session_under),
    _rule("W405", "A day runs past its end", "Cut as named, or change `end_by`.", times.day_over),
    _rule("W406", "The working minutes of a day differ from the plan", "Change the slots or `net_minutes`.", times.net_minutes),
    _rule("W407", "A break that would grow when it is cut", "`min` must not be above `minutes`.", times.pause_range),
    _warning("W408", "Suspiciously uniform timings", "Time each part for what happens in it.", times.uniform),
    _warning("W409", "More than two and a half hours without a break", "Put a break in between.", times.no_break),
    _warning("W410", "A case study does not fit into its activity", "Give the activity at least the minutes of the case.", times.case_fits),
    _rule("W501", "An outcome that no activity serves", "Name it in `outcomes` of an activity, or drop it.", teaching.outcome_served),
    _rule("W502", "An outcome that nothing assesses", "Ask for it in `check.yml`, or name it in `assesses` of an activity.", teaching.outcome_assessed),
    _rule("W503", "A topic that no module covers", "Name it in `topics` of an activity.", teaching.topic_in_module, whole=True),
    _rule("W504", "A topic that no session of the programme covers", "Schedule an activity that covers it.", teaching.topic_in_session, whole=True),
    _rule("W505", "A handout that is never given out", "Name it in `handouts` of an activity.", teaching.handout_used, whole=True),
    _rule("W506", "A case study that is never used", "Name it in `cases` of an activity.", teaching.case_used, whole=True),
    _warning("W507", "A figure that is never shown", "Put `{figure:...}` into a text, or show it on a slide.", teaching.figure_used, whole=True),
    _warning("W508", "A slide that is never shown", "Name it in `slides` of an activity.", teaching.slide_shown),
    _warning("W509", "Too many words on a slide", "At most 40; move the rest into the speaker notes.", teaching.slide_words),
    _warning("W510", "A case study without a variant for an audience", "Write a variant for each audience of the module.", teaching.case_variants),
    _warning("W511", "A module that no programme schedules", "Add it to a programme.", teaching.module_scheduled, whole=True),
    _warning("W512", "A module without reading, knowledge check or deck", "Write it, or start it with `workshop new`.", teaching.module_complete, whole=True),
    _rule("W513", "A statement of a test without dimension or direction", "Give it `dimension` and `better`; without them the results can not be read.", instruments.scored),
    _rule("W514", "A shared statement that differs between instruments", "Make text, dimension, direction and scale the same, or take `shared` away.", instruments.shared),
    _rule("W515", "A text that does not fit on its slide", "Say it with fewer words, or make two slides of it; details belong into the notes.", slides.slide_fits),
    _rule("W516", "A drawing whose words are too small on a slide", "Show another figure, or say it in points; the reading has room for the drawing.", slides.figure_fits),
    _remark("W531", "The longest option is the right one too often", "Make wrong options as long and as exact as the right one, or shorten the right one; aim at one in four.", bank.longest_is_right),
    _remark("W532", "True and false are out of balance", "Turn some statements round; neither answer should be right in more than two of three.", bank.one_sided),
    _remark("W533", 'A question that turns on a "not"', "Ask for what is right, or make a statement of it that is true or false.", bank.negated),
    _remark("W534", "A statement that may say two things", "Make two statements of it, or ask for the one that matters.", bank.two_ideas),
    _remark("W535", "All statements of a form point one way", "Turn some of them round, so that somebody who ticks one column can be seen.", bank.one_direction),
    _remark("W536", "A scale that runs the other way round than in another form", "Give both forms one direction; whoever fills in both on one day mixes them up.", bank.opposite_scales),
    _rule("W601", "Raw HTML in a text", "Write Markdown; HTML does not reach paper or Word.", texts.raw_html),
    _rule("W602", "A picture without a text for those who can not see it", "Write what it shows: `![text](file)`.", texts.alt_text),
    _rule("W603", "Headings skip a level", "Sub-headings in a text begin with `###` and go down one level at a time.", texts.heading_levels),
    _rule("W604", "A heading without an id", "Add a stable id: `### Title {#id}`.", texts.heading_ids),
    _rule("W605", "A link text that says nothing", "Write where the link leads.", texts.link_texts),
    _rule("W606", "A picture or link that leads nowhere", "Only `https:` addresses, and pictures inside the module, are allowed.", texts.targets),
    _warning("W607", "A discouraged word", "Use the preferred word.", words.discouraged),
    _warning("W608", "A bare figure about the world", "Put it into `facts.yml` with its source, and write `{fact:id}`.", words.bare_figures),
    _warning("W609", "A fact of one country in a module", "Put it into the country sheet, and write `{country:...}`.", words.country_facts),
    _rule("W701", "A figure without a year", "Give the year of the data.", evidence.undated),
    _notice("W702", "A fact that is due for checking", "Hold it against its source and move `review_by`.", evidence.stale_facts),
    _notice("W703", "A country entry that is due for checking", "Ask locally and move `checked_on` and `review_by`.", evidence.stale_entries),
    _notice("W704", "A module that is due for review", "Read it against its sources and move `reviewed` and `review_by`.", evidence.stale_modules),
    _remark("W705", "Facts that nobody has dated", 'Hold them against their sources and write the day as `checked_on`. The page "What is due" lists them.', evidence.unchecked),
    _remark("W711", "A text that waits for its readers", "Give it to them. `workshop waiting` prints the lines for `reviews.yml`.", gate.waits),
    _rule("W712", "A review of a text that asks for no readers", "Correct `file`, or take the entry away.", gate.unknown_file, whole=True),
    _remark("W713", "A review of words that have changed since", "Have it read again, and write the new mark.", gate.changed_since),
    _rule("W714", "A programme teaches a module that is held back", "Take it out of the programme, or have it read.", gate.taught_all_the_same, whole=True),
    _rule("W801", "A letter that the printed fonts do not have", "Use another letter or sign; paper would show an empty box.", paper.letters),
    _rule("W802", "A table with too many columns for its paper", "Turn rows and columns round, split the table, or choose larger paper.", paper.wide_tables),
    _rule("W803", "A word that is too long for its paper", "Use a shorter word, or put a hyphen or a space where it may be divided.", paper.long_words),
    _rule("W811", "Sums without their workshop", "Write `event.yml` beside them, or move them.", events.belongs, whole=True),
    _rule("W812", "Sums that do not fit their form", "Give one number for each answer of the form, in its order; see `results.yml` in the YAML reference.", events.fits, whole=True),
    _rule("W813", "A number that stands for fewer than five people", "Write `null` for it, and for a second one so that it can not be computed. `workshop report EVENT --write-results` does both.", events.small),
)  # fmt: skip
"""All rules, in the order of their codes."""

ALL_KINDS: Mapping[str, Kind] = {
    **source.KINDS,
    **validate.KINDS,
    **library.KINDS,
    **media.KINDS,
    **links.KINDS,
    **text.KINDS,
    **{rule.code: rule.kind for rule in RULES},
    **paper.KINDS,
    **personal.KINDS,
}
"""Every code that an author can meet."""


def run(curriculum: Curriculum, today: dt.date, complete: bool = True, strict_facts: bool = False) -> list[Problem]:
    """All findings as problems.

    `complete` says that every file could be read; without it, rules about the whole are left out. With `strict_facts`, what
    is due for checking is an error.
    """
    problems = []
    for rule in RULES:
        if rule.whole and not complete:
            continue
        severity = "error" if strict_facts and rule.dated else rule.kind.severity
        for finding in rule.find(curriculum, today):
            source_ = finding.file.source
            place = (
                source_.place_in_text(finding.loc, finding.fragment) if finding.fragment else source_.place(finding.loc)
            )
            advice = finding.advice or rule.kind.advice
            problems.append(Problem(place, rule.code, finding.message, advice, severity, source_.line(place.line)))
    return problems
