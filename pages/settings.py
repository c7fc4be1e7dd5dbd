"""设置: the office, its terms, its target, what is printed and what is kept. Every change is an event."""

from pages.parts import state
from pages.parts.masthead import masthead
from pages.parts.office_settings import office_card, term_card
from pages.parts.who import ask_who

store = state.office()
masthead("设置", ["每次更改都会记录", f"数据版本 {store.version()}"])
ask_who()
term_card(store)
office_card(store)
