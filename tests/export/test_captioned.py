"""A picture of a chart says by itself what it shows."""

from dataclasses import replace

from analytics.charts.bars import width
from analytics.export.captioned import CHARACTERS, broken, captioned
from analytics.panels import PANELS
from data.facts import Facts
from tests.export.conftest import YEAR
from tests.export.reading import on_screen


def test_every_chart_has_title_finding_and_foot_and_is_not_changed_itself(sample_facts: Facts) -> None:
    for name in PANELS:
        made = on_screen(name, sample_facts, YEAR)
        if not made.figure:
            continue
        before = repr(made.figure)
        layout = captioned(made, ("示例县委巡察办", "范围：十三届", "内部资料"))["layout"]
        assert repr(made.figure) == before
        assert made.title in layout["title"]["text"] and "内部资料" in layout["annotations"][-1]["text"]
        assert layout["height"] > made.figure["layout"]["height"]


def test_markup_in_a_title_or_a_finding_stays_text(sample_facts: Facts) -> None:
    made = replace(on_screen("coverage_by_kind", sample_facts, YEAR), title="<b>甲", say="<a href='x'>**乙**")
    title = captioned(made, ("<i>丙",))["layout"]["title"]
    assert "&lt;b&gt;甲" in title["text"] and "&lt;a href" in title["subtitle"]["text"]


def test_a_long_finding_is_broken_and_nothing_is_lost() -> None:
    lines = broken("各轮次移送线索" * 60)
    assert "".join(lines) == "各轮次移送线索" * 60 and all(width(line) <= CHARACTERS for line in lines)
    assert broken("") == []
