"""The written report: clauses, sentences and headings without figures are left out; what is wrong is named with its line."""

import io
import random
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pandas as pd
import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Length

from analytics.dimensions import UNSAID
from analytics.export.document import document
from analytics.metrics import METRICS
from analytics.query import figure, frame
from analytics.report import TEMPLATES, Scope, TemplateWrong, written
from analytics.report.clauses import bare, sentences
from data.facts import Facts
from data.store import Store

YEAR = Scope(year=2020, term=13)


def text(template: str, facts: Facts) -> str:
    return written(template, facts, YEAR).text


@pytest.mark.parametrize(
    "line",
    ["发现问题{{ 数(\"发现问题\") }}个，移送线索{{ 数(\"移送线索\") }}条。", "《办法（试行）》，已经印发；“后半篇文章，做好”。", "没有标点", "[[甲，乙]]，丙。丁！"],
)
def test_a_paragraph_cut_into_clauses_and_joined_again_is_itself(line):
    assert "".join(clause.source + clause.mark for one in sentences(line) for clause in one) == line


def test_marks_inside_brackets_quotes_and_figures_end_no_clause():
    found = sentences("印发《办法，细则》，说“好。”，共{{ 数(\"发现问题\", 类型=\"常规，专项\") }}个。")
    assert [clause.mark for clause in found[0]] == ["，", "，", "。"]


def test_what_is_held_together_is_one_clause():
    assert [bare(clause.source) for clause in sentences("[[甲，乙]]，丙")[0]] == ["甲，乙", "丙"]


def test_figures_stand_in_their_scope(sample_facts):
    said = text('常规巡察发现问题{{ 数("发现问题", 类型="常规") }}个，覆盖率{{ 数("巡察覆盖率", 年=全部, 小数=0) }}。', sample_facts)
    assert said == "常规巡察发现问题264个，覆盖率81%。"


def test_parts_and_names_are_listed_in_the_order_of_their_dimension(sample_facts):
    said = text('其中{{ 分("巡察党组织", 按="轮次", 类型="常规") }}，专项{{ 列("巡察党组织", 按="党组织", 类型="专项", 最多=2) }}。', sample_facts)
    assert said.startswith("其中第十轮14个、第十一轮18个，专项")
    assert said.endswith("等。")


def test_a_clause_whose_figure_does_not_exist_is_left_out_and_the_sentence_still_ends(sample_facts):
    said = text('发现问题{{ 数("发现问题", 类型="常规") }}个，谈话{{ 数("个别谈话", 年=2011) }}人次。', sample_facts)
    assert said == "发现问题264个。"


def test_a_sentence_left_without_figures_is_left_out_with_its_opening_words(sample_facts):
    said = text('今年以来，谈话{{ 数("个别谈话", 年=2011) }}人次。全县一盘棋。', sample_facts)
    assert said == "全县一盘棋。"


def test_nothing_is_ever_printed_as_none_or_as_a_nought_that_nobody_reported():
    facts = Store.memory().facts()
    said = text('# 总结\n## 情况\n发现问题{{ 数("发现问题") }}个，覆盖率{{ 数("巡察覆盖率") }}。', facts)
    assert said == "总结"


def test_headings_are_numbered_and_those_with_nothing_below_are_left_out(sample_facts):
    template = '## 甲\n### 空\n谈话{{ 数("个别谈话", 年=2011) }}人次。\n### 子\n正文。\n## 乙\n正文。'
    assert text(template, sample_facts).splitlines() == ["一、甲", "（一）子", "正文。", "二、乙", "正文。"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('共{{ 数("发现问提") }}个。', "是否指“发现问题”"),
        ('共{{ 数("发现问题", 颜色="红") }}个。', "没有名为“颜色”的维度"),
        ("共{{ 数( }}个。", "写法有误"),
        ("共{{ 无此词 }}个。", "“无此词”没有含义"),
        ("图：没有的图", "没有这个图表"),
        ("{{ ().__class__.__mro__[1].__subclasses__() }}", "写法有误"),
        ('共{{ 数("个别谈话", 乡镇="白沙镇") }}人次。', "不能按"),
    ],
)
def test_what_is_wrong_in_a_template_is_named_with_its_line(line, why, sample_facts):
    with pytest.raises(TemplateWrong, match=why) as told:
        text(f"正文。\n\n{line}", sample_facts)
    assert told.value.line == 3


# The seed's own figures, as the year's report of the sample county states them.
SEED = (
    "常规巡察2轮", "专项巡察1轮", "32个党组织", "第十轮14个", "第十一轮18个", "第十一轮第二批", "5个单位党组织", "各类问题264个", "村（社区）86个",
    "问题线索17条", "立案12件12人", "党纪政务处分4人", "巡察全覆盖率81%",
    "10月市县联动巡察组对县委办公室、县人大常委会办公室开展联动、交叉巡察", "11月市县联动巡察组对县公安局开展联动巡察", "4个单位的4项专项资金", "村（社区）26个", "发现问题37个",
    "问题线索2条", "7月至8月专项巡察期间", "4月，组织开展第三轮巡察回访", "8月26日，召开巡察整改集体约谈会议", "敬老院、居家养老服务、物业维修基金等3个专项整治", "第三轮巡察回访", "7个单位", "全面整改问题15个", "5个单位党组织主要负责人进行集体约谈",
    "计划、过程、整改三项联动", "对象选取、数据比对、系统排查三个环节", "《巡察审计整改责任追究办法（试行）》", "第十一轮18个党组织", "剩余2个镇共计36个村（社区）",
)  # fmt: skip


