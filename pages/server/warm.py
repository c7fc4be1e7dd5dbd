"""Done once at start, so that no reader waits for it: imports before the first session, then the first page run unseen."""

import gc
import logging
import pkgutil
import runpy
import threading
from importlib import import_module

from streamlit import delta_generator

from pages import parts
from pages.contents import FOLDER, PAGES
from pages.server.errors import log_error

MODULES = ("plotly.graph_objects", "streamlit.elements.plotly_chart")
UNSEEN = "first-page"
# What Streamlit warns of in a run without a reader.
RUNS_WITHOUT_READER = (
    "streamlit.runtime.scriptrunner_utils.script_run_context",
    "streamlit.runtime.state.session_state_proxy",
)


def prepare() -> None:
    """Imports all that pages need: two sessions that import pandas at once crash each other, and no reader should wait."""
    # What modules make stays: looking through it for garbage, now and in every later round, is a sixth of the start.
    gc.disable()
    for module in (*MODULES, *(found.name for found in pkgutil.walk_packages(parts.__path__, f"{parts.__name__}."))):
        import_module(module)
    gc.freeze()
    gc.enable()


def warm() -> threading.Thread:
    """Starts running the first page unseen, beside the server: while the first browser still loads its scripts."""
    thread = threading.Thread(target=first_page, name=UNSEEN, daemon=True)
    thread.start()
    return thread


def first_page() -> None:
    """Opens the stores, builds the sample at the very first start and fills the caches that all sessions share.

    A reader who comes meanwhile waits for what is being computed rather than computing it again.
    """
    for name in RUNS_WITHOUT_READER:
        logging.getLogger(name).addFilter(lambda record: record.threadName != UNSEEN)
    # It would first read the source of every caller, to find out whether this is a console.
    delta_generator._use_warning_has_been_displayed = True
    try:
        runpy.run_path(str(FOLDER / PAGES[0].file))
    except Exception as error:  # noqa: BLE001 - whatever it is, the page itself will tell its reader
        log_error(error)
    # What is alive now stays alive; looking through it again and again is what costs.
    gc.collect()
    gc.freeze()
