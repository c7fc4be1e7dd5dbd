"""Done once at start, so that the first reader does not wait for it.

To warm something else, add a function without arguments to `STEPS`; it may fill
`st.cache_data` and `st.cache_resource`, which all sessions share.
"""

import gc
from collections.abc import Callable
from importlib import import_module

from pages.server.errors import log_error

MODULES: tuple[str, ...] = (
    "plotly.graph_objects",
    "streamlit.elements.plotly_chart",
    "pages.contents",
    "pages.parts.banner",
    "pages.parts.card",
    "pages.parts.kpi",
    "pages.parts.masthead",
    "pages.parts.steps",
    "pages.parts.style",
    "pages.parts.wall",
)

STEPS: tuple[Callable[[], None], ...] = ()


def warm() -> None:
    """Imports what pages need and runs every step; one that fails is logged and the start goes on."""
    for module in MODULES:
        import_module(module)
    for step in STEPS:
        try:
            step()
        except Exception as error:  # noqa: BLE001 - whatever it is, pages are better slow than not there
            log_error(error)
    # What is alive now stays alive; looking through it again and again is what costs.
    gc.collect()
    gc.freeze()
