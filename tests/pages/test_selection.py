"""The page that ranks villages: its sliders rank anew, and its weights live in the address."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

FRAME = Path(__file__).resolve().parents[2] / "pages" / "frame.py"


def opened(**weights: int) -> AppTest:
    app = AppTest.from_file(str(FRAME), default_timeout=60).run()
    app.switch_page("selection.py")
    for name, value in weights.items():
        app.query_params[name] = str(value)
    return app.run()


def first(app: AppTest) -> tuple[str, int]:
    row = app.dataframe[0].value.iloc[0]
    return row["村（社区）"], row["分值"]


def test_a_moved_weight_ranks_at_once():
    app = opened()
    assert not app.exception
    before = first(app)
    app.slider(key="weight_funds").set_value(10).run()
    assert not app.exception
    assert first(app)[1] > before[1]
    assert "项目资金多 +10" in app.dataframe[0].value.iloc[0]["理由"]


def test_weights_are_taken_from_the_address():
    app = opened(weight_funds=9)
    assert app.slider(key="weight_funds").value == 9
    assert "项目资金多 +9" in app.dataframe[0].value.iloc[0]["理由"]
