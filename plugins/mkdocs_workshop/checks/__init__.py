"""The rules of a good curriculum: a table of code, severity, function and advice."""

import datetime as dt
import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, cast

from ..ground import doors
from ..ground.problems import Kind, Listed, Problem
from ..language import catalogue_gates
from ..reading import base, base_then, ids, local, marks, media, validate, yaml
from ..reading.curriculum import Curriculum
from ..reading.translation import back, gates, overview, pages, po, readings_check
from . import (
    bank,
    cues,
    delivered,
    events,
    evidence,
    fit,
    gate,
    guidance,
    instruments,
    logic,
    old_keys,
    outcomes,
    paper,
    personal,
    pinned,
    places,
    safe,
    sizes,
    slides,
    teaching,
    texts,
    times,
    translations,
    ways,
    words,
)
from .apart import problems_apart
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
    """Whether it tells what is due for checking; with `strict_facts` that is an error."""
    apart: bool = False
    """Whether it looks at one file after the other, on no day in particular; see `apart`."""


def _rule(code: str, title: str, advice: str, find: Callable[[Curriculum], Iterator[Finding]], **more: bool) -> Rule:
    return Rule(code, Kind(title, advice), lambda curriculum, _: find(curriculum), **more)


def _warning(code: str, title: str, advice: str, find: Callable[[Curriculum], Iterator[Finding]], **more: bool) -> Rule:
    return Rule(code, Kind(title, advice, "warning"), lambda curriculum, _: find(curriculum), **more)


def _notice(code: str, title: str, advice: str, find: Callable[[Curriculum, dt.date], Iterator[Finding]]) -> Rule:
    return Rule(code, Kind(title, advice, "notice"), find, dated=True)


def _advice(code: str, title: str, advice: str, find: Callable[[Curriculum], Iterator[Finding]], **more: bool) -> Rule:
    return Rule(code, Kind(title, advice, "notice"), lambda curriculum, _: find(curriculum), **more)


