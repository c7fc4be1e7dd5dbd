"""专项巡察: what is counted once, what is not counted at all, and what the page says of it."""

import pytest

from analytics.cards.specials import special_cards
from analytics.panels import PANELS
from analytics.panels.panel import build
from analytics.panels.specials import SPECIAL_PANELS
from analytics.query import figure, frame
from analytics.theme import THEMES
from data.importing import Choices, Known, check
from data.samples import tracked
from data.store import Store
from data.workbook.limits import Limits
from data.workbook.reading import read_in_process
from tests.store.sendings import inspected, sending, store_of

LIGHT = THEMES["light"]


def special(*rows: dict):
    """A special round's ledger; rows are of 2020's 扶贫领域 unless they say otherwise."""
    named = [{"year": 2020, "theme": "扶贫领域", "organisation": "县民政局", **row} for row in rows]
    return sending("specials", *named, file="专项.xlsx")


def value(store: Store, metric: str, **where: str):
    return figure(store.facts(), metric, where).value


def test_one_fund_at_two_units_is_one_fund_of_the_theme_and_two_of_two_themes():
    fund = {"fund": "救助资金"}
    store = store_of(special(fund, fund | {"organisation": "县残联"}, fund | {"theme": "粮食购销", "organisation": "县粮食局"}))
    assert value(store, "special_funds") == 2
    assert value(store, "special_funds", round="2020年扶贫领域专项") == 1
    assert value(store, "special_orgs") == 3


def test_an_amount_that_is_not_known_is_not_nought_and_makes_no_fund_look_clean():
    store = store_of(
        special({"fund": "甲资金", "fund_amount": 200.0, "issues": 4}, {"fund": "乙资金", "fund_amount": None, "issues": 9})
    )
    assert value(store, "fund_amount") == 200
    found = figure(store.facts(), "issues_per_fund")
    assert (found.numerator, found.denominator, found.text) == (4, 200, "0.020")
    assert value(store, "special_issues") == 13
    made = build(PANELS["special_density"], store.facts(), {}, LIGHT)
    assert "每百万元 **2.00** 个" in made.say and "乙资金的问题数或资金规模未填" in made.say
    assert made.table["专项资金"].tolist() == ["甲资金"]


def test_density_over_all_funds_is_recomputed_from_sums():
    store = store_of(
        special({"fund": "甲资金", "fund_amount": 100.0, "issues": 5}, {"fund": "乙资金", "fund_amount": 900.0, "issues": 5})
    )
    assert value(store, "issues_per_fund") == pytest.approx(0.01)


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([{"campaigns": 2, "campaign": "敬老院、居家养老服务"}, {"campaigns": 1, "campaign": "居家养老服务专项整治"}], 2),
        ([{"campaign": "敬老院"}, {"campaign": "敬老院专项整治", "organisation": "县残联"}], 1),
        ([{"campaign": "敬老院"}, {"campaign": "敬老院", "theme": "粮食购销"}], 2),
        ([{"campaigns": 1, "campaign": "敬老院、居家养老服务"}], 1),
        ([{"campaigns": 3}, {"campaign": "无"}], 3),
        ([{"campaigns": 0, "campaign": "敬老院"}], 0),
        ([{"campaign": "无"}], 0),
        ([{"issues": 3}], None),
    ],
)
def test_campaigns_are_counted_by_number_else_by_name_once_a_theme(rows, wanted):
    store = store_of(special(*({"fund": f"资金{n}"} | row for n, row in enumerate(rows))))
    assert value(store, "special_campaigns") == wanted


def test_the_sites_of_a_special_round_are_no_villages():
    store = store_of(special({"fund": "甲资金", "sites": 8}))
    assert value(store, "sites_visited") == 8
    assert value(store, "villages_inspected") is None


def test_a_row_without_a_theme_does_not_end_up_in_its_units_regular_round():
    store = store_of(inspected("县民政局", round=10, team="第一巡察组"), special({"theme": None, "fund": "甲资金", "issues": 3}))
    assert value(store, "special_issues", kind="专项") == 3
    assert value(store, "special_issues", kind="常规") == 0
    assert frame(store.facts(), "special_issues", by=("round", "team"))["round"].tolist() == ["未注明"]


def test_issues_that_differ_from_the_round_ledgers_are_said():
    rounds = sending("rounds", {"year": 2020, "kind": "专项", "theme": "扶贫领域", "organisation": "县民政局", "issues": 12})
    same, other = (store_of(rounds, special({"fund": "甲资金", "issues": issues})) for issues in (12, 10))
    assert "请核对" not in build(PANELS["special_by_fund"], same.facts(), {}, LIGHT).say
    assert "为 12 个，与本台账不一致" in build(PANELS["special_by_fund"], other.facts(), {}, LIGHT).say


def test_the_sample_ledger_agrees_with_the_round_ledger(sample_facts):
    for one, other in (("special_issues", "issues_found"), ("special_clues", "clues_transferred")):
        where = {"year": "2020年", "kind": "专项"}
        assert figure(sample_facts, one, where).value == figure(sample_facts, other, where).value
    assert "请核对" not in build(PANELS["special_by_fund"], sample_facts, {}, LIGHT).say


def test_campaigns_are_listed_with_the_fund_that_set_them_in_motion(sample_facts):
    made = build(PANELS["special_campaigns"], sample_facts, {}, LIGHT)
    assert made.table["整治内容"].tolist() == ["敬老院", "居家养老服务", "物业维修基金"]
    assert made.table["由哪项资金推动"].tolist() == ["居家养老服务专项资金", "居家养老服务专项资金", "物业维修基金"]
    assert made.say == "推动专项整治 **3** 项：敬老院、居家养老服务、物业维修基金。"


def only_ledger() -> Store:
    """A store that has but the sample's ledger of special inspections."""
    path = next(path for path in tracked() if path.name.startswith("7."))
    checked = check([read_in_process(path.name, path.read_bytes(), Limits())], Known(), Choices())
    return store_of(*checked.imports)


def test_the_panels_need_no_other_ledger():
    facts = only_ledger().facts()
    for panel in SPECIAL_PANELS:
        made = build(panel, facts, {"year": "2020年"}, LIGHT)
        assert len(made.table) and made.say
    assert [card.value for card in special_cards(facts, {})] == ["4", "26", "37", "3"]


def test_the_panels_are_empty_in_an_empty_store():
    facts = Store.memory().facts()
    for panel in SPECIAL_PANELS:
        made = build(panel, facts, {}, LIGHT)
        assert made.empty and not made.say and made.figure is None
    assert {card.value for card in special_cards(facts, {})} == {"未报"}
