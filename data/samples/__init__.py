"""The sample county 示例县: invented workbooks from which the figures of one real year come out.

Towns, villages, texts and persons are invented. What is agreed is only how many: 95 organisations, 77 of them done,
264 issues, 17 clues, 262 villages. `python -m data.samples` writes the workbooks anew.
"""

from datetime import date
from pathlib import Path

COUNTY = "示例县"
OFFICE = "示例县委巡察办"
TERM = 13
TERM_DATES = (date(2016, 10, 1), date(2021, 9, 30))
CUT_OFF = date(2020, 12, 31)
SEED = 20201231

SPECIAL = "扶贫领域暨扫黑除恶"
HERE = Path(__file__).parent


def tracked() -> list[Path]:
    """The workbooks as they lie in the repository, in order."""
    return sorted(HERE.glob("*.xlsx"), key=lambda path: int(path.name.split(".")[0]))
