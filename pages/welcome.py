"""Placeholder until the first real page is there."""

import streamlit as st

from pages.parts.banner import banner
from pages.parts.card import card
from pages.parts.kpi import Kpi, kpi
from pages.parts.masthead import masthead
from pages.parts.sentence import lead
from pages.parts.steps import Step, steps
from pages.parts.wall import Tile, Town, wall

masthead("工作总览", ("十三届县委", "数据截至 2020年11月30日", "来源:台账 3 份"))
banner("可随意查看和试用,不影响正式数据。", "导入本单位台账", lambda: None)
st.segmented_control("范围", ("本届", "本年度", "本轮"), default="本届", label_visibility="collapsed", key="scope")
lead("全覆盖完成 **81.0%**,!!落后序时 14.0 个百分点!!;剩余村(社区)集中在神臂城镇、福宝镇。资金管理类问题占本轮 **34.2%**。")
F = (
    Kpi(label="巡察覆盖率", value="81.0", unit="%", delta="+4.2个百分点", delta_basis="较上月", good=True, warn="落后序时",
        fraction=.81, pace=.95, note="目标 100% 序时 95.0% 落后 14.0 个百分点", spark=[63.9, 68.3, 72.5, 76.8, 81]),
    Kpi(label="发现问题", value="264", unit="个", delta="+38个", delta_basis="较上年同期", note="立行立改 58 个,占 22.0%", spark=[31, 44, 52, 61, 76]),
    Kpi(label="村(社区)覆盖率", value="87.9", unit="%", delta="+6.1个百分点", delta_basis="较上轮", good=True, fraction=.879, pace=.85, spark=[1, 2, 3, 3.3, 4]),
    Kpi(label="线索立案率", value="70.6", unit="%", delta="−3.2个百分点", delta_basis="较上年", good=False, note="移送 17 条 → 立案 12 件 12 人", spark=[66, 69, 74, 73.8, 70.6]),
)
for column, (n, f) in zip(st.columns(4), enumerate(F), strict=True):
    with column, card(f"kpi_{n}"):
        kpi(f)
left, right = st.columns([3, 5])
with left, card("steps", "从问题到案件", "本年度 条/件/人"):
    steps([Step(label="发现问题", value="264", unit="个"), Step(label="移送问题线索", value="17", unit="条", between="每百个问题产生线索 6.4 条"),
           Step(label="立案审查", value="12", unit="件", between="线索立案率 70.6%"), Step(label="给予处分", value="4", unit="人", between="已处分占立案人数 33.3%")])
with right, card("wall", "村(社区)挂图作战", "10 个镇 · 122 个村(社区)", say="已巡察 **94** 个。"):
    hit = wall([Town(name=f"<b>镇{n}", tiles=[Tile(name=f"永兴{i}村", state=("done", "doing", "todo", "late")[(n * i) % 4]) for i in range(n)]) for n in range(8, 16)], key="wall")
    st.caption(f"选中 {hit}")
    st.file_uploader("台账", accept_multiple_files=True, type=["xlsx", "csv"])
    st.dataframe({"甲": [1, 2], "乙": ["x", "y"]})
    st.selectbox("单位", ["甲", "乙"], index=None)
    st.multiselect("轮次", ["甲", "乙"])
    st.date_input("日期")
