"""整改完成: how much is put right, by round, category and unit, and what is overdue, issue by issue."""

import pandas as pd

from analytics.charts import Segment, bars, columns, stacked
from analytics.dimensions import TIMINGS, UNSAID
from analytics.lists.rectification import open_issues
from analytics.metrics import METRICS
from analytics.panels.frames import basis, merged
from analytics.panels.funnels import Words, funnel
from analytics.panels.panel import Made, Panel, Where
from analytics.query import figure, frame
from analytics.ranking import INTERVAL, bar_frame, extreme, intervals, not_ranked, ranked, rate_texts, small_noted
from analytics.theme import State, Theme
from analytics.wording import listed, strong, warning, whole
from data.facts import Facts

ROUNDS, UNITS = 8, 12
RATE = ("rectification_rate", "issues_to_rectify", "issues_rectified")
FATES = (
    Segment(column="done", label="已整改", state="done"),
    Segment(column="doing", label="期内或未定期限", state="doing"),
    Segment(column="late", label="超期", state="late"),
)
MARKS: dict[str, State] = dict(zip(TIMINGS, ("late", "doing", "done", "done", "todo", "todo"), strict=True))


def counted_as_done(facts: Facts) -> str:
    """Returns which states the office counts as done, as it stands beside every rate."""
    return METRICS["rectification_rate"].said_beside(facts.settings)


def by_round(facts: Facts, where: Where, theme: Theme) -> Made:
    """Each round's issues: put right, still within time, overdue."""
    rate = frame(facts, "rectification_rate", by=("round",), where=where).rename(columns={"numerator": "done", "denominator": "due"})
    found = merged(rate, {"late": frame(facts, "issues_overdue", by=("round",), where=where)}, on="round")
    found = found[found["due"].fillna(0) > 0]
    left = found["due"] - found["done"].fillna(0)
    # An overdue issue may be reported beside its state; it is never more than what is left.
    found = found.assign(late=found["late"].fillna(0).clip(upper=left))
    found = found.assign(doing=left - found["late"])
    drawn = found.tail(ROUNDS).assign(name=lambda rows: rows["round"], text=lambda rows: rate_texts(rows, "done", "due"))
    table = found[["round", "due", "done", "doing", "late", "value"]]
    table.columns = ["轮次", "应整改（个）", "已整改（个）", "期内或未定期限（个）", "超期（个）", "整改完成率（%）"]
    total = figure(facts, "rectification_rate", where)
    late = figure(facts, "issues_overdue", where)
    say = ""
    if total.value is not None:
        overdue = f"，{warning(f'超期 {late.text} 个')}" if late.numerator else ""
        say = f"应整改 {strong(total.denominator)} 个，已整改 {strong(total.numerator)} 个，完成率 {strong(total.text)}（{total.of}）{overdue}。{counted_as_done(facts)}。"
    return Made(table=table, say=say, figure=stacked(drawn, theme, FATES, unit="个") if len(drawn) else None, basis=basis(found))


def rate_table(rows: pd.DataFrame, name: str, label: str) -> pd.DataFrame:
    """Returns the table view of the rate of rectification."""
    return rows[[name, "denominator", "numerator", "value"]].assign(span=intervals(rows)).rename(
        columns={name: label, "denominator": "应整改（个）", "numerator": "已整改（个）", "value": "整改完成率（%）", "span": INTERVAL}
    )


