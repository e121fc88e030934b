"""`python -m tests.bench.papers WHAT CACHE`: makes documents of the curriculum in this folder, to be timed as a whole process.

WHAT is `load` (reads the curriculum alone), `papers` (handouts and case studies as PDF), `weasyprint` (the same texts through
WeasyPrint), `packages` (for learning platforms), or `all` (everything that can be downloaded).
"""

import io
import itertools
import sys
from collections.abc import Iterator
from pathlib import Path

from mkdocs_workshop.documents.html import html, words
from mkdocs_workshop.documents.sheet import Sheet
from mkdocs_workshop.documents.sheets import case_sheet, handout_sheet
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.curriculum import load


def _edition(cache: Path, variants: bool) -> Edition:
    whole, _, complete = load(Path.cwd() / "curriculum", Path.cwd())
    if whole is None or not complete:
        raise SystemExit("the curriculum can not be read")
    return Edition(whole, catalogue("en"), cache, variants)


def _sheets(edition: Edition) -> Iterator[Sheet]:
    for parts in edition.curriculum.modules.values():
        yield from (handout_sheet(edition, parts, id_, handout) for id_, handout in parts.handouts.items())
        yield from (case_sheet(edition, parts, id_, case) for id_, case in parts.cases.items())


def _page(sheet: Sheet) -> str:
    body = "".join(f"<h2>{words(part.title)}</h2>{html(part.blocks)}" for part in sheet.parts)
    style = f"@page{{size:{sheet.size};margin:18mm}}body{{font-size:10.5pt}}td,th{{border-bottom:.5pt solid #ccc}}"
    head = f'<meta charset="utf-8"><title>{words(sheet.title)}</title><style>{style}</style>'
    return f'<html lang="en"><head>{head}</head><body><h1>{words(sheet.title)}</h1>{body}{html(sheet.closing)}</body></html>'


def main(what: str, cache: Path) -> None:
    """Makes what is asked for and says how much of it there is."""
    edition = _edition(cache, variants=what == "all")
    made = 0
    if what == "papers":
        from mkdocs_workshop.documents.papers import paper_pdfs

        made = sum(len(file.data) for file in paper_pdfs(edition))
    elif what == "weasyprint":
        from weasyprint import HTML
        from weasyprint.text.fonts import FontConfiguration

        fonts = FontConfiguration()
        for sheet in _sheets(edition):
            out = io.BytesIO()
            HTML(string=_page(sheet)).write_pdf(out, pdf_variant="pdf/ua-1", font_config=fonts)
            made += len(out.getvalue())
    elif what == "packages":
        from mkdocs_workshop.packages.backup import backups
        from mkdocs_workshop.packages.cartridge import cartridges
        from mkdocs_workshop.packages.embed import embed_pages
        from mkdocs_workshop.packages.question_files import question_files
        from mkdocs_workshop.packages.scorm import scorm_packages

        makers = (scorm_packages, embed_pages, question_files, backups, cartridges)
        made = sum(len(file.data) for file in itertools.chain(*(maker(edition) for maker in makers)))
    elif what == "all":
        from mkdocs_workshop.deliver.downloads import make_downloads

        made = sum(len(file.data) for file in make_downloads(edition))
    print(what, made)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
