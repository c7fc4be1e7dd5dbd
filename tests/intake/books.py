"""Small workbooks as bytes, for tests that send files."""

import io

from openpyxl import Workbook

REGISTER = [["单位名称", "单位简称", "单位类型"], ["县财政局", "财政局", "党政机关"], ["县审计局", "审计局", "党政机关"], ["县水利局", None, "党政机关"]]
ROUNDS = [
    ["中共示例县委第十轮巡察情况统计表"],
    ["届次", "年度", "轮次", "被巡察单位", "发现问题(个)", "移交线索(件)"],
    ["十三届", 2020, "第十轮", "县财政局", 10, 1],
    ["十三届", 2020, "第十轮", "审计局", 8, 0],
]


def book(rows: list[list], sheet: str = "Sheet1") -> bytes:
    """An .xlsx of one sheet."""
    made = Workbook()
    made.active.title = sheet
    for row in rows:
        made.active.append(row)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()
