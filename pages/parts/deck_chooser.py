"""Choosing what to project: ready sets, saved decks, one's own; how it is shown; the keys."""

from html import escape

import streamlit as st

from analytics.decks import READY, Deck
from analytics.panels import PANELS
from pages.parts import decks, moment, own_deck
from pages.parts.card import card
from pages.parts.exports import deck_exports
from pages.parts.projecting import link
from pages.parts.scope import ALL
from pages.parts.view import View
from pages.parts.who import ask_who, who

TURNING = {"不轮播": 0, "每15秒": 15, "每30秒": 30, "每60秒": 60}
KEYS = (
    ("翻页键、方向键、空格", "上一页、下一页"),
    ("首页键、末页键、数字", "到首页、末页、指定页"),
    ("B 或 .", "黑屏与恢复"),
    ("F", "全屏"),
    ("T", "浅色与深色"),
    ("点击图表", "按轮次、乡镇、类别等展开，退出键返回"),
    ("退出键", "返回本页"),
)


def choose(view: View) -> None:
    """Shows all that can be projected in the scope chosen above."""
    with st.container(key="showing", horizontal=True, vertical_alignment="center", gap="medium"):
        masked = st.toggle(
            "投屏脱敏", value=True, key="mask", bind="query-params",
            help=f"开启后：单位以甲单位、乙单位代替，{view.state.settings().mask_below}人以下的人数不显示，拟巡察单位不显示名称。",
        )  # fmt: skip
        turning = st.selectbox("自动轮播", list(TURNING), label_visibility="collapsed", width=160, key="turning")
    how = {"masked": masked, "auto": TURNING[turning], "where": spelt(view)}
    for column, deck in zip(st.columns(len(READY)), READY.values(), strict=True):
        with column, card(f"ready_{deck.name}", deck.title, f"{len(deck.panels)} 个图表", deck.about):
            contents(deck)
            with st.container(key=f"deck_{deck.name}", horizontal=True, vertical_alignment="center", gap="small"):
                start(deck.name, **how)
                deck_exports(deck, view, masked)
    left, right = st.columns([3, 2])
    with left:
        own(view, how)
    with right:
        kept(view, how)
        keys()


def spelt(view: View) -> dict[str, str]:
    """Returns scope and moment as an address spells them: all terms must be said, since the latest is meant otherwise."""
    where = moment.query(dict(view.scope.where))
    return where if "term" in where else {"term": ALL["term"], **where}


def contents(deck: Deck) -> None:
    """Shows the titles of a deck's panels."""
    st.html(f'<p class="facts">{"".join(f"<span>{escape(PANELS[name].title)}</span>" for name in deck.panels)}</p>')


def start(name: str, label: str = "开始投屏", **how: object) -> None:
    """Shows the link that opens a deck; it can be kept as a bookmark.

    A plain link: within a session Streamlit would take the filters, which the stage does not show, out of the address.
    """
    st.html(f'<a class="start" href="{escape(link(name, **how))}">{escape(label)}</a>')


def own(view: View, how: dict[str, object]) -> None:
    """The reader's own deck: add, order, take out, show, save."""
    chosen = own_deck.collected()
    with card("own_deck", "自选图表", f"已选 {len(chosen)} 个", "各页图表下方的“加入投屏”也会加到这里。"):
        left = [name for name in PANELS if name not in chosen]
        st.selectbox(
            "添加图表", left, index=None, format_func=lambda name: PANELS[name].title, placeholder="添加图表",
            label_visibility="collapsed", key="add_panel", on_change=add,
        )  # fmt: skip
        for place, name in enumerate(chosen):
            with st.container(key=f"own_{name}", horizontal=True, vertical_alignment="center", gap="small"):
                st.html(f'<p class="own-panel">{place + 1}　{escape(PANELS[name].title)}</p>')
                st.button("上移", key=f"up_{name}", on_click=own_deck.move, args=(name, -1), disabled=not place, type="tertiary")
                st.button(
                    "下移", key=f"down_{name}", on_click=own_deck.move, args=(name, 1), disabled=place == len(chosen) - 1, type="tertiary"
                )  # fmt: skip
                st.button("移出", key=f"out_{name}", on_click=own_deck.tick, args=(name,), type="tertiary")
        if chosen:
            with st.container(key="deck_own", horizontal=True, vertical_alignment="center", gap="small"):
                start(decks.OWN, panels=chosen, **how)
                deck_exports(Deck(name=decks.OWN, title=decks.OWN_TITLE, panels=chosen), view, bool(how["masked"]))
            save_form(view, chosen)


def add() -> None:
    """Adds the panel that was just picked."""
    if name := st.session_state.get("add_panel"):
        own_deck.tick(name)
        st.session_state["add_panel"] = None


def save_form(view: View, chosen: tuple[str, ...]) -> None:
    """The name under which the own deck is kept for everyone."""
    name, person, button = st.columns([2, 2, 1], vertical_alignment="bottom")
    with name:
        called = st.text_input("投屏名称", key="deck_name", max_chars=20, placeholder="例如 三季度专题会")
    with person:
        ask_who()
    if button.button("保存", key="save_deck", width="stretch"):
        try:
            decks.save(view.state.store, called, chosen, who())
        except ValueError as error:
            st.error(str(error))
        else:
            st.rerun()


def kept(view: View, how: dict[str, object]) -> None:
    """The saved decks, each with its link."""
    found = decks.saved(view.state.store)
    with card("saved_decks", "已存投屏", f"{len(found)} 个"):
        if not found:
            st.html('<p class="nothing">还没有。选好图表后填写名称保存，所有人都可打开。</p>')
        for place, deck in enumerate(found.values()):
            with st.container(key=f"saved_{place}", horizontal=True, vertical_alignment="center", gap="small"):
                st.html(f'<p class="own-panel"><b>{escape(deck.title)}</b>　{len(deck.panels)} 个图表</p>')
                start(deck.name, label="投屏", **how)
                deck_exports(deck, view, bool(how["masked"]))
                st.button("编辑", key=f"edit_{place}", on_click=own_deck.take, args=(deck.panels,), type="tertiary")
                st.button("删除", key=f"drop_{place}", on_click=decks.drop, args=(view.state.store, deck.name, who()), type="tertiary")


def keys() -> None:
    """What the keyboard and a presenter's clicker do."""
    rows = "".join(f"<dt>{escape(key)}</dt><dd>{escape(what)}</dd>" for key, what in KEYS)
    with card("keys", "按键", "键盘与翻页笔通用"):
        st.html(f'<dl class="keys">{rows}</dl>')
