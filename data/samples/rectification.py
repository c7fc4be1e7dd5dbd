"""What became of round ten's issues by the end of the year, one by one; each unit's measures and deadline invented."""

from datetime import date, timedelta
from random import Random

from openpyxl import Workbook

from data.samples import COUNTY, CUT_OFF, SEED
from data.samples.issues import CATEGORIES, Issue
from data.samples.sheets import Column, Row, column, lay_out
from data.samples.work import TERM_NAME, round_name

ROUND = 10

_MEASURES = {
    "policy": ("制定任务清单，明确责任科室和完成时间，按月调度", "专题研究部署，补齐缺项，健全常态化工作机制", "开展专项排查，逐项销号，举一反三整改"),
    "conduct": ("清查账目，规范审批程序，收回不合规支出", "开展专项清理，完善内控制度，对责任人批评教育", "全面复核发放名册，纠正错漏，公开结果"),
    "party": ("召开专题会议，修订议事规则，严格执行", "补录资料，规范程序，开展业务培训", "制定年度计划，纳入考核，定期检查"),
}
_TARGETS = ("问题整改到位，形成长效机制", "按期完成整改并建立制度", "立行立改，防止反弹")
_POSTS = ("党组书记、局长", "党组成员、副局长", "分管副职", "纪检监察组组长")
_TOWN_POSTS = ("党委书记", "党委副书记、镇长", "纪委书记", "分管副镇长")
_ROOMS = ("办公室", "财务室", "党建工作室", "业务科室")
# How a finished issue's deadline was written; every writing is due before the year's end.
_DONE_BY = ("2020年11月底前", "2020-10-31", "2020年12月15日前", "2020年三季度", "2020年10月底", "2020年12月10日")
# Those still open: state, deadline as written, why; the first five are overdue.
_OPEN = (
    ("超期", "2020年11月底前", "涉及历史遗留合同，正在协商"),
    ("未完成", "2020年10月底前", "责任单位人员变动，移交不及时"),
    ("进行中", "2020-11-30", "资产权属资料不全，正在补办"),
    ("进行中", "2020年12月15日前", "需上级部门批复"),
    ("基本完成", "2020年12月20日", "尚余个别款项未收回"),
    ("进行中", "2021年1月8日", None),
    ("进行中", "2021年1月6日前", None),
    ("基本完成", "2021年1月10日", None),
    ("进行中", "2021年1月15日", None),
    ("阶段性完成", "2021年1月20日前", None),
    ("进行中", "2021年1月18日", None),
    ("进行中", "2021年3月底前", None),
    ("正在整改", "2021年6月底前", None),
    ("阶段性完成", "2021年6月30日", None),
    ("进行中", "2021年上半年", None),
    ("基本完成", "2021年3月", None),
    ("整改中", "2021年底前，并长期坚持", None),
    ("阶段性完成", "2021年底前，并长期坚持", None),
    ("长期坚持", "立行立改，长期坚持", None),
    ("长期坚持", "长期坚持", None),
    ("持续整改", "长期坚持", None),
    ("长期坚持", "立行立改，长期坚持", None),
    ("长期坚持", "长期坚持", None),
    ("进行中", "长期坚持", None),
    ("进行中", None, None),
    ("基本完成", "2021年3月底前", None),
    ("进行中", "2021年4月底前", None),
    ("阶段性完成", "2021年5月", None),
)  # fmt: skip


def rectification_ledger(found: list[Issue]) -> Workbook:
    """整改台账: the issues of round ten, three lists in one sheet: the issue, what is to be done by when, who answers for it."""
    book = Workbook()
    book.active.title = "第十轮整改台账"
    here = [one for one in found if one.inspection.round == ROUND]
    dice = Random(SEED + 11)
    open_ = dict(zip(sorted(dice.sample(range(len(here)), len(_OPEN))), dice.sample(_OPEN, len(_OPEN)), strict=True))
    rows = [_row(one, open_.get(place), dice) for place, one in enumerate(here)]
    lay_out(
        book.active, title=f"中共{COUNTY}委{round_name(ROUND)}常规巡察反馈问题整改台账（三清单）", unit="个、项、万元", columns=_columns(),
        blocks=[("", rows)], label_in="issue_no", grand="合计",
        notes=(f"注：1.本轮反馈问题{len(here)}个，截至2020年12月31日已完成整改{len(here) - len(_OPEN)}个。", "2.立行立改事项自反馈之日起15日内完成。"),
    )  # fmt: skip
    return book


def _columns() -> list[Column]:
    def one(name: str, heading: str = "", **more: object) -> Column:
        return column("rectifications", name, heading, **more)

    return [
        one("issue_no"), one("term", merged=True), one("year", merged=True), one("round", merged=True, width=12),
        one("organisation", merged=True, width=24), one("text", width=46), one("category", width=28), one("immediate", "立行立改"),
        one("target", width=22), one("measures", width=40), one("post", width=18), one("department", "责任科室"),
        Column(key="responsible", heading="责任人"), one("deadline", width=20), one("progress", width=24), one("state", "完成情况"),
        one("closed"), one("closed_on"), one("reason", width=24), one("rules_new", total=True), one("rules_revised", total=True),
        one("money_refunded", total=True), one("money_collected", total=True), one("money_recovered", total=True),
    ]  # fmt: skip


def _row(one: Issue, still: tuple[str, str | None, str | None] | None, dice: Random) -> Row:
    unit = one.inspection
    fed_back = unit.fed_back_on
    town = unit.form == "巡镇带村"
    at_once = one.immediate and still is None
    state, deadline, why = still or ("已完成", "立行立改" if at_once else dice.choice(_DONE_BY), None)
    closed_on = None if still else _closed_on(deadline, at_once, fed_back, dice)
    row: Row = {
        "issue_no": one.number, "term": TERM_NAME, "year": 2020, "round": round_name(unit.round, unit.batch), "organisation": unit.organisation,
        "text": one.text, "category": CATEGORIES[one.stream], "immediate": "√" if one.immediate else None,
        "target": dice.choice(_TARGETS), "measures": dice.choice(_MEASURES[one.stream]), "post": dice.choice(_TOWN_POSTS if town else _POSTS),
        "department": dice.choice(_ROOMS), "responsible": "某某某", "deadline": deadline,
        "progress": "已整改到位" if not still else "正在按计划推进" if not why else "未达到序时进度", "state": state,
        "closed": "否" if still else "是", "closed_on": closed_on, "reason": why,
    }  # fmt: skip
    if not still:
        row |= {"rules_new": 1 if dice.random() < 0.13 else None, "rules_revised": 1 if dice.random() < 0.17 else None}
        if one.money and one.stream == "conduct":
            stream = dice.choice(("money_refunded", "money_collected", "money_recovered"))
            row[stream] = round(one.money * dice.uniform(0.3, 0.9), 2)
    return row


def _closed_on(deadline: str, at_once: bool, fed_back: date, dice: Random) -> date:
    """The day of closing: mostly in time, now and then some days after the deadline."""
    if at_once:
        return fed_back + timedelta(days=dice.randrange(3, 15 if dice.random() < 0.9 else 40))
    last = {"2020-10-31": date(2020, 10, 31), "2020年10月底": date(2020, 10, 31), "2020年三季度": date(2020, 9, 30), "2020年11月底前": date(2020, 11, 30)}
    day = last.get(deadline, date(2020, 12, 10))
    late = dice.random() < 0.08
    return min(day + timedelta(days=dice.randrange(4, 18)), CUT_OFF) if late else day - timedelta(days=dice.randrange(1, 35))
