"""Breaks texts as tired authors, editors and damaged disks do."""

import random

SIGNS = (
    *"{}[]:,-#&*!|>'\"%@`\t\n <\\=+;", "\x00", "\x07", "\u2028", "\ufeff", "\u202e", "я", "🙂", "~", "{fact:x}", "null", "true", "- ", ": ",
    "9" * 400, "[" * 60, "{a: " * 60, "&a [*a]", "!!python/name:os.system ", "../" * 8, "--- \n", "... \n", "<img src=x onerror=pwn()>",
)  # fmt: skip
VALUES = (
    "", "[]", "{}", "3", "-1", "true", "no", "08:45", "2026-13-45", "0001-01-01", "[a, [b]]", "{a: b}", "''", "x" * 5000, "1e999",
    "99999999999999999999", ".inf", "&a [*a]", "*nothing", "!!python/name:os.system", "|", ">", "'", "[null]", "{? a}",
)  # fmt: skip


def broken(text: str, chance: random.Random) -> str:
    """The text with one to four mistakes."""
    for _ in range(chance.randint(1, 4)):
        text = chance.choice((_letters, _lines, _values, _cut))(text, chance)
    return text


def broken_bytes(data: bytes, chance: random.Random) -> bytes:
    """The bytes, some of them changed, lost or doubled."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(found) + 1)
        how = chance.randrange(4)
        if how == 0:
            found[place:place] = chance.randbytes(chance.randint(1, 4))
        elif how == 1:
            del found[place : place + chance.randint(1, 40)]
        elif how == 2 and place < len(found):
            found[place] ^= 1 << chance.randrange(8)
        elif how == 3 and chance.random() < 0.2:
            del found[place:]
    return bytes(found)


def _letters(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text) + 1)
    new: str = chance.choice(SIGNS)
    return text[:place] + new + text[place + chance.randrange(3) :]


def _lines(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    place, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    instead = chance.choice(
        ([], [lines[place]] * 2, [lines[other], lines[place]], ["  " + lines[place]], [lines[place].lstrip()])
    )
    return "".join([*lines[:place], *instead, *lines[place + 1 :]])


def _values(text: str, chance: random.Random) -> str:
    """Another value behind a key."""
    lines = text.splitlines(keepends=True)
    keyed = [index for index, line in enumerate(lines) if ": " in line]
    if not keyed:
        return text
    place = chance.choice(keyed)
    key = lines[place].partition(": ")[0]
    return "".join([*lines[:place], f"{key}: {chance.choice(VALUES)}\n", *lines[place + 1 :]])


def _cut(text: str, chance: random.Random) -> str:
    if chance.random() < 0.8:
        return text
    return text[: chance.randrange(len(text) + 1)]
