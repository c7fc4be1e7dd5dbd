"""设置: the office, its terms, what counts, what is printed and kept. Every change is an event, listed at the end."""

from pages.parts import state
from pages.parts.masthead import masthead
from pages.parts.office_settings import change_card, group_cards, term_card
from pages.parts.who import ask_who

store = state.office()
masthead("设置", ["每次更改都会记录", f"数据版本 {store.version()}"])
ask_who()
term_card(store)
group_cards(store)
change_card(store)
