"""A part of a sheet around one cell: headings on top, what is merged, hidden, emptied or left out told."""

from analytics.trace.window import Window, block_of, window
from data.workbook.model import Sheet


def sheet(rows: list[list], **marks: object) -> Sheet:
    """A sheet of plain cells."""
    return Sheet(name="表", visible=True, rows=rows, errors={}, **marks)


def wide(rows: int, columns: int) -> Sheet:
    """A ledger of the house with running columns after its known ones."""
    heads = ["轮次", "被巡察单位", "巡察状态", *(f"栏{n}" for n in range(columns - 3))]
    return sheet([["标题"], heads, *([f"第{n}轮", f"单位{n}", "已完成", *range(columns - 3)] for n in range(1, rows + 1))])


def drawn(part: Window) -> list[tuple[int | None, list[str]]]:
    """Row numbers with the texts beside them."""
    return [(line.number, [box.text for box in line.boxes]) for line in part.lines]


def test_a_part_has_its_heading_rows_and_twelve_rows_around_the_cell() -> None:
    one = wide(60, 6)
    part = window(one, 30, 1, block_of(one, 30, 1))
    assert [line.number for line in part.lines] == [1, 2, None, *range(26, 38), None]
    assert [line.role for line in part.lines][:4] == ["head", "head", "", ""] and part.cell.text == "单位29"
    assert [line.number for line in part.lines if line.role == "row"] == [31]


def test_a_short_sheet_is_shown_whole() -> None:
    one = wide(5, 6)
    assert [line.number for line in window(one, 3, 1, block_of(one, 3, 1)).lines] == [1, 2, 3, 4, 5, 6, 7]


def test_the_last_row_still_has_twelve_rows_around_it() -> None:
    one = wide(60, 6)
    assert [line.number for line in window(one, 61, 1, block_of(one, 61, 1)).lines] == [1, 2, None, *range(51, 63)]


def test_of_a_wide_sheet_ten_columns_are_shown_and_those_that_name_the_row() -> None:
    one = wide(5, 30)
    part = window(one, 3, 20, block_of(one, 3, 20), keys={1})
    assert [c and c[0] for c in part.columns] == [None, "B", None, *"PQRSTUVWXY", None]
    assert part.cell.text == "17"


def test_merged_cells_are_drawn_as_one_and_broken_where_rows_are_left_out() -> None:
    one = wide(60, 6)
    one.rows[2][2] = "合并"
    one = sheet(one.rows, merges=((2, 2, 61, 2), (0, 0, 0, 5)))
    part = window(one, 40, 2, block_of(one, 40, 2))
    title, first = part.lines[0].boxes, part.lines[3].boxes
    assert (title[0].text, title[0].across) == ("标题", 6)
    assert (first[2].text, first[2].down, first[2].state) == ("合并", 12, "cell")
    assert sum(len(line.boxes) for line in part.lines[4:-1]) == 11 * 5


def test_hidden_rows_and_columns_are_told() -> None:
    one = sheet(wide(5, 6).rows, hidden_rows=frozenset({3}), hidden_columns=frozenset({1}))
    part = window(one, 3, 1, block_of(one, 3, 1))
    assert part.columns[1] == ("B", True) and [line.number for line in part.lines if line.hidden] == [4]


def test_a_value_without_a_column_marks_its_row_only() -> None:
    one = wide(5, 6)
    part = window(one, 3, None, block_of(one, 3))
    assert part.cell is None and [line.number for line in part.lines if line.role == "row"] == [4]


def test_errors_formulas_and_emptied_cells_say_what_they_are() -> None:
    rows = [["轮次", "被巡察单位", "巡察状态"], ["第一轮", "甲", None], ["第二轮", "乙", None]]
    one = Sheet(name="表", visible=True, rows=rows, errors={(1, 2): "#DIV/0!"}, uncached=frozenset({(2, 2)}))
    part = window(one, 1, 2, block_of(one, 1, 2), lost={3})
    assert part.cell.text == "#DIV/0!"
    assert part.lines[2].boxes[2].note == "公式没有保存结果" and part.lines[1].boxes[3].note == "未留存"


def test_a_title_that_is_not_merged_runs_over_the_blank_cells_beside_it() -> None:
    one = wide(5, 6)
    one.rows[0][0] = "中共示例县委巡察工作台账"
    boxes = window(one, 3, 1, block_of(one, 3, 1)).lines[0].boxes
    assert [(box.text, box.across) for box in boxes] == [("中共示例县委巡察工作台账", 6)]
