"""The blank workbook of a ledger: headings to fill in under, what each wants, and a second sheet that explains them."""

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data.kinds import Batch, Choice, Day, Filed, Flag, Number, Period, Round, Text, Tokens
from data.ledger import GUIDE_SHEET, Field, Ledger
from data.steady import saved

HEADING_ROW = 3
# Data validation needs an end; nobody fills a template by hand beyond this row.
_LAST_ROW = 5000

_TITLE = Font(size=16, bold=True)
_HEADING = Font(bold=True)
_REQUIRED = PatternFill("solid", fgColor="FCE4D6")
_PLAIN = PatternFill("solid", fgColor="F2F2F2")
_EDGE = Border(*(Side(style="thin", color="BFBFBF"),) * 4)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_WRAPPED = Alignment(vertical="top", wrap_text=True)


def fields(ledger: Ledger) -> tuple[Field, ...]:
    """The fields that a template asks for: those kept, without a period where start and end are asked for anyway."""
    both = {"start", "end"} <= ledger.by_name.keys()
    return ledger.where(lambda f: f.stored and not (both and isinstance(f.kind, Period)))


def template(ledger: Ledger) -> bytes:
    """An .xlsx file: title, a line for unit and date, headings with comments and dropdowns, and the sheet 填写说明."""
    book = Workbook()
    _blank(book.active, ledger)
    _explained(book.create_sheet(GUIDE_SHEET), ledger)
    return saved(book)


def _blank(sheet: Worksheet, ledger: Ledger) -> None:
    asked = fields(ledger)
    sheet.title = ledger.label
    last = get_column_letter(len(asked))
    # Widely merged, a title would leave the screen; these are the columns that are seen at once.
    shown = get_column_letter(min(len(asked), 10))
    sheet["A1"], sheet["A2"] = ledger.label, "填报单位:          填报时间:"
    sheet["A1"].font, sheet["A1"].alignment = _TITLE, _CENTRE
    sheet.merge_cells(f"A1:{shown}1")
    sheet.merge_cells(f"A2:{shown}2")
    sheet.row_dimensions[1].height, sheet.row_dimensions[HEADING_ROW].height = 28, 34
    for number, field in enumerate(asked, 1):
        letter = get_column_letter(number)
        cell = sheet[f"{letter}{HEADING_ROW}"]
        cell.value, cell.font, cell.alignment, cell.border = field.label, _HEADING, _CENTRE, _EDGE
        cell.fill = _REQUIRED if field.required else _PLAIN
        cell.comment = Comment(_wanted(field), GUIDE_SHEET, width=280, height=110)
        column = sheet.column_dimensions[letter]
        column.width, column.number_format = _width(field), _format(field)
        if words := _choices(field):
            sheet.add_data_validation(_dropdown(field, words, f"{letter}{HEADING_ROW + 1}:{letter}{_LAST_ROW}"))
    sheet.freeze_panes = f"A{HEADING_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEADING_ROW}:{last}{HEADING_ROW}"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"


def _explained(sheet: Worksheet, ledger: Ledger) -> None:
    labels = {f.name: f.label for f in ledger.fields}
    sheet.append([f"{ledger.label}填写说明"])
    sheet.append([ledger.meaning])
    sheet.append(["列名", "填写要求", "填写示例", "是否必填", "其他可识别的列名"])
    for field in fields(ledger):
        need = "必填" if field.required else "选填"
        example = field.kind.example or (_choices(field) or [""])[0]
        wanted = "。".join(filter(None, (field.kind.wanted or field.kind.describe(), field.help.rstrip("。"))))
        sheet.append([field.label, wanted, example, need, "、".join(field.headings)])
    sheet.append([])
    sheet.append(["核对规则"])
    notes = [
        f"{'不符不能入库' if r.severity == 'error' else '不符时提醒'}：{r.describe(labels)}。" for r in ledger.rules
    ]
    key = "、".join(labels[name] for name in ledger.key)
    notes.append(f"识别同一行的依据：{key}。再次报送时，依据相同的行以新报的为准。")
    if ledger.personal:
        notes.append(f"以下各列含个人信息，读入时即丢弃：{'、'.join(ledger.personal)}。")
    for note in notes:
        sheet.append([note])
        sheet.merge_cells(start_row=sheet.max_row, start_column=1, end_row=sheet.max_row, end_column=5)
        sheet.row_dimensions[sheet.max_row].height = 15 * (1 + len(note) // 55)
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment, cell.number_format = _WRAPPED, "@"
    for letter, width in zip("ABCDE", (22, 44, 24, 10, 60), strict=True):
        sheet.column_dimensions[letter].width = width
        cell = sheet[f"{letter}3"]
        cell.font, cell.fill, cell.border = _HEADING, _PLAIN, _EDGE
    sheet["A1"].font, sheet["A1"].alignment = _TITLE, Alignment()
    sheet["A2"].alignment = Alignment()
    sheet.freeze_panes = "A4"


def _wanted(field: Field) -> str:
    """What a heading's comment says: whether the column is needed, what to write, an example, more help."""
    parts = ("必填" if field.required else "选填", field.kind.describe().rstrip("。"), field.help.rstrip("。"))
    return "。".join(filter(None, parts)) + "。"


def _choices(field: Field) -> list[str]:
    """The words that a dropdown offers, none for kinds that are not lists."""
    if isinstance(field.kind, Flag | Filed):
        return ["是", "否"]
    return list(field.kind.options) if isinstance(field.kind, Choice | Tokens) else []


def _dropdown(field: Field, words: list[str], cells: str) -> DataValidation:
    """A list to choose from; where several words or others may stand, it offers without refusing."""
    free = isinstance(field.kind, Tokens | Filed) or getattr(field.kind, "open", False)
    return DataValidation(
        type="list", formula1=f'"{",".join(words)}"', allow_blank=True, sqref=cells, showErrorMessage=not free,
        errorStyle="warning", errorTitle="不在可选内容中", error=field.kind.describe(),
    )  # fmt: skip


def _format(field: Field) -> str:
    """The number format of a column: text where a spreadsheet would turn 1-2 into a date or 0012 into 12."""
    if isinstance(field.kind, Number | Round | Batch | Text):
        return "@"
    return "yyyy-mm-dd" if isinstance(field.kind, Day) else "General"


def _width(field: Field) -> float:
    return 30 if isinstance(field.kind, Text) and field.required else max(11, 2 * len(field.label) + 3)
