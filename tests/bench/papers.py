"""`python -m tests.bench.papers WHAT CACHE`: makes documents of the curriculum in this folder, to be timed as a whole process.

WHAT is `load` (reads the curriculum alone), `papers` (handouts and case studies as PDF), `weasyprint` (the same texts through
WeasyPrint), `packages` (for learning platforms), or `all` (everything that can be downloaded).
"""

import io
import itertools
import sys
from collections.abc import Iterator
from pathlib import Path

from mkdocs_workshop.documents.emit.html import html, words
from mkdocs_workshop.documents.emit.typst_document import document_pdf
from mkdocs_workshop.documents.papers import case_study, handout
from mkdocs_workshop.documents.tree.blocks import Block
from mkdocs_workshop.documents.tree.document import Document, Part, Section
from mkdocs_workshop.edition import ALL_VARIANTS, Edition
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.curriculum import load


def _edition(cache: Path, variants: frozenset[str]) -> Edition:
    whole, _, complete = load(Path.cwd() / "curriculum", Path.cwd())
    if whole is None or not complete:
        raise SystemExit("the curriculum can not be read")
    return Edition(whole, catalogue("en"), cache, variants)


def _papers(edition: Edition) -> Iterator[Document]:
    for parts in edition.curriculum.modules.values():
        yield from (handout(edition, parts, id_) for id_ in parts.handouts)
        yield from (case_study(edition, parts, id_) for id_ in parts.cases)


def _page(sheet: Document) -> str:
    body = "".join(_part(part) for part in sheet.parts)
    style = f"@page{{size:{sheet.size};margin:18mm}}body{{font-size:10.5pt}}td,th{{border-bottom:.5pt solid #ccc}}"
    head = f'<meta charset="utf-8"><title>{words(sheet.title)}</title><style>{style}</style>'
    return f'<html lang="en"><head>{head}</head><body><h1>{words(sheet.title)}</h1>{body}</body></html>'


def _part(part: Part) -> str:
    """What an HTML page would show of it; questions and closing lines are left out on both sides."""
    if not isinstance(part, Section):
        return ""
    return f"<h2>{words(part.title)}</h2>{html([block for block in part.blocks if isinstance(block, Block)])}"


def main(what: str, cache: Path) -> None:
    """Makes what is asked for and says how much of it there is."""
    edition = _edition(cache, variants=ALL_VARIANTS if what == "all" else frozenset())
    made = 0
    if what == "papers":
        made = sum(len(document_pdf(paper, edition.cache)) for paper in _papers(edition))
    elif what == "weasyprint":
        from weasyprint import HTML
        from weasyprint.text.fonts import FontConfiguration

        fonts = FontConfiguration()
        for sheet in _papers(edition):
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
