"""How every page of figures begins: sample banner, masthead, scope bar, or what to upload first."""

from collections.abc import Sequence

import streamlit as st

from analytics.panels import PANELS
from data.ledgers import LEDGERS
from pages.contents import PAGES
from pages.parts import frames, state
from pages.parts.as_of import control
from pages.parts.banner import banner
from pages.parts.empty import empty_html
from pages.parts.exports import page_export, usual
from pages.parts.masthead import masthead
from pages.parts.scope import Scope, scope_bar
from pages.parts.view import View


def opening(title: str, panels: Sequence[str], export: bool = True) -> View | None:
    """Shows the head of a page that has these panels; returns None when there is nothing to show yet.

    `export`: whether the page is taken along as these panels stand by themselves.
    """
    seen = state.current()
    version = seen.version()
    if seen.sample:
        banner("所有单位、村和数字均为虚构，可随意查看。", "开始使用本单位台账", state.begin_own)
    masthead(title, frames.masthead_facts(seen, version))
    needed = list(dict.fromkeys(ledger for name in panels for ledger in PANELS[name].ledgers))
    present = frames.ledgers_present(seen, version)
    if not set(needed) & set(present):
        first_steps(needed, present)
        return None
    # Where nothing obeys a filter, none is offered.
    known = frames.scopes(seen, version, tuple(panels)) if any(PANELS[name].takes for name in panels) else ()
    with st.container(key="tools", horizontal=True, vertical_alignment="center", horizontal_alignment="right", gap="small"):
        view = View(state=seen, version=version, scope=scope_bar(known) if known else Scope(where=()))
        control(seen)
        if export:
            page_export(title, view, lambda: usual(panels, view))
    return view


def first_steps(needed: Sequence[str], present: Sequence[str]) -> None:
    """Says which ledgers a page rests on and where to upload them."""
    with st.container(key="card_empty"):
        st.html(empty_html([LEDGERS[name] for name in needed], present))
        st.page_link(upload_page(), label="前往台账导入", icon=":material/upload_file:")


def upload_page() -> str:
    """Returns the file of the page where ledgers are uploaded."""
    return next(page.file for page in PAGES if page.url == "upload")


