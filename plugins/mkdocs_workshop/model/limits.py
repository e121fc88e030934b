"""How long some texts may be, in words."""

MAX_SAY = 25
MAX_OBJECTION = 12
MAX_ANSWER = 45
"""What can be said in one breath, and what can be read in a glance."""
MAX_SLIDE_WORDS = 40
"""On one slide, all its texts together."""
