"""Our own addresses on the server: `/assets/…` for browsers, `/healthz` for whoever watches, the first page's name."""

from hashlib import sha256
from pathlib import Path

import plotly
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from pages.contents import PAGES

ASSETS = Path(__file__).resolve().parents[1] / "static"
MONTH = 30 * 24 * 3600
# The stage draws charts itself; Streamlit's own copy of Plotly is out of reach for a component.
CHART_CODE = f"./assets/plotly.min.js?v={plotly.__version__}"
CHART_FILE = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"


class Assets(StaticFiles):
    """Files for every browser, signed in or not: fonts, scripts, icons. Never data."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        """Returns the file, to be kept by the browser for a month: names or `?v=` change with the content."""
        response = super().file_response(*args, **kwargs)
        response.headers["cache-control"] = f"public, max-age={MONTH}"
        return response

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Returns the file; the browser must not guess its kind."""
        response = await super().get_response(path, scope)
        response.headers["x-content-type-options"] = "nosniff"
        return response


def asset(name: str) -> str:
    """Returns the address of a file in pages/static, relative to a page, with its content's mark."""
    mark = sha256((ASSETS / name).read_bytes()).hexdigest()[:10]
    return f"./assets/{name}?v={mark}"


async def health(_request: Request) -> PlainTextResponse:
    """Answers "ok" as soon as pages can be served."""
    return PlainTextResponse("ok", headers=Headers({"cache-control": "no-store"}))


async def chart_code(_request: Request) -> FileResponse:
    """Answers with Plotly's own script, kept by the browser: the address changes with its version."""
    return FileResponse(
        CHART_FILE, media_type="text/javascript", headers={"cache-control": f"public, max-age={MONTH}", "x-content-type-options": "nosniff"}
    )


async def first_page(request: Request) -> RedirectResponse:
    """Leads from the first page's own address to the root, where Streamlit has it, with the query it came with."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"./{query}", headers={"cache-control": "no-store"})


ROUTES: list[BaseRoute] = [
    Route("/healthz", health),
    Route(f"/{PAGES[0].url}", first_page),
    Route("/assets/plotly.min.js", chart_code),
    Mount("/assets", Assets(directory=ASSETS)),
]
