"""The conditions of planning as sliders; they stand in the address, so that a link reproduces what was reckoned."""

from dataclasses import dataclass, replace

import streamlit as st

from analytics.plan.capacity import Scenario


@dataclass(frozen=True, kw_only=True)
class Slide:
    """One slider: the scenario's value, its label, its ends and its step."""

    name: str
    label: str
    least: int
    most: int
    step: int = 1
    unit: str = ""


SLIDES = (
    Slide(name="teams", label="巡察组数", least=1, most=40, unit="个"),
    Slide(name="per_team", label="一托几（每组每轮单位数）", least=1, most=8, unit="个"),
    Slide(name="days", label="每轮进驻天数", least=7, most=120, unit="天"),
    Slide(name="rest_days", label="轮间间隔天数", least=0, most=120, unit="天"),
    Slide(name="rounds_a_year", label="每年轮数（上限）", least=1, most=6, unit="轮"),
    Slide(name="squads", label="配村级小组的组（1+1）", least=0, most=100, step=10, unit="%"),
    Slide(name="villages_per_team", label="每组每轮带村数", least=0, most=30, unit="个"),
    Slide(name="villages_per_squad", label="每个村级小组每轮巡村数", least=0, most=30, unit="个"),
)


def afresh() -> bool:
    """Whether the whole register is to be planned anew, as at the next term's beginning."""
    return st.toggle("按下届全部重排", key="afresh", bind="query-params", help="从下届首日起，名录内全部单位和村（社区）重新安排")


def conditions(begin: Scenario) -> Scenario:
    """Shows the sliders, set to the ledgers' own values at first, and returns the scenario chosen."""
    chosen = {}
    for half in (SLIDES[:4], SLIDES[4:]):
        for column, one in zip(st.columns(4), half, strict=True):
            value = min(one.most, max(one.least, getattr(begin, one.name)))
            chosen[one.name] = column.slider(
                one.label, one.least, one.most, value, one.step, format=f"%d{one.unit.replace('%', '%%')}", key=one.name, bind="query-params",
            )  # fmt: skip
    return replace(begin, **{name: int(value) for name, value in chosen.items()})
