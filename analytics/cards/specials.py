"""The key figures of special inspections."""

from analytics.cards.card import Card, joined
from analytics.dimensions import UNSAID
from analytics.formats import number
from analytics.lists.specials import campaigns
from analytics.panels.panel import Where
from analytics.query import figure
from analytics.wording import listed
from data.facts import Facts


def special_cards(facts: Facts, where: Where) -> tuple[Card, ...]:
    """Returns funds, sites, issues and campaigns for a scope, each in a unit of its own."""
    orgs, funds, amount, sites, issues, clues, per, started = (
        figure(facts, name, where)
        for name in (
            "special_orgs", "special_funds", "fund_amount", "sites_visited", "special_issues", "special_clues", "issues_per_fund",
            "special_campaigns",
        )
    )  # fmt: skip
    names = [one.campaign for one in campaigns(facts, where).itertuples() if one.campaign != UNSAID]
    return (
        Card(
            name="special_funds", label="专项资金", value=funds.text, unit="项", metric="special_funds", where=where,
            note=joined(f"涉及 {orgs.text} 个单位" if orgs.value else "", f"已填资金规模 {amount.text} 万元" if amount.value else ""),
        ),
        Card(name="sites_visited", label="走访企业、村（社区）", value=sites.text, unit="个", note="混合单位，不计入延伸巡察村数", metric="sites_visited", where=where),
        Card(
            name="special_issues", label="专项发现问题", value=issues.text, unit="个", metric="special_issues", where=where,
            note=joined(
                f"移送线索 {clues.text} 条" if clues.value is not None else "",
                f"每百万元资金 {number(per.value * 100, 2)} 个" if per.value is not None else "",
            ),
        ),
        Card(name="special_campaigns", label="推动专项整治", value=started.text, unit="项", note=listed(names, unit="项"), metric="special_campaigns", where=where),
    )  # fmt: skip
