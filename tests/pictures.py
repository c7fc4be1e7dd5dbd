"""Takes the screenshots in docs/pictures/: `make pictures`."""

from pathlib import Path
from tempfile import TemporaryDirectory

from pages.contents import PAGES
from tests.browser.chrome import chromium, visitor
from tests.browser.server import running

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
# Beyond every page on a large screen in light colours: the first page as others see it.
OTHERS = ((1920, 1080, "dark"), (1366, 768, "light"))


def main() -> None:
    """Starts a dashboard with an empty home and writes one PNG per view, the whole page each."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    views = [(page.url, 1920, 1080, "light") for page in PAGES]
    views += [(PAGES[0].url, *other) for other in OTHERS]
    with TemporaryDirectory(ignore_cleanup_errors=True) as home, running(Path(home)) as address, chromium() as browser:
        for url, width, height, scheme in views:
            name = f"{url}_{width}_{scheme}.png"
            with visitor(browser, address, width=width, height=height, scheme=scheme) as reader:
                reader.goto(url).screenshot(path=FOLDER / name, animations="disabled")
            print(f"docs/pictures/{name}")


if __name__ == "__main__":
    main()
