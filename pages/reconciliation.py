"""对账: numbers that are given twice and differ, cell against cell; who says which is right is kept."""

from pages.parts.reconciling import begun, checks_card, chosen, finding_cards, say, shown

if view := begun("对账"):
    say(view)
    finding_cards(view, shown(view, *chosen(view)))
    checks_card(view)
