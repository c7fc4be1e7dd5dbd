"""What can be taken along: a panel as table or picture, a page as a workbook, a deck as presentation or PDF. Nothing is made before the click."""

from collections.abc import Callable, Sequence
from functools import cache, partial

import streamlit as st

from analytics.decks import Deck
from analytics.decks.slides import MARKING
from analytics.export.captioned import WIDTH, captioned
from analytics.export.deck import presentation, printout
from analytics.export.page_workbook import page_workbook
from analytics.export.pdf import deck_pdf
from analytics.export.picture import picture
from analytics.export.printing import can_print
from analytics.export.table import table_workbook
from analytics.panels.panel import Built
from pages.parts import frames
from pages.parts.view import View
from pages.server.errors import log_error

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MIMES = {"xlsx": XLSX, "pptx": PPTX, "docx": DOCX, "pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml"}
NO_BROWSER = "服务器没有可用的浏览器（谷歌浏览器或微软浏览器），不能生成图片和PDF。"


class NotMade(RuntimeError):
    """A file that could not be made; its cause is in the log without a cell."""


@cache
def prints() -> bool:
    """Whether this machine can make pictures and PDF; a browser installed later counts after a restart."""
    return can_print()


def made_safely(make: Callable[[], bytes | None]) -> bytes:
    """Returns a file's content; what goes wrong is logged as our own mistakes are, without what it says."""
    try:
        content = make()
    except Exception as error:  # noqa: BLE001 - the button tells the reader, whatever it is
        number = log_error(error)
        raise NotMade(number) from None
    if content is None:
        raise NotMade("the browser did not answer")
    return content


def button(label: str, kind: str, name: str, make: Callable[[], bytes | None], key: str, **how: object) -> None:
    """Shows a download; while its file is being made the button turns, and nobody else waits."""
    blind = kind in ("png", "svg", "pdf") and not prints()
    st.download_button(
        label, data=partial(made_safely, make), file_name=f"{name}.{kind}", mime=MIMES[kind], key=key, on_click="ignore",
        icon=":material/download:", **{"type": "tertiary", "help": NO_BROWSER if blind else None, "disabled": blind, **how},
    )  # fmt: skip


def panel_exports(made: Built, view: View, light: Callable[[], Built]) -> None:
    """Shows the downloads of one panel behind one word; `light` makes it in the light theme, whatever the reader's is."""
    with st.popover("导出", type="tertiary", key=f"export_{made.panel}", disabled=made.empty):
        button("表格（xlsx）", "xlsx", made.title, partial(table_file, made, view.scope.text), f"download_{made.panel}", disabled=made.empty)
        if made.figure:
            for label, kind in (("图片（png）", "png"), ("矢量图（svg）", "svg")):
                button(label, kind, made.title, partial(chart_file, view, light, kind), f"{kind}_{made.panel}")


def table_file(made: Built, scope: str) -> bytes:
    """Returns the panel's table as a workbook."""
    said = made.say.replace("**", "").replace("!!", "")
    lines = [text for text in (f"范围：{scope}", "　".join(made.foot), said, made.note) if text]
    return table_workbook(made.title, lines, made.signed)


def chart_file(view: View, light: Callable[[], Built], kind: str) -> bytes | None:
    """Returns a panel's chart as a picture."""
    made, settings = light(), view.state.settings()
    figure = captioned(made, (settings.office, f"范围：{view.scope.text}", *made.foot, settings.marking or MARKING))
    return picture(figure, kind, WIDTH, round(figure["layout"]["height"]))


def page_export(title: str, view: View, panels: Callable[[], Sequence[Built]]) -> None:
    """Shows the download of a whole page."""
    button("导出本页", "xlsx", title, partial(page_file, title, view, panels), "export_page", width="content")


def page_file(title: str, view: View, panels: Callable[[], Sequence[Built]]) -> bytes:
    """Returns a page as a workbook."""
    settings = view.state.settings()
    return page_workbook(title, panels(), view.state.facts(), dict(view.scope.where), settings.marking or MARKING)


def usual(names: Sequence[str], view: View) -> list[Built]:
    """Returns a page's panels as they stand without anything that a reader has moved."""
    return [frames.built(view.state, view.version, name, view.scope.where, "light") for name in names]


def deck_exports(deck: Deck, view: View, masked: bool) -> None:
    """Shows the downloads of a deck behind one word."""
    with st.popover("导出", type="tertiary", key=f"export_deck_{deck.name}"):
        button("演示文稿（pptx）", "pptx", deck.title, partial(deck_file, deck, view, masked, presentation), f"pptx_{deck.name}")
        button("版式文件（pdf）", "pdf", deck.title, partial(deck_file, deck, view, masked, deck_pdf), f"pdf_{deck.name}")


def deck_file(deck: Deck, view: View, masked: bool, make: Callable) -> bytes:
    """Returns a deck in the scope chosen, masked as the stage shows it."""
    return make(printout(deck, view.state.facts(), dict(view.scope.where), masked))
