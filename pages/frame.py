"""What surrounds every page: the browser's tab, the menu, the brand mark and the style."""

from itertools import groupby
from operator import attrgetter

import streamlit as st

from pages.contents import PAGES
from pages.parts import arriving, moment, style
from pages.parts.as_of import strip
from pages.parts.theme_switch import watch_theme
from pages.server.routes import ASSETS

st.logo(str(ASSETS / "icon.png"), size="large")

chosen = st.navigation(
    {
        section: [
            st.Page(
                page.file,
                title=page.title,
                icon=f":material/{page.icon}:",
                url_path=page.url,
                default=page is PAGES[0],
            )
            for page in pages
        ]
        for section, pages in groupby(PAGES, attrgetter("section"))
    },
    expanded=True,
)
st.set_page_config(
    page_title=f"{chosen.title} · 巡察数据看板",
    page_icon=str(ASSETS / "icon.png"),
    layout="wide",
    # An entry here is what makes the menu, and with it the choice of light or dark, appear.
    menu_items={"About": "巡察数据看板：台账导入、四项核心数据、核对与展示。"},
)
style.apply()
watch_theme()
arriving.take()
page = chosen.url_path or PAGES[0].url
moment.keep(page)
strip(page)
chosen.run()