@pytest.mark.parametrize("words", SEED)
def test_the_report_of_2020_states_the_figures_of_the_seed(sample_facts, words):
    assert words in text(TEMPLATES["年度总结"], sample_facts)


BROKEN = re.compile(r"None|nan|NaT|—|〔|\{|\}|\[|[，、；：。（“][，、；：。）”]|^[，、；：。）]|[，、；：]$|（）", re.MULTILINE)


def test_whatever_the_ledgers_lack_no_sentence_breaks(sample_facts):
    chance, said = random.Random(7), set()
    for _ in range(12):
        with lacking(sample_facts, chance) as facts:
            for template in TEMPLATES.values():
                made = text(template, facts)
                assert BROKEN.findall(made.replace("）》", "》").replace("》）", "》").replace("”，", "，").replace("”。", "。")) == [], made
                said.add(made)
    assert len(said) > 12


@contextmanager
def lacking(facts: Facts, chance: random.Random) -> Iterator[Facts]:
    """Yields the same facts with some tables emptied and of others only some rows left."""
    names = [name for (name,) in facts.rows("SELECT DISTINCT table_name FROM duckdb_tables() WHERE starts_with(table_name, 'fact_')")]
    cursor = facts.connection.cursor()
    cursor.execute("CREATE SCHEMA lacking")
    for name in names:
        share = chance.choice((0, 0, 30, 100, 100, 100))
        cursor.execute(f"CREATE VIEW lacking.{name} AS SELECT * FROM {facts.table(name)} WHERE (rowid * 37 + {chance.randrange(100)}) % 100 < {share}")
    try:
        yield replace(facts, schema="lacking")
    finally:
        cursor.execute("DROP SCHEMA lacking CASCADE")


def test_a_document_read_back_holds_exactly_the_figures_of_fifty_random_scopes(sample_facts):
    chance, lines, wanted = random.Random(50), [], []
    while len(wanted) < 50:
        one = METRICS[chance.choice(list(METRICS))]
        name = chance.choice(one.by)
        label = chance.choice(frame(sample_facts, one.name, (name,))[name].tolist() or [UNSAID])
        found = figure(sample_facts, one.name, {name: label})
        if label == UNSAID or found.value is None or name == "year":
            continue
        lines.append(f'{{{{ 数("{one.label}", 年=全部, {name}="{label}") }}}}。')
        wanted.append(found.text.replace(",", "") + "。")
    made = written("\n".join(lines), sample_facts, YEAR)
    book = Document(io.BytesIO(document(made, lambda name: None, lambda name: pd.DataFrame())))
    assert [one.text for one in book.paragraphs][: len(wanted)] == wanted


def test_the_document_holds_the_report_and_the_form_of_the_standard(sample_facts):
    made = written('# 总结\n## 情况\n发现问题{{ 数("发现问题", 类型="常规") }}个。\n表：各类单位完成情况', sample_facts, YEAR)
    content = document(made, lambda name: None, lambda name: pd.DataFrame({"类型": ["乡镇"], "数量（个）": [3]}))
    book = Document(io.BytesIO(content))
    lines = [one.text for one in book.paragraphs]
    assert lines[0] == "总结" and "一、情况" in lines and "发现问题264个。" in lines
    section = book.sections[0]
    assert [round(one.mm) for one in (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)] == [37, 35, 28, 26]
    assert book.settings.odd_and_even_pages_header_footer
    assert [cell.text for cell in book.tables[0].rows[1].cells] == ["乡镇", "3"]
    assert any("2020年12月31日" in line for line in lines)


def test_a_line_of_the_document_has_28_characters_and_each_level_its_font(sample_facts):
    made = written('# 总结\n## 情况\n### 发现问题\n发现问题{{ 数("发现问题", 类型="常规") }}个。', sample_facts, YEAR)
    book = Document(io.BytesIO(document(made, lambda name: None, lambda name: pd.DataFrame())))
    section, body = book.sections[0], next(one for one in book.paragraphs if one.text.startswith("发现问题2"))
    run = body.runs[0]._r.rPr
    width = Length(section.page_width - section.left_margin - section.right_margin).pt
    advance = run.find(qn("w:sz")).val.pt + int(run.find(qn("w:spacing")).get(qn("w:val"))) / 20
    assert int(width / advance) == 28
    form = book.styles["Normal"].paragraph_format
    assert int(Length(section.page_height - section.top_margin - section.bottom_margin).pt / form.line_spacing.pt) == 22
    assert body._p.pPr.find(qn("w:ind")).get(qn("w:firstLineChars")) == "200"
    fonts = {one.text.partition("、")[2] or one.text: one.runs[0]._r.rPr.rFonts.get(qn("w:eastAsia")) for one in [line for line in book.paragraphs if line.text][:4]}
    assert list(fonts.values()) == ["方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"]
    known = parse_xml(book.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE).blob)
    instead = {one.get(qn("w:name")): one.find(qn("w:altName")) for one in known.findall(qn("w:font"))}
    assert all(instead[font] is not None for font in fonts.values())
