"""What the command does beyond the site: the offline copy, and calendar files. Each returns the exit status."""

import datetime as dt
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from ..compile import check, today
from ..documents.calendar import PRODUCT, calendar_file
from ..edition import Edition
from ..ground.artifact import Role
from ..ground.cache import put
from ..ground.problems import in_full, summary
from ..language.interface import catalogue
from ..publishing.archive import archive, judge_archive
from ..publishing.languages import published_languages
from ..publishing.options import Option
from ..site.offline import stick, stick_name
from .exits import CLEAN, PROBLEMS, WRONG_USE
from .publisher import build_languages


def offline_copy(
    folder: Path,
    role: Role,
    out: Path | None,
    *,
    replace_role: bool = False,
    languages: Sequence[str] = (),
    local: Path | None = None,
    country: str | None = None,
) -> int:
    """Builds a site for a disk, in some languages or in all, and packs it into one ZIP. Raises Refused, and NotWritten, of `publishing`."""
    guarded = None if replace_role else role
    if out is not None:
        judge_archive(out, Path.cwd(), folder, guarded)
    checked = check(folder.absolute(), Path.cwd(), today())
    if checked.curriculum is None:
        print(*map(in_full, checked.problems), summary(checked.problems), sep="\n\n")
        return PROBLEMS
    manual = checked.curriculum.manual
    published = published_languages(Path.cwd(), folder, languages)
    target = out or Path("dist") / stick_name(
        manual.title, manual.version, "-".join(published or [manual.language]), role
    )
    with (
        archive(target, Path.cwd(), folder, guarded) as place,
        tempfile.TemporaryDirectory() as beside,
    ):
        site = Path(beside) / "site"
        # It says what is wrong with the curriculum as well.
        options: dict[str, Option] = {"role": role, "offline": True}
        if local is not None:
            options["local"] = str(local.absolute())
        if country is not None:
            options["country"] = country
        if build_languages(Path.cwd(), site, published, options) != 0:
            return PROBLEMS
        packed = stick(site, [catalogue(code) for code in published or [manual.language]], manual.title, manual.version)
        put(place, packed)
    print(f"wrote {target} ({len(packed) / 1e6:.1f} MB)")
    return CLEAN


def write_calendar(folder: Path, programme: str, start: str, out: Path | None) -> int:
    """Writes the entries of a programme that begins on a day."""
    try:
        day = dt.date.fromisoformat(start)
    except ValueError:
        print(f"workshop: {start} is no day; write it like 2026-12-07.", file=sys.stderr)
        return WRONG_USE
    checked = check(folder.absolute(), Path.cwd(), today())
    if checked.curriculum is None:
        print(*map(in_full, checked.problems), summary(checked.problems), sep="\n\n")
        return PROBLEMS
    if programme not in checked.curriculum.programmes:
        known = ", ".join(checked.curriculum.programmes)
        print(f"workshop: there is no programme `{programme}`. There are: {known}.", file=sys.stderr)
        return WRONG_USE
    target = out or Path(f"{programme}.ics")
    try:
        if target.exists() and not _is_ours(target):
            told = f"{target} exists, and is no calendar of the workshop. Nothing was touched. Name another file with --out."
            print(f"workshop: {told}", file=sys.stderr)
            return WRONG_USE
    except OSError as error:
        return _not_written(error, target)
    edition = Edition(checked.curriculum, catalogue(checked.curriculum.language), Path(".cache/workshop"))
    try:
        put(target, calendar_file(edition, programme, day))
    except OSError as error:
        return _not_written(error, target)
    print(f"wrote {target}")
    return CLEAN


def _is_ours(path: Path) -> bool:
    """Whether a file is a calendar that this command wrote. Raises OSError where it can not be read."""
    return path.is_file() and f"PRODID:{PRODUCT}".encode() in path.read_bytes()[:200]


def _not_written(error: OSError, path: Path) -> int:
    print(f"workshop: {error.filename or path} can not be written: {error.strerror}.", file=sys.stderr)
    return PROBLEMS
