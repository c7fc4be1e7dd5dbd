"""Takes the screenshots in docs/pictures/: `make pictures`."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl

from data.samples import tracked
from pages.contents import PAGES
from tests.browser.chrome import Visitor, chromium, visitor
from tests.browser.server import running

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
# Beyond every page on a large screen in light colours: the first page as others see it.
OTHERS = ((1920, 1080, "dark"), (1366, 768, "light"))

PROBLEMS = "upload_problems.png"
# What stands in these cells of the sample clue ledger while its upload is pictured.
SLIPS = {
    "G6": "县水务投资公司",
    "N4": "2020.7",
    "N9": "2020年2月30日",
    "Q8": "约若干",
    "R7": "1件1人(1人在逃)",
}


def main() -> None:
    """Starts a dashboard with an empty home and writes one PNG per view, the whole page each."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(ignore_cleanup_errors=True) as home, running(Path(home)) as address, chromium() as browser:
        for name, (url, width, height, scheme) in views().items():
            with visitor(browser, address, width=width, height=height, scheme=scheme) as reader:
                reader.goto(url).screenshot(path=FOLDER / name, animations="disabled")
            print(f"docs/pictures/{name}")
        with visitor(browser, address, width=1920, height=1500) as reader:
            picture_problems(reader)
        with visitor(browser, address) as reader:
            picture_report(reader)


def views() -> dict[str, tuple[str, int, int, str]]:
    """Picture → address, width, height and colours, for the pages as they open."""
    found = [(page.url, 1920, 1080, "light") for page in PAGES] + [(PAGES[0].url, *other) for other in OTHERS]
    return {f"{url}_{width}_{scheme}.png": (url, width, height, scheme) for url, width, height, scheme in found}


def pictures() -> list[str]:
    """The names of all pictures that are taken."""
    return [*views(), PROBLEMS]


def picture_problems(reader: Visitor) -> None:
    """Uploads the sample register and a clue ledger in which some cells went wrong; takes the page as it then stands."""
    page = reader.goto("upload")
    register, clues = (next(path for path in tracked() if name in path.name) for name in ("巡察对象名录", "线索移送台账"))
    book = openpyxl.load_workbook(clues)
    for cell, text in SLIPS.items():
        book.worksheets[0][cell] = text
    content = BytesIO()
    book.save(content)
    sent = [(register.name, register.read_bytes()), (clues.name, content.getvalue())]
    files = [{"name": name, "mimeType": "application/octet-stream", "buffer": part} for name, part in sent]
    page.locator("input[type=file]").set_input_files(files)
    page.locator(".st-key-card_confirm").wait_for()
    reader.settle().screenshot(path=FOLDER / PROBLEMS, animations="disabled")
    print(f"docs/pictures/{PROBLEMS}")


def picture_report(reader: Visitor) -> None:
    """Downloads the year's report as a Word file and takes its pages as an office program lays them out, where there is one."""
    office, pages = shutil.which("soffice"), shutil.which("pdftoppm")
    if not office or not pages:
        print("docs/pictures/report_….png: left as they are, no soffice or pdftoppm here")
        return
    page = reader.goto("report?year=2020年")
    with page.expect_download() as waiting, TemporaryDirectory() as folder:
        page.get_by_text("下载 Word 文件").click()
        waiting.value.save_as(Path(folder) / "report.docx")
        subprocess.run([office, "--headless", "--convert-to", "pdf", "--outdir", folder, f"{folder}/report.docx"], check=True, capture_output=True)
        for old in FOLDER.glob("report_page_*.png"):
            old.unlink()
        subprocess.run([pages, "-r", "70", "-png", f"{folder}/report.pdf", str(FOLDER / "report_page")], check=True)
    for made in sorted(FOLDER.glob("report_page-*.png")):
        made.rename(made.with_name(made.name.replace("-", "_")))
        print(f"docs/pictures/{made.name.replace('-', '_')}")


if __name__ == "__main__":
    main()
