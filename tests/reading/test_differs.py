"""What a sheet contradicts of itself is kept with both numbers and the rows behind them, for the reconciliation page."""

from data.importing import Choices, Known, check
from data.workbook.model import Sheet, Workbook

HEAD = ["轮次", "被巡察单位", "发现问题", "应整改", "已整改", "整改率"]


def differing(*rows: list) -> list[tuple]:
    """Cell, code, field, both numbers and the rows summed, of what a round ledger with these rows contradicts."""
    sheet = Sheet(name="统计表", visible=True, rows=[["2020年巡察情况统计表"], HEAD, *rows], errors={})
    report = check([Workbook(name="统计表.xlsx", sha256="1", sheets=(sheet,))], Known(), Choices()).reports[0]
    assert report["status"] == "loaded", report["reason"]
    return [
        (p["cell"], p["code"], *(p["differs"][k] for k in ("field", "printed", "computed", "row", "first", "last")))
        for p in report["problems"]
        if "differs" in p
    ]


def test_a_total_row_is_kept_with_the_rows_that_it_should_sum():
    rows = [["第十轮", "县教育局", 9, 9, 9, "100%"], ["第十轮", "县水利局", 8, 8, 4, "50%"], ["合计", None, 19, 17, 13, "76.5%"]]
    assert differing(*rows) == [("C5", "sum_differs", "issues", 19, 17, "合计", 3, 4)]


def test_a_printed_rate_is_kept_with_the_rate_that_its_row_comes_to():
    rows = [["第十轮", "县教育局", 9, 9, 9, "90%"], ["第十轮", "县水利局", 8, 8, 4, "50%"], ["合计", None, 17, 17, 13, "95%"]]
    assert differing(*rows) == [
        ("F3", "rate_wrong", "rectified_rate", 90, 100, "", 0, 0), ("F5", "rate_wrong", "rectified_rate", 95, 76.4706, "合计", 0, 0),
    ]  # fmt: skip


def test_sheets_that_agree_with_themselves_leave_nothing():
    assert differing(["第十轮", "县教育局", 9, 9, 9, "100%"], ["合计", None, 9, 9, 9, "100%"]) == []
