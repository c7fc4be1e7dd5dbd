"""What each setting is called and what it does, declared once: for the form, the record of changes and the manual."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.kinds.numerals import chinese
from data.ledgers import LEDGERS
from data.settings import NAMES

# The cards of the settings page, in order, each with the line beside its title.
GROUPS = {
    "单位": "印在各页与导出文件上",
    "口径": "决定什么算完成、什么算覆盖，更改后所有指标重新计算",
    "小基数": "决定哪些比率标出区间、哪些不排名，不改变任何计数",
    "时限与提醒": "决定红黄绿标识和待办提醒的起止，不改变任何计数",
}


@dataclass(frozen=True, kw_only=True)
class Setting:
    """One setting in words. `help`: its effect, one Chinese sentence. `low`, `high`: the numbers that can be chosen."""

    name: str
    label: str
    group: str
    help: str
    unit: str = ""
    low: int = 1
    high: int = 400

    def __post_init__(self) -> None:
        if self.name not in NAMES:
            raise ValueError(f"There is no setting {self.name!r}; add it to data/settings.py")
        if self.group and self.group not in GROUPS:
            raise ValueError(f"There is no group {self.group!r}; the groups are {list(GROUPS)}")

    @property
    def full(self) -> str:
        """The label with its unit: 绿色起点（天）."""
        return f"{self.label}（{self.unit}）" if self.unit else self.label


_ALL = (
    Setting(name="office", label="单位名称", group="单位", help="印在各页页首和导出文件上。"),
    Setting(name="county", label="所在县（市、区）", group="单位", help="台账没有写明县（市、区）的行，都归到这里。"),
    Setting(name="marking", label="密级标识", group="单位", help="印在各页页首和导出文件上，留空则不印。"),
    Setting(name="keep_files", label="保存原始文件", group="单位", help="默认只保存读取到的单元格，个人信息列清空；勾选后另存上传的原文件。"),
    Setting(name="terms", label="届次起止", group="", help="每届县委的起止日期；序时进度、各届归属按此计算。"),
    Setting(name="templates", label="报告模板", group="", help="本单位改写过的报告模板；没有改写的用随看板提供的。"),
    Setting(name="resend", label="重报方式", group="", help="重报台账时，新表是否整体替代同一范围的旧表。"),
    Setting(name="coverage_target", label="届末覆盖率目标", group="口径", unit="%", high=100, help="序时进度线在届末到达的百分比。"),
    Setting(name="predecessor_counts", label="改革前已巡算覆盖", group="口径", help="机构合并、更名前已巡察的，其承接单位计为已覆盖；不勾选则须重新巡察。"),
    Setting(name="done_states", label="计为整改完成的状态", group="口径", help="整改台账中处于这些状态的问题计入整改完成率的分子；各地通常只计“已完成”，不计“基本完成”和“阶段性完成”。"),
    Setting(name="green_days", label="绿色天数", group="时限与提醒", unit="天", low=0, help="距整改时限不超过此天数的标绿色提醒。"),
    Setting(name="yellow_days", label="黄色天数", group="时限与提醒", unit="天", low=0, help="距整改时限不超过此天数的标黄色预警，超期的标红色；不得大于绿色天数。"),
    Setting(name="at_once_days", label="立行立改时限", group="时限与提醒", unit="天", help="立行立改问题自反馈之日起应在此天数内完成，超过的计为超期。"),
    Setting(name="clue_months", label="线索催办", group="时限与提醒", unit="个月", help="线索移送满此月数仍无结果的列入提醒，分三档，从短到长。"),
    Setting(name="mask_below", label="投屏脱敏人数", group="单位", unit="人", high=100, help="投屏脱敏时，少于此数的人数不显示。"),
    Setting(name="rank_below", label="不排名的基数", group="小基数", help="分母少于此数的比率用灰色单列，不参与排名，也不称最高、最低；个别变动即可左右这样的比率。"),
    Setting(name="interval_below", label="标出区间的基数", group="小基数", help="分母少于此数的比率标出95%区间（威尔逊法），区间越宽，比率越不能说明问题；不得小于不排名的基数。"),
    Setting(name="uninspected_years", label="长期未巡", group="时限与提醒", unit="年", high=20, help="超过此年数未巡察的党组织列入提醒。"),
    Setting(name="stale_days", label="台账久未更新", group="时限与提醒", unit="天", help="超过此天数没有重报的台账列入提醒。"),
)  # fmt: skip

SETTINGS: dict[str, Setting] = {one.name: one for one in _ALL}


def said(name: str, value: object) -> str:
    """A setting's value as people read it; 未设置 for nothing."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if name == "terms":
        return "；".join(f"{chinese(t)}届 {first} 至 {last}" for t, (first, last) in sorted(value.items())) or "未设置"
    if name == "templates":
        return "、".join(f"{one}（{len(text)}字）" for one, text in value.items()) or "随看板提供"
    if isinstance(value, Mapping):
        return "；".join(f"{LEDGERS[n].label}{'整体替代' if on else '逐行更新'}" for n, on in value.items()) or "按台账默认"
    unit = SETTINGS[name].unit
    if isinstance(value, tuple | list):
        return "、".join(f"{one:g}" if isinstance(one, int | float) else str(one) for one in value) + unit
    if isinstance(value, int | float):
        return f"{value:g}{unit}"
    return str(value) or "未设置"
