"""The product's server around `page.py`."""

import streamlit as st
from starlette.middleware import Middleware

from pages.server.index import IndexPage
from pages.server.routes import ROUTES
from pages.server.security import SecurityHeaders

app = st.App("page.py", routes=ROUTES, middleware=[Middleware(SecurityHeaders), Middleware(IndexPage)])
