"""`workshop build`: the site, an offline copy of it, or a plain documentation folder."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .exits import CLEAN, PROBLEMS, NotDone, WrongUse
from .frame import Command, option, several
from .given import FILE, FOLDER, curriculum_option, ids_of

if TYPE_CHECKING:
    from ..ground.artifact import Role

_WHERE, _WHAT = "Where it goes", "What is built"


@click.command(
    "build", cls=Command, section="Build", short_help="Check and build the site, all or nothing.",
    examples=[
        ("workshop build", "The site in every language, into the folder `site`."),
        ("workshop build --role participant --site site-participants", "An edition without notes, keys and debriefs."),
        ("workshop build --offline --language ru", "One ZIP in Russian that opens from a stick, without a network."),
    ],
)  # fmt: skip
@option(
    "--site",
    type=FOLDER,
    metavar="DIR",
    section=_WHERE,
    help="Where the site goes (default: site).",
)
@option("--offline", is_flag=True, section=_WHERE, help="Make one ZIP that works from a stick, without a network.")
@option(
    "--out", type=FILE, metavar="ZIP", section=_WHERE, help="With --offline: where it goes (default: dist/NAME.zip)."
)
@option(
    "--markdown", type=FOLDER, metavar="DIR", section=_WHERE,
    help="Write a plain documentation folder instead, which other generators build without this plugin.",
)  # fmt: skip
@option(
    "--role", type=click.Choice(["facilitator", "participant"]), metavar="ROLE", section=_WHAT,
    help="facilitator or participant: whose edition. Participants get no notes, keys and debriefs.",
)  # fmt: skip
@option(
    "--replace-role", is_flag=True, section=_WHAT,
    help="Let the edition for participants take the place of the one for facilitators, or the reverse.",
)  # fmt: skip
@several(
    "--language", metavar="CODE", shell_complete=ids_of("language"), section=_WHAT,
    help="The languages to build; with commas, or several times (default: all that the manual publishes).",
)  # fmt: skip
@several(
    "--country", metavar="ID", shell_complete=ids_of("country"), section=_WHAT,
    help="With another country sheet: kg; several, with commas or given several times: a site for each, below SITE/ID.",
)  # fmt: skip
@option(
    "--local", type=FILE, metavar="FILE", section=_WHAT,
    help='Contacts of one district, as saved by the page "Make it ours" or in its Excel sheet: every paper comes filled in.',
)  # fmt: skip
@curriculum_option
def build(
    site: Path | None, offline: bool, out: Path | None, markdown: Path | None, role: "Role | None", replace_role: bool,
    language: tuple[str, ...], country: tuple[str, ...], local: Path | None, curriculum: Path,
) -> int:  # fmt: skip
    """Builds the site beside the old one and swaps it in only if everything is right."""
    from ..publishing.output import NotWritten
    from ..publishing.place import Refused
    from .export import export

    if not Path("mkdocs.yml").is_file():
        raise WrongUse("there is no mkdocs.yml here. Go to the project folder.")
    if wrong := _at_odds(site, out, markdown, country, language, offline=offline):
        raise WrongUse(wrong)
    try:
        if markdown is not None:
            return export(curriculum, markdown, _options(role, language, country, local))
        if offline:
            return _offline_copy(
                curriculum,
                role or "facilitator",
                out,
                replace_role=replace_role,
                languages=language,
                local=local,
                country=next(iter(country), None),
            )
        return _sites(
            site or Path("site"), curriculum, role, country, replace_role=replace_role, languages=language, local=local
        )
    except Refused as error:
        raise WrongUse(str(error)) from error
    except NotWritten as error:
        raise NotDone(str(error)) from error


def _at_odds(
    site: Path | None,
    out: Path | None,
    markdown: Path | None,
    countries: Sequence[str],
    languages: Sequence[str],
    *,
    offline: bool,
) -> str:
    """Arguments of which one would be passed over without a word, and what to do; empty if there are none."""
    if out is not None and not offline:
        return "--out names the ZIP of --offline. Add --offline, or name a folder with --site."
    if offline and site is not None:
        return "--offline makes a ZIP and no site. Name it with --out, or leave --site out."
    if markdown is not None and (site is not None or offline):
        return "--markdown writes a documentation folder and nothing else. Call the command once for each."
    if markdown is not None and (len(set(countries)) > 1 or len(set(languages)) > 1):
        return "--markdown writes one folder, for one country in one language. Call the command once for each."
    if offline and len(set(countries)) > 1:
        return "--offline makes one ZIP, for one country. Call the command once for each --country."
    return ""


def _options(
    role: "Role | None", languages: Sequence[str], countries: Sequence[str], local: Path | None
) -> dict[str, str]:
    """What was given of the options of the plugin."""
    given = (
        ("role", role),
        ("language", next(iter(languages), None)),
        ("country", next(iter(countries), None)),
        ("local", str(local.absolute()) if local else None),
    )
    return {key: value for key, value in given if value}


def _sites(
    site: Path,
    curriculum: Path,
    role: "Role | None",
    countries: Sequence[str],
    *,
    replace_role: bool,
    languages: Sequence[str],
    local: Path | None,
) -> int:
    """The site, or one for each of several countries. Raises Refused, and NotWritten, of `publishing`."""
    from .publisher import build_site

    wanted: list[str | None] = list(dict.fromkeys(countries)) or [None]
    for country in wanted:
        status = build_site(
            Path.cwd(),
            site / country if country and wanted[1:] else site,
            curriculum,
            role,
            replace_role=replace_role,
            languages=languages,
            local=local,
            country=country,
        )
        if status != 0:
            return PROBLEMS
    return CLEAN


def _offline_copy(
    folder: Path,
    role: "Role",
    out: Path | None,
    *,
    replace_role: bool,
    languages: Sequence[str],
    local: Path | None,
    country: str | None,
) -> int:
    """Builds a site for a disk and packs it into one ZIP. Raises Refused, and NotWritten, of `publishing`."""
    from ..compile import check, today
    from ..ground.cache import put
    from ..ground.problems import in_full, summary
    from ..language.interface import catalogue
    from ..publishing.archive import archive, judge_archive
    from ..publishing.languages import published_languages
    from ..publishing.options import Option
    from ..site.offline import stick, stick_name
    from .publisher import build_languages

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