RULES: tuple[Rule, ...] = (
    _warning("P140", "Too many slides with bullets", "Give what is said a form: `steps`, `cards`, `timeline`, `contrast`, `question`, `figure`; often only `layout` changes.", slides.few_bullets),
    _warning("P141", "A line of an easy edition that is not easy", "Say one thing with at most twelve short words, or make two lines of it.", texts.easy_lines_short),
    _rule("W053", "Files for a later version", "Install the version that they are written for.", old_keys.newer_format),
    _advice("W070", "An activity that usually takes other minutes than planned", "Change its minutes or its steps.", delivered.off),
    _advice("W071", "An activity for which there is usually no time", "Leave it out of the programme, say `droppable: true`, or shorten what comes before.", delivered.left_out),
    _warning("W072", "Minutes of a workshop that nobody described", "Write `event.yml` beside them, or move them.", delivered.belongs, whole=True),
    _advice("W080", "An outcome that nobody can see", "Begin with what people do: name, explain, show, choose, decide, compare.", outcomes.outcome_observable),
    _advice("W081", "A level that does not fit the verb of the outcome", "Change `level`, or the verb: explain (understand), use (apply), compare (analyse), judge (evaluate), draft (create).", outcomes.level_fits_verb),
    _warning("W086", "Advice that rests on nobody who is trusted for it", "Find it with one of the issuers under `guidance` in `curriculum.yml`; if nobody can, give it the confidence `M` or `L`, so that readers are told.", guidance.issuer_trusted, whole=True),
    _rule("W087", "A kind of guidance that the curriculum does not know", "Name it under `guidance` in `curriculum.yml`, or correct the word.", guidance.kind_known, whole=True),
    _rule("W088", "A newer version below an older one", "Put the newest change first: the first one names the version that papers print.", logic.newest_first),
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
    _rule("W421", "Stations that do not fit into their activity", "Give the activity more minutes, shorten the longest station, or take one away.", times.stations_fit),
    _warning("W422", "Stations that do not fit their people", "Add a station, or teach in two groups; with few people leave a station out.", times.people_at_stations),
    _rule("W423", "A slot that does not begin at its fixed time", "Change what comes before, or `fixed`.", pinned.fixed_holds),
    _warning("W424", "A day with more working minutes than agreed", "Take something out, or change `net_max`.", pinned.net_most),
    _warning("W425", "A half day without slack", "Give ranges to activities and `min` to breaks, or take something out.", pinned.slack_left, whole=True),
    _rule("W501", "An outcome that no activity serves", "Name it in `outcomes` of an activity, or drop it.", teaching.outcome_served),
    _rule("W502", "An outcome that nothing assesses", "Ask for it in `check.yml`, or name it in `assesses` of an activity.", teaching.outcome_assessed, whole=True),
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
    _rule("W515", "A text that does not fit on its slide", "Say it with fewer words, or make two slides of it; details belong into the notes.", slides.slide_fits, apart=True),
    _rule("W516", "A drawing whose words are too small on a slide", "Show another figure, or say it in points; the reading has room for the drawing.", slides.figure_fits, apart=True),
    _warning("W521", "Words to be said that are too many for one breath", "At most 25 words, as one says them.", cues.say_short),
    _warning("W522", "An objection that is too long", "At most 12 words, as somebody calls it out.", cues.objection_short),
    _warning("W523", "An answer that is too long", "At most 45 words; the reading has room for more.", cues.answer_short),
    _warning("W524", "Too many cues at one step", "At most 4; move some to another step, to the speaker notes, or drop them.", cues.few_at_a_step),
    _rule("W525", "A cue at a step that does not exist", "Name a step of this activity, or leave `at` out for the whole activity.", cues.step_of_cue),
    _rule("W526", "A step to leave out that does not exist", "Name steps of this activity in `drops`.", cues.dropped_steps),
    _advice("W527", "A shortcut without the minutes that it saves", "Write `if_short: {text: ..., saves: 5}`.", cues.minutes_saved),
    _warning("W528", "Cues that do not say what the room will do", "Add an `objection` with its `answer`, or an `expect`.", cues.room_answers),
    _rule("W529", "A `say` without spoken words", "Write what the facilitator says, word by word; what he does is a `do`.", cues.say_spoken),
    _advice("W531", "The longest option is the right one too often", "Make wrong options as long and as exact as the right one, or shorten the right one; aim at one in four.", bank.longest_is_right),
    _advice("W532", "True and false are out of balance", "Turn some statements round; neither answer should be right in more than two of three.", bank.one_sided),
    _advice("W533", 'A question that turns on a "not"', "Ask for what is right, or make a statement of it that is true or false.", bank.negated),
    _advice("W534", "A statement that may say two things", "Make two statements of it, or ask for the one that matters.", bank.two_ideas),
    _advice("W535", "All statements of a form point one way", "Turn some of them round, so that somebody who ticks one column can be seen.", bank.one_direction),
    _advice("W536", "A scale that runs the other way round than in another form", "Give both forms one direction; whoever fills in both on one day mixes them up.", bank.opposite_scales),
    _rule("W537", "A line of an observation without a skill", "Name in `outcomes` what it shows, as `module-id/outcome-id`; what people know is asked in a test.", instruments.observed, whole=True),
    _warning("W541", "An activity that is never taught", "Schedule it, or take it out of the module.", logic.activity_scheduled, whole=True),
    _warning("W542", "An outcome that the programme does not serve", "Schedule an activity that serves it.", logic.outcome_taught, whole=True),
    _advice("W543", "A module before what it builds on", "Change the order, or `prerequisites`; if it is meant, write the reason as `early` into its slot.", logic.prerequisite_first),
    _rule("W544", "A decision path that does not come to an end", "Give every answer a goal, and let one way lead to a box with `end: true`.", ways.never_ends),
    _rule("W545", "A box that no way leads to", "Lead a way to it with `next`, `yes` or `no`, or take it out.", ways.not_reached),
    _advice("W546", "A decision path that comes back", "If it is meant, say in the box how often; otherwise lead it on.", ways.comes_back),
    _advice("W547", "Fewer or more slides than advised", "Add what is missing, or move details into the notes.", sizes.slide_count),
    _advice("W548", "Fewer or more questions than advised", "Ask what must stay, and no more.", sizes.question_count),
    _advice("W549", "Slides that follow each other fast", "Mark what is shown only if somebody asks as `spare`, or give the session more minutes.", sizes.slide_pace),
    _advice("W550", "A topic with very few minutes", "Give it more time, or write the `reason` beside it in `topics.yml`.", sizes.topic_minutes, whole=True),
    _rule("W601", "Raw HTML in a text", "Write Markdown; HTML does not reach paper or Word.", safe.raw_html, apart=True),
    _rule("W602", "A picture without a text for those who can not see it", "Draw it as a figure of the module; its `alt` says what it shows.", texts.alt_text),
    _rule("W603", "Headings skip a level", "Sub-headings in a text begin with `###` and go down one level at a time.", texts.heading_levels),
    _rule("W604", "A heading without an id", "Add a stable id: `### Title {#id}`.", texts.heading_ids),
    _rule("W605", "A link text that says nothing", "Write where the link leads.", texts.link_texts),
    _rule("W606", "A picture or link that leads nowhere", "Link to an address with `https:`; draw pictures as figures of the module.", safe.targets, apart=True),
    _warning("W607", "A discouraged word", "Use the preferred word.", words.discouraged, apart=True),
    _warning("W608", "A bare figure about the world", "Put it into `facts.yml` with its source, and write `{fact:id}`.", words.bare_figures, apart=True),
    _warning("W609", "A fact of one country in a module", "Put it into the country sheet, and write `{country:...}`.", words.country_facts),
    _rule("W610", "A list of attributes in a text", "Take the braces away; only the id of a heading, `{#id}`, may stand in them.", safe.attribute_lists, apart=True),
    _advice("W621", "A term with the keys `ru` and `kk`", "`workshop migrate` writes `languages: {ru: ..., kk: ...}`; any language code may stand there.", old_keys.languages_of_terms),
    _rule("W701", "A figure without a year", "Give the year of the data.", evidence.undated),
    _notice("W702", "A fact that is due for checking", "Hold it against its source and move `review_by`.", evidence.stale_facts),
    _notice("W703", "A country entry that is due for checking", "Ask locally and move `checked_on` and `review_by`.", evidence.stale_entries),
    _notice("W704", "A module that is due for review", "Read it against its sources and move `reviewed` and `review_by`.", evidence.stale_modules),
    _advice("W705", "Facts that nobody has dated", 'Hold them against their sources and write the day as `checked_on`. The page "What is due" lists them.', evidence.unchecked),
    _rule("W706", "A figure where a sentence should stand", "Build the sentence around the mark, or name a fact without a `value`.", evidence.figure_as_sentence),
    _advice("W711", "A text that waits for its readers", "Give it to them. `workshop waiting` prints the lines for `reviews.yml`.", gate.waits),
    _rule("W712", "A review of a text that asks for no readers", "Correct `file`, or take the entry away.", gate.unknown_file, whole=True),
    _advice("W713", "A review of words that have changed since", "Have it read again, and write the new mark.", gate.changed_since),
    _rule("W714", "A programme teaches a module that is held back", "Take it out of the programme, or have it read.", gate.taught_all_the_same, whole=True),
    _rule("W801", "A letter that the printed fonts do not have", "Use another letter or sign; paper would show an empty box.", paper.letters, apart=True),
    _rule("W802", "A table with too many columns for its paper", "Turn rows and columns round, split the table, or choose larger paper.", paper.wide_tables),
    _rule("W803", "A word that is too long for its paper", "Use a shorter word, or put a hyphen or a space where it may be divided.", paper.long_words, apart=True),
    _rule("W811", "Sums without their workshop", "Write `event.yml` beside them, or move them.", events.belongs, whole=True),
    _rule("W812", "Sums that do not fit their form", "Give one number for each answer of the form, in its order; see `results.yml` in the YAML reference.", events.fits, whole=True),
    _rule("W813", "A number that stands for fewer than five people", "Write `null` for the whole row, so that it can not be computed. `workshop report EVENT --write-results` does it.", events.small),
    _warning("W814", "A form that is counted, without figures", "Run `workshop report EVENT --write-results`, or say why there are none: `not-published`, `not-used`, `not-known`.", events.counted, whole=True),
    _rule("W852", "A country sheet that inherits in a circle", "Take `inherits` out of one of them.", places.in_circles, whole=True),
    _warning("W853", "A country sheet that lacks what texts ask for", "Add the entry without a value: a blank is honest. `workshop new country CODE` writes all of them.", places.lacking, whole=True),
)  # fmt: skip
"""All rules, in the order of their codes."""

