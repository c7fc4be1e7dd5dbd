"""Writes `pages/static/fonts.css` from Fontsource's lists: `python -m pages.server.fonts FOLDER…`.

FOLDER is an unpacked `@fontsource-variable/noto-sans-sc` or `noto-serif-sc` package.
A browser loads only the slices whose characters a page shows, about 1 MB in all.
The list is a style sheet beside the page, not Streamlit's `fontFaces`, which would
send all of it to every session.
"""

import re
import sys
from pathlib import Path

STYLE_SHEET = Path(__file__).resolve().parents[1] / "static" / "fonts.css"
FAMILIES = {"Noto Sans SC Variable": "Inspection Sans", "Noto Serif SC Variable": "Inspection Serif"}
FACE = re.compile(
    r"font-family: '(?P<family>[^']+)'.*?url\(\./files/(?P<file>[^)]+)\).*?unicode-range: (?P<range>[^;]+);", re.DOTALL
)


def font_faces(fontsource_css: str) -> str:
    """Returns Fontsource's faces under our family names, pointing at `fonts/` beside the style sheet."""
    return "".join(
        f"@font-face{{font-family:'{FAMILIES[face['family']]}';font-weight:100 900;font-display:swap;"
        f"src:url(fonts/{face['file']}) format('woff2');unicode-range:{face['range']}}}\n"
        for face in FACE.finditer(fontsource_css)
    )


if __name__ == "__main__":
    text = "".join(font_faces((Path(folder) / "index.css").read_text("utf-8")) for folder in sys.argv[1:])
    STYLE_SHEET.write_text(text, encoding="utf-8", newline="\n")
