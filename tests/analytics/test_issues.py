"""问题分析: what its sentences say is said of all issues in the scope, whatever the charts have room for."""

import re

from analytics.lead import overview_lead
from analytics.panels import PANELS
from analytics.panels.issues import COLUMNS
from analytics.panels.panel import build
from analytics.query import frame
from analytics.theme import LIGHT
from data.facts import Facts


def test_the_share_of_the_leading_category_counts_the_rounds_that_have_no_column_too(sample_facts: Facts) -> None:
    where = {"term": "十三届"}
    split = frame(sample_facts, "issues_found", by=("round",), where=where)
    assert len(split) > COLUMNS
    say = build(PANELS["issues_by_category"], sample_facts, where, LIGHT).say.replace("**", "")
    first, share, top, whole, untold = re.match(r"(.+?)类最多，\d+ 个，占 ([\d.]+)%（(\d+)/(\d+)）。另有 (\d+) 个仅报总数", say).groups()
    by_category = frame(sample_facts, "issues_found", by=("category",), where=where).set_index("category")["value"]
    named = by_category.drop("未注明")
    assert (first, int(top), int(whole), int(untold)) == (named.idxmax(), named.max(), named.sum(), by_category["未注明"])
    assert f"{first}类占 {share}%" in overview_lead(sample_facts, where).replace("**", "")