ALL_KINDS: Mapping[str, Kind] = {
    **yaml.KINDS,
    **validate.KINDS,
    **base.KINDS,
    **base_then.KINDS,
    **media.KINDS,
    **local.KINDS,
    **ids.KINDS,
    **marks.KINDS,
    **{rule.code: rule.kind for rule in RULES},
    **paper.KINDS,
    **fit.KINDS,
    **personal.KINDS,
    **doors.KINDS,
    **po.KINDS,
    **overview.KINDS,
    **gates.KINDS,
    **readings_check.KINDS,
    **pages.KINDS,
    **back.KINDS,
    **translations.KINDS,
    **catalogue_gates.KINDS,
}
"""Every code of ours that an author can meet."""


def added_rules() -> Iterator[Rule]:
    """The rules that installed packages add."""
    for _, found, _ in doors.added(doors.CHECKS):
        if _are_rules(found):
            yield from cast("Sequence[Rule]", found)


def _are_rules(found: object) -> bool:
    # `W` is the letter of our own codes: what others add can never take one of them.
    return isinstance(found, tuple | list) and all(
        isinstance(rule, Rule) and not rule.code.startswith("W") for rule in found
    )


def _is_kind(found: object) -> bool:
    return isinstance(found, doors.DocumentKind) and "en" in found.words


