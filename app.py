"""The server: `streamlit run app.py` (or `make run`).

The page script is `pages/frame.py`, not this file: Streamlit turns a folder `pages/`
beside its main script into an old-style menu that a bookmark would open unframed.
"""

# Imported before the first session: two sessions importing pandas at once crash each other.
import numpy  # noqa: F401
import pandas  # noqa: F401
import plotly.graph_objects  # noqa: F401
import streamlit as st
from starlette.middleware import Middleware

from pages.server.errors import show_error
from pages.server.index import IndexPage
from pages.server.routes import ROUTES
from pages.server.security import SecurityHeaders
from pages.server.start import lifespan

app = st.App(
    "pages/frame.py",
    lifespan=lifespan,
    routes=ROUTES,
    middleware=[Middleware(SecurityHeaders), Middleware(IndexPage)],
    on_script_error=show_error,
)
