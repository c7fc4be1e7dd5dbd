"""What is not there has its sign in a page's table, on its cards and in the glossary."""

import pandas as pd
from streamlit.testing.v1 import AppTest

from analytics.cards.card import Card
from analytics.theme import LIGHT
from pages.contents import FOLDER
from pages.parts.kpi import kpi_html


def page(file: str) -> AppTest:
    """A page of the sample county."""
    app = AppTest.from_file(str(FOLDER / "frame.py"), default_timeout=60)
    app.switch_page(file).run()
    assert not app.exception
    return app


def test_where_one_reason_holds_its_sign_stands_in_the_empty_cells_and_columns_stay_numbers() -> None:
    app = page("clues.py")
    app.toggle(key="table_clue_cohorts").set_value(True).run()
    table = app.dataframe[0]
    assert table.proto.placeholder == "未报"
    assert pd.api.types.is_numeric_dtype(table.value["未办结（件）"]) and table.value["未办结（件）"].isna().any()


def mixed() -> None:
    import pandas as pd

    from analytics.panels.panel import Built
    from pages.parts.chosen import table

    made = Built(
        panel="one", title="一", unit="", say="", note="", figure=None, steps=(), towns=(), lines=(), alt="", foot=(), ledgers=(), metrics=(), takes=(), why={},
        table=pd.DataFrame({"轮次": ["一", "二", "三"], "立案（件）": [None, 0.0, 2.0], "处分（人）": [1, 2, 3]}), absent={"立案（件）": ["unreported", "nil", ""]},
    )  # fmt: skip
    table(made)


def test_where_several_reasons_hold_each_cell_has_its_own_sign() -> None:
    table = AppTest.from_function(mixed).run().dataframe[0]
    assert table.value["立案（件）"].tolist() == ["未报", "无", "2"]
    assert table.value["处分（人）"].tolist() == [1, 2, 3]


def test_the_glossary_explains_every_sign() -> None:
    text = next(one.value for one in page("definitions.py").get("html") if "没有数字时的写法" in one.value)
    for sign in ("<dt>0</dt>", "<dt>无</dt>", "<dt>未报</dt>", "<dt>／</dt>", "<dt>已脱敏</dt>"):
        assert sign in text


def test_a_card_without_a_value_is_quiet() -> None:
    assert '<div class="value absent">未报<small></small>' in kpi_html(Card(name="one", why="清点得出", label="一", value="未报"), LIGHT)
    assert '<div class="value">0<small>' in kpi_html(Card(name="one", why="清点得出", label="一", value="0", unit="件"), LIGHT)
