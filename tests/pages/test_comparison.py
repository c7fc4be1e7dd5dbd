"""The card of comparisons: what it says, what it colours, and that no text becomes HTML."""

import pytest

from analytics.compare import Comparison, Side
from analytics.metrics import METRICS
from analytics.period import Period
from analytics.query import Figure
from pages.parts.comparison import comparison_html, verdict


def side(name: str, value: float, metric: str = "coverage_rate") -> Side:
    """A side with 77/95 behind it."""
    return Side(period=Period(name=name), figure=Figure(metric=METRICS[metric], numerator=77, denominator=95, value=value, basis="明细"))


def test_the_card_says_both_figures_with_their_days_and_the_reason_where_there_is_none():
    rate = Comparison(label="上年同期", now=side("2020年", 81.05), then=side("2019年", 66.3), change="+14.7个百分点", caveat="5月未满，比较到4月底。")
    html = comparison_html((rate, Comparison(label="上届同期", reason="设置中没有十二届的起止日期。")), "up")
    assert "<b>81.1%</b>（77/95）<small>2020年：起止日期未注明</small>" in html
    assert '<td class="good"><b>▲ 14.7个百分点</b><small class="caveat">5月未满，比较到4月底。</small>' in html
    assert "设置中没有十二届的起止日期。" in html


def test_no_text_becomes_html():
    hostile = "<img src=x onerror=alert(1)>"
    html = comparison_html((Comparison(label=hostile, now=side(hostile, 1), then=side(hostile, 2), change="−1", caveat=hostile), Comparison(label="", reason=hostile)), "up")
    assert "<img" not in html and html.count("&lt;img src=x") == 5


@pytest.mark.parametrize(
    "change, better, wanted",
    [("+1个", "up", "good"), ("−1个", "up", "bad"), ("+1个", "down", "bad"), ("−1个", "down", "good"), ("+1个", "none", ""), ("±0个", "up", "")],
)
def test_a_change_is_welcome_only_where_the_metric_says_which_way(change, better, wanted):
    assert verdict(change, better) == wanted
