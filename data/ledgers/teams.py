"""巡察组台账: the teams with their strength and whom they must keep away from; no names."""

from data.kinds import Label
from data.kinds.counts import PERSONS
from data.ledger import Field, Ledger
from data.ledgers.shared import BATCH, COUNTY, NOTE, ROUND, TEAM, TERM, THEME, YEAR, count

TEAMS = Ledger(
    name="teams",
    label="巡察组台账",
    meaning="巡察组及人数、回避事项，一个组一行。姓名不保留；排组时据回避单位、回避乡镇避开。",
    titles=("巡察组台账", "组建情况", "巡察组设置", "人员编组", "巡察组一览", "回避"),
    fields=(
        COUNTY, TERM, YEAR, ROUND, BATCH, THEME,
        TEAM,
        count("staff", "人数", "人", "组员人数", "成员人数", "巡察干部", "组内人数", "巡察人员", "抽调人数", "人员数", units=PERSONS),
        count("units_at_once", "同时巡察单位", "个", "同时巡察单位数", "每组单位数"),
        Field(name="avoid_organisations", label="任职回避单位", kind=Label(), headings=("回避单位", "任职回避", "应回避单位", "公务回避单位"), help="多个用顿号隔开。"),
        Field(name="avoid_towns", label="地域回避乡镇", kind=Label(), headings=("地域回避", "回避乡镇", "回避地域", "籍贯回避"), help="多个用顿号隔开。"),
        count("village_squads", "村级小组数", "个", "村(社区)巡察小组", "村级小组"),
        NOTE,
    ),
    key=("county", "term", "year", "round", "theme", "team"),
    names_row=("team",),
    needs=("staff", "avoid_organisations", "avoid_towns"),
    tells=("avoid_organisations", "avoid_towns", "village_squads", "units_at_once"),
    scope=("county", "term", "year", "round"),
    personal=("组长", "副组长", "联络员", "组员", "成员", "组员名单", "成员名单"),
    aside=("临时党支部",),
    complete=True,
)  # fmt: skip
