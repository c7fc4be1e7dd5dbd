"""What is projected tells neither a unit's name, nor who the few are, nor who is to be inspected next."""

import json
import re

import pytest

from analytics.decks import READY, Deck, make
from analytics.masking import Disguise, Masked, masking, ordinal, units
from analytics.panels import PANELS
from analytics.query import figure, frame
from data.facts import Facts
from data.store import Store
from tests.store.sendings import organisations, sending, store_of

RANKED = [one.name for one in PANELS.values() if not one.named]
UNIT = re.compile(r"[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]?单位")


def projected(facts: Facts, *panels: str, masked: bool = True) -> str:
    """Everything that the slides of these panels hold, follow-ups and charts of both themes included."""
    return json.dumps(make(Deck(name="one", title="一", panels=panels), facts, {}, masked).slides, ensure_ascii=False, default=str)


def names_of(facts: Facts) -> list[str]:
    """The units' names that no town has: towns are shown, and their committees are called as they are."""
    towns = {town for (town,) in facts.rows(f"SELECT DISTINCT town FROM {facts.table('fact_village')}")}
    return [name for name in units(facts) if name not in towns]


@pytest.mark.parametrize("panel", RANKED)
def test_no_unit_of_the_register_stands_on_a_masked_slide(sample_facts: Facts, panel: str) -> None:
    text = projected(sample_facts, panel)
    assert [name for name in names_of(sample_facts) if name in text] == []


@pytest.mark.parametrize("name", READY)
def test_a_masked_deck_names_units_only_where_it_lists_those_under_inspection(sample_facts: Facts, name: str) -> None:
    deck = READY[name]
    ranked = Deck(name="ranked", title="一", panels=tuple(one for one in deck.panels if not PANELS[one].named))
    text = json.dumps(make(ranked, sample_facts, {}).slides, ensure_ascii=False, default=str)
    assert [unit for unit in names_of(sample_facts) if unit in text] == []


def test_aliases_follow_the_ranking_and_are_the_same_throughout_a_deck(sample_facts: Facts) -> None:
    panels = ("issues_by_organisation",)
    (slide,) = [one for one in make(Deck(name="d", title="一", panels=panels), sample_facts, {}).slides if one["id"] in panels]
    names = [name.strip() for name in slide["charts"]["light"]["layout"]["yaxis"]["ticktext"]]
    assert names == [f"{ordinal(place)}单位" for place in range(len(names))]
    assert slide["title"].startswith("甲单位") and slide["charts"]["dark"]["layout"]["yaxis"]["ticktext"][0].strip() == "甲单位"


def test_masking_changes_no_figure(sample_facts: Facts) -> None:
    masked, _, _ = masking(sample_facts)
    for metric in ("issues_found", "clues_transferred", "coverage_rate"):
        plain, hidden = (frame(facts, metric, by=("organisation",)) for facts in (sample_facts, masked))
        assert list(plain["value"].dropna()) == list(hidden["value"].dropna())
        assert not set(plain["organisation"]) & set(hidden["organisation"]) - {"未注明"}


def test_without_masking_units_have_their_names(sample_facts: Facts) -> None:
    text = projected(sample_facts, "issues_by_organisation", masked=False)
    assert not UNIT.search(text) and any(name in text for name in names_of(sample_facts))


def test_what_was_read_masked_can_be_asked_for_again(sample_facts: Facts) -> None:
    masked, _, _ = masking(sample_facts)
    for row in frame(masked, "issues_found", by=("organisation",)).head(3).itertuples():
        assert figure(masked, "issues_found", {"organisation": row.organisation}).value == row.value


def register(*units: tuple[str, str]) -> Store:
    """A store with a register and, where a status is given, an inspection of that status in round one."""
    rows = [
        {"term": 13, "year": 2020, "round": 1, "kind": "常规", "organisation": name, "status": status, "issues": 5}
        for name, status in units
        if status
    ]
    return store_of(organisations(*(name for name, _ in units), organisation_kind="党政机关"), sending("rounds", *rows))


def test_units_not_yet_begun_are_never_projected_not_even_in_a_list_of_names() -> None:
    facts = register(("县财政局", "已完成"), ("县审计局", "进驻中"), ("县公安局", ""), ("县司法局", "计划")).facts()
    text = projected(facts, "coverage_left")
    assert "县公安局" not in text and "县司法局" not in text
    assert "县审计局" in text and "未公开" in text
    open_text = projected(facts, "coverage_left", masked=False)
    assert "县公安局" in open_text


def test_few_persons_are_not_counted_and_no_rate_tells_them() -> None:
    row = {"term": 13, "year": 2020, "round": 1, "organisation": "县财政局", "filed": True, "cases": 1}
    clues = [{**row, "clue_no": f"X{number}", "_key": str(number), "case_persons": 1, "sanctions": 1 if number < 2 else 0} for number in range(4)]
    facts = store_of(sending("clues", *clues)).facts()
    masked, _, _ = masking(facts)
    assert (figure(facts, "sanctions_persons").text, figure(masked, "sanctions_persons").text) == ("2", "<3")
    assert figure(masked, "case_persons").text == "4"
    assert figure(masked, "sanction_rate").value is None and figure(facts, "sanction_rate").value == 50
    assert frame(masked, "sanctions_persons", by=("round",))["value"].isna().all()
    steps = [one for one in make(Deck(name="d", title="一", panels=("way_to_case",)), facts, {}).slides if one["kind"] == "steps"]
    assert [step["value"] for step in steps[0]["steps"]][-1] == "<3"


def test_the_threshold_is_a_setting() -> None:
    store = Store.memory()
    store.set("mask_below", 10, "张")
    masked, _, _ = masking(store.facts())
    assert masked.below == 10
    with pytest.raises(ValueError, match="脱敏"):
        store.set("mask_below", 0, "张")


def test_a_name_inside_a_longer_text_is_found_and_the_longest_name_first(sample_facts: Facts) -> None:
    masked = Masked(
        connection=sample_facts.connection, schema=sample_facts.schema, version=1, as_of_date=None, term=None,
        settings=sample_facts.settings, tokens={"县财政局": "\U000f0000", "县财政局下属中心": "\U000f0001", "甲": "\U000f0002"},
    )  # fmt: skip
    assert masked.masked("县财政局下属中心、县财政局") == "\U000f0001、\U000f0000"
    assert masked.masked("甲类") == "甲类" and masked.masked("甲") == "\U000f0002"


def test_aliases_do_not_repeat() -> None:
    assert len({ordinal(place) for place in range(200)}) == 200
    disguise = Disguise(planned=frozenset({"\U000f0009"}))
    assert disguise.written(["\U000f0003", {"a": "\U000f0001和\U000f0003"}]) == ["甲单位", {"a": "乙单位和甲单位"}]
    assert disguise.written("尚未巡察 2 个：\U000f0009、\U000f0009") == "尚未巡察 2 个：（名单未公开）"
