"""Two invented instruments with every kind of item, an invented workshop, and sheets that nobody has filled in."""

import datetime as dt
import random
from pathlib import Path

from mkdocs_workshop.commands.new import start
from mkdocs_workshop.reading.curriculum import Curriculum, load
from mkdocs_workshop.reading.events import EventParts
from mkdocs_workshop.reports.answers import Sheet
from mkdocs_workshop.teaching.columns import CODE, GROUP, MOMENT, columns_of

TEST = """\
title: Before and after
kind: test
audiences: [police]
purpose: For tests.
moments: [before, after, later]
instructions: Answer.
code: true
scales:
  - id: agreement
    points:
      - {value: 1, label: Strongly agree}
      - {value: 2, label: Agree}
      - {value: 3, label: Undecided}
      - {value: 4, label: Disagree}
      - {value: 5, label: Strongly disagree}
sections:
  - id: statements
    title: Statements
    items:
      - {id: first, kind: statement, scale: agreement, dimension: knowledge, better: low, text: The first statement.}
      - {id: second, kind: statement, scale: agreement, dimension: knowledge, better: high, text: The second statement.}
      - {id: third, kind: statement, scale: agreement, dimension: skill, better: low, text: The third statement.}
notes: None.
"""

EVALUATION = """\
title: What did you think?
kind: evaluation
audiences: [police, civil-society]
purpose: For tests.
moments: [after]
instructions: Answer.
scales:
  - id: agreement
    points:
      - {value: 1, label: Strongly disagree}
      - {value: 2, label: Disagree}
      - {value: 3, label: Undecided}
      - {value: 4, label: Agree}
      - {value: 5, label: Strongly agree}
  - id: use
    points:
      - {value: 1, label: No use to me}
      - {value: 2, label: Little use}
      - {value: 3, label: Useful}
      - {value: 4, label: Very useful}
sections:
  - id: all
    title: All
    items:
      - {id: clear, kind: statement, scale: agreement, better: high, text: It was clear.}
      - {id: too-fast, kind: statement, scale: agreement, better: low, text: It was too fast.}
      - {id: useful, kind: statement, scale: use, text: It was of use.}
  - id: sessions
    title: Sessions
    items:
      - {id: rated, kind: sessions, scale: use, text: How useful was each session?}
  - id: rest
    title: The rest
    items:
      - {id: recommend, kind: choice, text: Would you recommend it?, choices: [{id: "yes", text: "Yes"}, {id: "no", text: "No"}]}
      - {id: took, kind: choice, several: true, text: What did you take?, choices: [{id: card, text: A card}, {id: book, text: A book}]}
      - {id: words, kind: open, text: What else?}
notes: None.
"""

EVENT = """\
title: A workshop for tests
summary: It never took place.
first_day: 2026-03-02
last_day: 2026-03-03
place: Example City
programme: PROGRAMME
people: 24
groups: [{audience: police, people: 12}, {audience: civil-society, people: 12}]
background: For tests.
forms:
  - {name: A test, instrument: tried-test, moments: [before, after], status: counted}
"""
GROUPS = """\
  - {id: police, name: Police, also: [полиция]}
  - {id: civil-society, name: Civil society, also: [гражданское общество, азаматтық қоғам]}
"""
FORMS = {"tried-test": TEST, "tried-evaluation": EVALUATION}


def world(folder: Path) -> tuple[Curriculum, EventParts]:
    """A small curriculum with these forms and this workshop, in `folder`."""
    where = folder / "curriculum"
    start(where, "curriculum", "", today=dt.date(2026, 11, 22))
    programme = next((where / "programmes").glob("*.yml")).stem
    manual = where / "curriculum.yml"
    manual.write_text(manual.read_text("utf-8").replace("audiences:\n", f"audiences:\n{GROUPS}", 1), "utf-8")
    (where / "instruments").mkdir(exist_ok=True)
    for id_, form in FORMS.items():
        (where / "instruments" / f"{id_}.yml").write_text(form, "utf-8")
    (where / "events" / "tried").mkdir(parents=True)
    (where / "events" / "tried" / "event.yml").write_text(EVENT.replace("PROGRAMME", programme), "utf-8")
    curriculum, problems, complete = load(where, folder)
    assert curriculum is not None, problems
    assert complete, problems
    return curriculum, curriculum.events["tried"]


def filled_in(curriculum: Curriculum, form: str, people: int, seed: int) -> list[Sheet]:
    """Sheets of so many people; the seed also says how far they stand apart."""
    chance = random.Random(seed)  # noqa: S311  no secret
    instrument = curriculum.instruments[form]
    columns = columns_of(instrument, next(iter(curriculum.programmes.values())))
    apart = chance.choice((0.0, 0.3, 1.0))
    sheets = []
    for person in range(people):
        group = instrument.audiences[person % len(instrument.audiences)]
        for moment in instrument.moments:
            answers: dict[str, str] = {}
            for column in columns:
                if column.name in (CODE, GROUP, MOMENT) or (column.kind == "text" and chance.random() < 0.5):
                    continue
                if column.kind == "choices":
                    ticked = [value for value in column.values if chance.random() < 0.6]
                    answers |= {column.name: " ".join(ticked)} if ticked else {}
                elif column.kind == "text":
                    answers[column.name] = "Good."
                else:
                    answers[column.name] = (
                        chance.choice(column.values) if chance.random() < apart else column.values[-1]
                    )
            sheets.append(Sheet(form, moment, group, f"P{person}", answers, "t.csv", "", person + 2))
    return sheets