def run(
    curriculum: Curriculum,
    today: dt.date,
    complete: bool = True,
    strict_facts: bool = False,
    keep: Path | None = None,
) -> list[Problem]:
    """All findings as problems.

    `complete` says that every file could be read; without it, rules about the whole are left out. With `strict_facts`, what
    is due for checking is an error. Below the folder `keep` it is kept what rules find that look at one file after the other.
    """
    problems = list(doors.unusable(doors.CHECKS, _are_rules, "sequence of rules with codes of its own"))
    problems += doors.unusable(doors.DOCUMENTS, _is_kind, "kind of document with an English word")
    whole = [rule for rule in (*RULES, *added_rules()) if not rule.apart and (complete or not rule.whole)]
    problems += _found(whole, today, strict_facts, curriculum)
    one_by_one = functools.partial(_found, [rule for rule in RULES if rule.apart], today, strict_facts)
    return [*problems, *problems_apart(curriculum, one_by_one, keep if complete else None)]


def _found(rules: Sequence[Rule], today: dt.date, strict_facts: bool, curriculum: Curriculum) -> Iterator[Problem]:
    """What some rules find, as problems."""
    for rule in rules:
        severity = "error" if strict_facts and rule.dated else rule.kind.severity
        listed = Listed()
        for finding in rule.find(curriculum, today):
            source_ = finding.file.source
            if not listed.room(rule.code, source_.path):
                continue
            place = (
                source_.place_in_text(finding.loc, finding.fragment) if finding.fragment else source_.place(finding.loc)
            )
            advice = finding.advice or rule.kind.advice
            yield Problem(place, rule.code, finding.message, advice, severity, source_.line(place.line))
        yield from listed.rest(severity)