def known_rate(facts: Facts, where: Where, name: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Returns the rate by a dimension where it is known, ranked with the lowest first, and what has no such dimension."""
    found = frame(facts, "rectification_rate", by=(name,), where=where)
    return ranked(found[found[name] != UNSAID], "rectification_rate", facts.settings, lowest=True), found[(found[name] == UNSAID) & found["value"].notna()]


def by_category(facts: Facts, where: Where, theme: Theme) -> Made:
    """The rate by category of issue; totals have none and are said, not drawn."""
    found, rest = known_rate(facts, where, "category")
    say = ""
    if (first := extreme(found)) is not None:
        say = f"{first.category}类完成率最低，{strong(f'{first.value:.1f}%')}（{whole(first.numerator, first.denominator)}）。"
    if len(found) and len(rest):
        say += f"另有 {rest['denominator'].sum():g} 个未分类别，不在图中。"
    say += f"{counted_as_done(facts)}。" if len(found) else ""
    drawn = bar_frame(found, "category", facts.settings)
    return Made(
        table=rate_table(found, "category", "问题类别"), say=say, note=small_noted(found, facts.settings), basis=basis(found),
        figure=bars(drawn, theme, full=100, apart_text=not_ranked(facts.settings)) if len(drawn) else None,
    )  # fmt: skip


def by_organisation(facts: Facts, where: Where, theme: Theme) -> Made:
    """Units from the one furthest behind; what is complete is only counted."""
    found, _ = known_rate(facts, where, "organisation")
    left = found[found["value"] < 100]
    shown = left.head(UNITS)
    say = ""
    if len(found):
        say = f"{strong(len(found))} 个单位，{strong(len(found) - len(left))} 个已全部完成"
        first = extreme(found)
        say += f"；应整改 {facts.settings.rank_below} 个以上的单位中{first.organisation}最低，{strong(f'{first.value:.1f}%')}（{whole(first.numerator, first.denominator)}）。" if first is not None and first.value < 100 else "。"
        say += f"图中为未全部完成的 {len(shown)} 个。" if len(left) > len(shown) else ""
        say += f"{counted_as_done(facts)}。"
    return Made(
        table=rate_table(found, "organisation", "单位"), say=say, note=small_noted(shown, facts.settings), basis=basis(found),
        figure=bars(bar_frame(shown, "organisation", facts.settings), theme, full=100, row=30, apart_text=not_ranked(facts.settings)) if len(shown) else None,
    )  # fmt: skip


def by_town(facts: Facts, where: Where, theme: Theme) -> Made:
    """The rate of each town's issues, against what chance explains: no league table of towns."""
    return funnel(facts, where, theme, metric="rectification_rate", by="town", words=TOWNS)


TOWNS = Words(counter="个乡镇（街道）", part="乡镇（街道）", of="应整改（个）", done="已整改（个）", rate="整改完成率（%）")


def by_timing(facts: Facts, where: Where, theme: Theme) -> Made:
    """What is not put right, by how it stands to its deadline."""
    found = frame(facts, "issues_unrectified", by=("timing",), where=where)
    counts = {name: float(found.loc[found["timing"] == name, "value"].sum()) for name in TIMINGS}
    days = facts.settings
    drawn = pd.DataFrame(
        {
            "name": list(counts), "height": list(counts.values()), "state": [MARKS[name] for name in counts],
            "text": [f"{glyph(theme, name)} {count:g} 个".strip() for name, count in counts.items()],
        }
    )  # fmt: skip
    rest = float(found["value"].sum()) - sum(counts.values())
    return Made(
        table=found[["timing", "value"]].rename(columns={"timing": "时限情况", "value": "未完成整改（个）"}),
        say=say_timing(counts, rest, bool(len(found))),
        figure=columns(drawn, theme, unit="个", height=200) if sum(counts.values()) else None,
        basis=basis(found),
        unit=f"单位：个　黄色 {days.yellow_days} 日内，绿色 {days.green_days} 日内",
    )


def glyph(theme: Theme, timing: str) -> str:
    """Returns the glyph of a timing that presses; ✓ would say that it is done."""
    return theme.mark(MARKS[timing]).glyph if MARKS[timing] in ("late", "doing") else ""


def say_timing(counts: dict[str, float], rest: float, known: bool) -> str:
    """Returns how many issues are left and how many of them press."""
    total = sum(counts.values()) + rest
    if not total:
        return "应整改问题均已完成。" if known else ""
    late, soon = counts["超期"], counts["黄色预警"]
    parts = [warning(f"{late:g} 个超期") if late else "没有超期的", f"{strong(f'{soon:g}')} 个即将到期" if soon else ""]
    said = f"未完成整改 {strong(f'{total:g}')} 个，其中{'，'.join(part for part in parts if part)}。"
    return said + (f"另有 {rest:g} 个仅报总数，期限不详，不在图中。" if rest else "")


def overdue_list(facts: Facts, where: Where, theme: Theme) -> Made:
    """Issues not put right, the longest overdue first, with their deadline as written and who answers for them by post."""
    left = open_issues(facts, where)
    table = pd.DataFrame(
        {
            "时限情况": [f"{glyph(theme, name)} {name}".strip() for name in left["timing"]],
            "超期（天）": pd.array([-one if pd.notna(one) and one < 0 else None for one in left["days_left"]], dtype="Int64"),
            "剩余（天）": pd.array([one if pd.notna(one) and one >= 0 else None for one in left["days_left"]], dtype="Int64"),
            "轮次": left["round_name"].fillna(UNSAID),
            "单位": left["organisation"].fillna(UNSAID),
            "问题编号": left["issue_no"].fillna("—"),
            "问题类别": left["category"].fillna(UNSAID),
            "整改时限": [one.replace(",", "，") if isinstance(one, str) else "—" for one in left["deadline"]],
            "整改状态": left["state"].fillna(UNSAID),
            "责任领导职务": left["post"].fillna("—"),
        }
    )
    late = left[left["timing"] == "超期"]
    say = ""
    if len(late):
        units = late["organisation"].fillna(UNSAID).value_counts()
        longest = late["days_left"].min()
        days = f"，最长 {-longest:g} 天" if pd.notna(longest) and longest < 0 else ""
        say = f"{warning(f'{len(late)} 个问题超期')}{days}，涉及{listed([f'{name} {count} 个' for name, count in units.items()], unit='个单位')}。"
    elif len(left):
        say = "没有超期的问题。"
    return Made(table=table, say=say, basis="明细" if len(left) else "")


RECTIFICATION_PANELS = (
    Panel(
        name="rectify_by_round", title="各轮整改完成情况", unit="单位：个　n/N 为已整改/应整改", metrics=(*RATE, "issues_overdue"), make=by_round,
        why={"期内或未定期限": "应整改减已整改、超期"},
    ),
    Panel(
        name="rectify_by_category", title="各类问题整改完成率", unit="单位：%　n/N 为已整改/应整改", metrics=RATE, make=by_category, besides=("issues",),
    ),
    Panel(
        name="rectify_by_organisation", title="各单位整改完成率", unit="单位：%　从低到高", metrics=RATE, make=by_organisation,
    ),
    Panel(
        name="rectify_by_town", title="各乡镇（街道）问题整改完成率", unit="单位：%　横轴为应整改问题数", metrics=RATE, make=by_town,
        note="只统计写明乡镇（街道）的问题。",
    ),
    Panel(
        name="rectify_by_timing", title="未完成问题的时限", metrics=("issues_unrectified", "issues_overdue"), make=by_timing,
    ),
    Panel(
        name="rectify_open", title="未完成问题清单", unit="超期的在前", metrics=("issues_unrectified", "issues_overdue"), make=overdue_list,
        note="只列有整改台账明细的问题；责任人只列职务，不含姓名。",
    ),
)  # fmt: skip
