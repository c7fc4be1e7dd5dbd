"""Which moment the reader looks at: it stands in the address as a version or a day, and stays while pages are turned."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from data.store import Store

NAME = "as_of"
_KEPT, _PAGE = "as_of_kept", "as_of_page"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What an address asks for: an event that others have followed, None for now; `day` where it named one.

    `trouble`: one Chinese sentence where it cannot be had; the latest is shown then.
    """

    event: int | None = None
    day: date | None = None
    trouble: str = ""


def asked(store: Store, text: str) -> Asked:
    """Returns what `as_of` means in a store: 12 is version 12, 2026-06-30 the end of that day."""
    text, latest = text.strip(), store.version()
    if not text:
        return Asked()
    if text.isascii() and text.isdigit():
        event, day, missing = int(text), None, f"没有第{text[:20]}版数据"
    else:
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return Asked(trouble=f"“{text[:20]}”不是版本号，也不是“2026-06-30”这样的日期，已显示最新数据。")
        event, missing = store.event_on(day), f"{day.year}年{day.month}月{day.day}日时还没有数据"
    if not 1 <= event <= latest:
        return Asked(trouble=f"{missing}，已显示最新数据。")
    return Asked(event=event, day=day) if event < latest else Asked()


def text() -> str:
    """Returns what the address says, nothing for now."""
    return st.query_params.get(NAME, "")


def query(where: Mapping[str, str] | None = None) -> dict[str, str]:
    """Returns the query of a link within the dashboard, the moment looked at included."""
    return {**(where or {}), **({NAME: text()} if text() else {})}


def carried(link: str) -> str:
    """Returns an address within the dashboard with the moment looked at."""
    return f"{link}{'&' if '?' in link else '?'}{urlencode(query())}" if link and text() else link


def keep(page: str) -> None:
    """Puts the moment back into the address of a page just turned to; whoever takes it out of the address of a page leaves it."""
    if st.session_state.get(_PAGE) not in (None, page) and not text() and (kept := st.session_state.get(_KEPT)):
        st.query_params[NAME] = kept
    st.session_state[_PAGE], st.session_state[_KEPT] = page, text()


def choose(wanted: str) -> None:
    """Goes to a moment, to now with nothing."""
    st.session_state[_KEPT] = wanted
    if wanted:
        st.query_params[NAME] = wanted
    elif NAME in st.query_params:
        del st.query_params[NAME]
