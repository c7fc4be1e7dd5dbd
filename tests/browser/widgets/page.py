"""One of each widget that a page may use, and the product's own parts fed with hostile names."""

import streamlit as st

from analytics.cards.card import Card
from pages.parts import style
from pages.parts.banner import banner
from pages.parts.card import card
from pages.parts.kpi import kpi
from pages.parts.wall import Tile, Town, wall

HOSTILE = "<img src=x onerror=alert(1)>"

style.apply()
banner("可随意查看。", "导入本单位台账", lambda: None)
st.file_uploader("台账", accept_multiple_files=True, type=["xlsx", "csv"])
st.file_uploader("单个台账", type=["xlsx"])
st.selectbox("单位", ["甲", "乙"], index=None)
st.multiselect("轮次", ["甲", "乙"])
st.date_input("日期")
st.date_input("起止", value=())
st.time_input("时间")
st.number_input("个数", 0, 9)
st.text_input("关键字")
st.text_area("说明")
st.segmented_control("范围", ["本届", "本年度"])
st.pills("年度", ["甲", "乙"])
st.slider("比例", 0, 9)
st.toggle("开关")
st.dataframe({"甲": [1, 2], "乙": ["子", "丑"]}, key="table")
st.data_editor({"甲": [1, 2]}, num_rows="dynamic", key="editor")
st.metric("指标", 1, 1)
st.download_button("下载", b"", "a.csv")
with st.expander("展开"):
    st.code("甲")
st.tabs(["甲", "乙"])
with st.form("form"):
    st.text_input("填写")
    st.form_submit_button("提交")
with card("hostile", HOSTILE, HOSTILE, HOSTILE):
    kpi(Card(name="hostile", label=HOSTILE, value="1", note=HOSTILE, why=HOSTILE))
    chosen = wall([Town(name=HOSTILE, tiles=[Tile(name=HOSTILE, state="late")])], key="wall")
    st.write("选中" if chosen == (HOSTILE, HOSTILE) else "未选")
