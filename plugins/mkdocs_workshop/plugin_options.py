"""The options of the plugin in `mkdocs.yml`."""

from collections.abc import Mapping
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError

from .edition import variants_of
from .reading.states import states


class WorkshopConfig(Config):
    """What stands under `plugins: - workshop:` in `mkdocs.yml`."""

    curriculum = config_options.Type(str, default="curriculum")
    """The folder with the YAML files, relative to `mkdocs.yml`."""
    cache = config_options.Type(str, default=".cache/workshop")
    """A folder for what is slow to make; it may be deleted at any time."""
    documents = config_options.Type(bool, default=True)
    """Whether the documents for paper are made; `mkdocs serve` never makes them."""
    role = config_options.Choice(("facilitator", "participant"), default="facilitator")
    """Whose edition is built. The one for participants has no notes, keys or debriefs."""
    facilitator_docs = config_options.Optional(config_options.PathSpec())
    """Hand-written pages that participants do not get, as patterns like those of `exclude_docs`."""
    language = config_options.Optional(config_options.Type(str))
    """The language of this build, for which there are PO files; the one that the texts were written in if left out."""
    languages = config_options.Optional(config_options.ListOfItems(config_options.Type(str)))
    """Other languages that `workshop build` publishes beside the one the texts were written in, each below its code: `[ru, kk]`.
    Those that `curriculum.yml` names if left out."""
    country = config_options.Optional(config_options.Type(str))
    """The country sheet of this build; the one that `curriculum.yml` names if left out."""
    published = config_options.ListOfItems(config_options.Type(str), default=[])
    """All languages of the site of which this build makes a part, that at the root first. `workshop build` gives it."""
    translations = config_options.Type(dict, default={})
    """Words of `mkdocs.yml` in other languages, names of sections above all: `{ru: {For authors: Авторам}}`."""
    before = config_options.Type(str, default="")
    """The folder of this language in the site that a build replaces. `workshop build` gives it."""
    local = config_options.Type(str, default="")
    """A file with the contacts of one district, from the page "Make it ours" or its Excel sheet. `workshop build --local` gives it;
    it does not belong into a published site."""
    offline = config_options.Type(bool, default=False)
    """Whether the site is opened from a disk, without a server."""
    variants = config_options.Type((bool, list), default=True)
    """How handouts and case studies of A4 are made besides: `[booklet, large-print]`, one of them, or false for none."""
    day_slides = config_options.Choice(("own", "all"), default="own")
    """For which programmes the slides of each day are made: for the one that the manual shows first, or for all. Every slide stands in
    the deck of its module as well."""
    bilingual = config_options.Optional(config_options.ListOfItems(config_options.Type(str)))
    """The two languages of papers that stand in both, side by side: `[ru, kk]`; `[]` for none. If left out, the two translations
    of a manual that has two."""
    course = config_options.Choice(("lesson", "pages"), default="lesson")
    """What a module is in a course for Moodle: its SCORM lesson, or pages with a quiz. Never both, so that nothing is there twice."""
    course_languages = config_options.Choice(("each", "together", "mlang"), default="each")
    """`together` makes one more course that holds all languages, each in sections of its own; it needs no add-on of Moodle. `mlang`
    makes one in which each page and question stands once, in all languages; it needs the add-on Multi-Language Content (v2)."""
    strict_facts = config_options.Type(bool, default=False)
    """Whether facts that are due for checking stop the build."""


def wanted_variants(config: WorkshopConfig) -> frozenset[str]:
    """How papers of A4 are made besides. Raises PluginError for a way that is not known."""
    try:
        return variants_of(config.variants)
    except ValueError as error:
        raise PluginError(str(error)) from error


def states_of(config: WorkshopConfig, root: Path, master: str) -> Mapping[str, str]:
    """What decides the texts of each language; nothing where a file with contacts has a hand in them. See `reading.states`."""
    return {} if config.local else states(root / config.curriculum, master, config.country)
