"""A workbook as a large office sends it: an issue ledger of 10,000 rows and 15 columns, texts as shared strings."""

import io
from datetime import date, timedelta
from random import Random

from openpyxl import Workbook

ROWS = 10_000
HEADINGS = (
    "序号", "届次", "年度", "轮次", "批次", "巡察组", "被巡察单位", "问题内容", "一级分类", "二级分类", "涉及金额(万元)", "处置方式",
    "发现日期", "反馈时间", "备注",
)  # fmt: skip
_ROUNDS = "一二三四五六七八九十"
_CATEGORIES = {
    "聚焦党的理论路线方针政策和党中央决策部署在基层贯彻落实情况": ("理论学习", "意识形态", "职能责任"),
    "聚焦群众身边腐败问题和不正之风": ("惠民资金", "工程项目", "财务管理"),
    "聚焦基层党组织软弱涣散、组织力欠缺问题": ("组织生活", "民主集中制", "选人用人"),
}
_TEXTS = (
    "“三会一课”制度执行不严，{n}次主题党日记录雷同，个别支部学习记录事后补写",
    "财务报销不规范，第{n}号至第{m}号凭证共计{m}笔支出缺少附件或审批签字",
    "“三重一大”事项集体决策不到位，{n}项重大支出未上会研究即组织实施，会议记录不完整",
    "惠民补贴审核把关不严，{n}户不符合条件人员享受补助，核查时仍未清退",
)


def issue_book(rows: int = ROWS) -> bytes:
    """The workbook's bytes; the same every time."""
    random = Random(15)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("问题台账")
    sheet.append(["示例县委巡察发现问题台账"])
    sheet.append(list(HEADINGS))
    units = [f"县第{_ROUNDS[n // 10]}{_ROUNDS[n % 10]}局" for n in range(95)]
    for number in range(rows):
        category = random.choice(list(_CATEGORIES))
        found = date(2016 + number % 5, 1, 10) + timedelta(days=random.randrange(300))
        sheet.append(
            [
                number + 1, "十三届", found.year, f"第{_ROUNDS[number % 10]}轮", "第一批", f"第{_ROUNDS[number % 3]}巡察组",
                random.choice(units), random.choice(_TEXTS).format(n=number + 2, m=random.randrange(2, 90)), category,
                random.choice(_CATEGORIES[category]), random.choice([None, round(random.uniform(0.1, 50), 2)]),
                random.choice(["反馈", "立行立改", "移交线索"]), found, found + timedelta(days=40), random.choice([None, "已核实"]),
            ]
        )  # fmt: skip
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
