"""A chart as a picture: PNG or SVG, drawn by the browser that is on this machine, never from the network."""

import atexit
import logging
import os
import shutil
import threading
from typing import Literal

import kaleido

from analytics.charts.layout import Figure

# A browser started for each picture costs three seconds; one that stays, a third of one.
_LOCK, _DRAWING = threading.Lock(), threading.Lock()
_PATIENCE = 60
_NAMES = ("chromium", "chromium-browser", "google-chrome", "msedge", "chrome")
_WINDOWS = (
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)
_running = False


def picture(
    figure: Figure, form: Literal["png", "svg"] = "png", width: int = 1100, height: int | None = None, scale: float = 2
) -> bytes | None:
    """Returns the chart as a file's content; None where this machine has no browser to draw it with, or it does not answer."""
    if not _started():
        return None
    tall = height or int(figure["layout"].get("height") or 420)
    options = {"format": form, "width": width, "height": tall, "scale": scale if form == "png" else 1}
    try:
        # One at a time: answers to two that ask at once would be mixed up.
        with _DRAWING:
            return kaleido.calc_fig_sync(figure, opts=options)
    except Exception:
        logging.getLogger(__name__).warning("A chart could not be drawn as %s", form, exc_info=True)
        return None


def _started() -> bool:
    global _running
    with _LOCK:
        if not _running:
            path = browser()
            if path is None:
                return False
            os.environ["BROWSER_PATH"] = path
            kaleido.start_sync_server(n=1, timeout=_PATIENCE, mathjax=False, silence_warnings=True)
            atexit.register(kaleido.stop_sync_server, silence_warnings=True)
            _running = True
    return _running


def browser() -> str | None:
    """Returns the path of a Chromium, Edge or Chrome on this machine; `CHROMIUM` names another one."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    return found or next((path for path in _WINDOWS if os.path.exists(path)), None)
