"""Sets one document in a process of its own: typst source in, PDF out. Called with the folder of the fonts."""

import sys

import typst


def main(folder: str) -> int:
    """Reads the source from standard input and writes the PDF to standard output; says what is wrong on standard error."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    try:
        made = typst.compile(sys.stdin.buffer.read(), font_paths=fonts, pdf_standards="ua-1")
    except typst.TypstError as error:
        sys.stderr.write(str(error))
        return 1
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
