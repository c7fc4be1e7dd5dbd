"""From a deck to its slides as plain data: what each says, draws and answers. The stage only shows it."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from functools import partial
from itertools import count

from analytics.absence import is_sign
from analytics.cards.card import Card
from analytics.cards.overview import overview_cards, term_of
from analytics.charts.layout import Figure
from analytics.decks.deck import Deck
from analytics.decks.follow import follow_up
from analytics.decks.lists import ROWS, listing
from analytics.decks.titles import fits, size_of, title_of
from analytics.decks.walls import walls
from analytics.masking import Disguise, masking
from analytics.metrics import METRICS
from analytics.pace import pace
from analytics.panels import PANELS
from analytics.panels.panel import Built, Where, build, day
from analytics.query import figure
from analytics.theme import MEETING
from analytics.wording import against_pace, strong
from data.facts import Facts

MARKING = "内部资料"
Slide = dict[str, object]


@dataclass(frozen=True, kw_only=True)
class Made:
    """A deck made for a scope: plain data for the stage. `left_out`: titles of panels that have no data in it."""

    title: str
    slides: tuple[Slide, ...]
    foot: tuple[str, ...]
    marking: str
    left_out: tuple[str, ...]


def make(deck: Deck, facts: Facts, where: Where, masked: bool = True) -> Made:
    """Returns the deck's slides: cover, key figures, one or more per panel; what has no data is left out."""
    ranked, listed, disguise = masking(facts) if masked else (facts, facts, Disguise())
    slides, left_out = [*key_figures(ranked, where, answers=True)], []
    for panel in (PANELS[name] for name in deck.panels):
        seen = listed if panel.named else ranked
        found = list(panel_slides(build(panel, seen, where, MEETING["light"]), partial(build, panel, seen, where, MEETING["dark"])))
        if found:
            obeyed = {name: value for name, value in where.items() if name in panel.takes}
            follow = asked(seen, panel.metrics, obeyed)
            slides += [{**slide, "follow": follow} for slide in found]
        else:
            left_out.append(panel.title)
    foot = footer(facts, where)
    # Aliases are given in the order of the slides.
    told = disguise.written([cover(deck, foot), *slides])
    return Made(
        title=deck.title,
        slides=tuple(told),
        foot=foot,
        marking=facts.settings.marking or MARKING,
        left_out=tuple(left_out),
    )


def footer(facts: Facts, where: Where) -> tuple[str, ...]:
    """Returns what stands on every slide: whose figures, the scope in words, as of when, in which version."""
    scope = " · ".join(where.values()) or "全部范围"
    said = (facts.settings.office, scope, f"数据截至{day(facts.as_of_date)}" if facts.as_of_date else "", facts.edition)
    return tuple(text for text in said if text)


def cover(deck: Deck, foot: tuple[str, ...]) -> Slide:
    """Returns the first slide."""
    return {"id": "cover", "kind": "cover", "title": deck.title, "size": 120, "lines": list(foot)}


def key_figures(facts: Facts, where: Where, answers: bool = False) -> Iterable[Slide]:
    """Yields the slide of up to four key figures, the first of them large, with their `answers` for the stage; none where there are none."""
    cards = [card for card in overview_cards(facts, where) if not is_sign(card.value)][:4]
    if not cards:
        return
    # Each figure answers for itself; the slide as a whole has no question of its own.
    yield {
        "id": "figures", "kind": "figures", "kicker": "主要数据", **titled(finding(facts, where)), "note": "",
        "cards": [shown(card) | ({"follow": asked(facts, (card.metric,), card.where)} if answers else {}) for card in cards],
    }  # fmt: skip


def finding(facts: Facts, where: Where) -> str:
    """Returns how far the term is and how that stands against its pace."""
    term = term_of(where)
    found, at = figure(facts, "coverage_rate", term), pace(facts, term)
    if found.value is None:
        return "主要数据"
    return f"本届巡察覆盖率 {strong(found.text)}" + (f"，{against_pace(at.gap)}" if at.gap is not None else "")


def shown(card: Card) -> dict[str, object]:
    """Returns a key figure as the stage shows it: without its course, with the first part of its line."""
    kept = {name: value for name, value in asdict(card).items() if name in ("label", "value", "unit", "warn", "fraction", "pace")}
    first = card.note.split("　")
    due = next((part for part in first if part.startswith("序时")), "")
    return {**kept, "line": due or first[0], "delta": f"{card.delta_basis} {card.delta}".strip(), "good": card.good}


def panel_slides(made: Built, dark: Callable[[], Built] | None = None) -> Iterable[Slide]:
    """Yields a panel's slides: one, or as many as its wall needs; none without data.

    `made` is it for the stage, in light; its chart in `dark` is asked for only where there is one.
    """
    if made.empty:
        return
    heading = {"kicker": made.title, "unit": made.unit, **titled(title_of(made))}
    if made.towns:
        found = walls(made.towns, MEETING["light"])
        for number, wall in zip(count(1), found, strict=False):
            unit = f"{made.unit}　{number}/{len(found)}" if len(found) > 1 else made.unit
            yield {"id": f"{made.panel}-{number}", "kind": "wall", **heading, "unit": unit, "note": noted(made), "wall": wall}
        return
    slide = {"id": made.panel, **heading}
    if made.figure and readable(made.figure):
        drawn = made.figure["layout"].get("meta", {}).get("rows")
        cut = f"共 {len(made.table)} 项，显示前 {drawn} 项" if drawn and drawn < len(made.table) else ""
        charts = {"light": made.figure} | ({"dark": dark().figure} if dark else {})
        yield {**slide, "kind": "chart", "charts": charts, "note": noted(made, cut), "alt": made.alt}
    elif made.steps:
        yield {**slide, "kind": "steps", "steps": [asdict(step) for step in made.steps], "note": noted(made, "条形仅示意先后，不按比例")}
    else:
        found = listing(made.signed, ROWS if fits(str(heading["title"]), int(heading["size"]), 1) else ROWS - 1)
        yield {**slide, "kind": "list", "list": found, "note": noted(made, str(found["left"]))}


def readable(figure: Figure) -> bool:
    """Whether a chart has few enough rows for a meeting room; its table is shown otherwise."""
    return len(figure["layout"].get("yaxis", {}).get("ticktext", ())) <= MEETING["light"].rows


def titled(title: str) -> dict[str, object]:
    """Returns a title and its size."""
    return {"title": title, "size": size_of(title)}


def noted(made: Built, *more: str) -> str:
    """Returns the small line under a slide: what was cut, the standing caveat, the basis, filters not obeyed."""
    rest = [fact for fact in made.foot if fact.startswith(("依据", "本图不按"))]
    return "　".join(text for text in (*more, made.note, *rest) if text)


def asked(facts: Facts, metrics: Iterable[str], where: Where) -> dict[str, object] | None:
    """Returns the answer to the question that a figure invites, None where there is none."""
    return follow_up(facts, [name for name in metrics if name in METRICS], where)
