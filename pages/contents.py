"""The table of contents: all pages, in the order in which the menu shows them.

A new page is one file beside this one and its line in `PAGES`. Its title is what the
menu, the browser's tab and the tests call it; `url` is its address and never changes.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

# 看: what a leader needs; 专: one page per kind of work; 会: for a meeting room; 办: planning and the office's own work; 查: where figures come from.
Section = Literal["看", "专", "会", "办", "查"]
FOLDER = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Page:
    """One screen: where the menu lists it, its file in pages/, its address and its Material icon's name."""

    section: Section
    title: str
    file: str
    url: str
    icon: str

    def __post_init__(self) -> None:
        if not (FOLDER / self.file).is_file():
            raise ValueError(f"pages/{self.file} is not there; create it or take its line out of pages/contents.py")
        if not self.url.isidentifier():
            raise ValueError(f"{self.url!r} is no address: use lower-case letters and underscores")


PAGES: tuple[Page, ...] = (
    Page(section="看", title="总览", file="overview.py", url="overview", icon="dashboard"),
    Page(section="看", title="关注事项", file="attention.py", url="attention", icon="flag"),
    Page(section="看", title="巡察覆盖率", file="coverage.py", url="coverage", icon="fact_check"),
    Page(section="看", title="问题分析", file="issues.py", url="issues", icon="troubleshoot"),
    Page(section="看", title="线索转化", file="clues.py", url="clues", icon="conversion_path"),
    Page(section="看", title="村级延伸", file="villages.py", url="villages", icon="grid_view"),
    Page(section="专", title="整改成效", file="rectification.py", url="rectification", icon="published_with_changes"),
    Page(section="专", title="回访问责", file="follow_up.py", url="follow_up", icon="rule"),
    Page(section="专", title="专项巡察", file="specials.py", url="specials", icon="savings"),
    Page(section="专", title="联动巡察", file="linked.py", url="linked", icon="hub"),
    Page(section="专", title="巡审联动", file="audits.py", url="audits", icon="account_balance"),
    Page(section="专", title="监督贯通", file="supervisions.py", url="supervisions", icon="sync_alt"),
    Page(section="专", title="队伍建设", file="people.py", url="people", icon="groups"),
    Page(section="会", title="总结报告", file="report.py", url="report", icon="description"),
    Page(section="会", title="投屏", file="meeting.py", url="meeting", icon="slideshow"),
    Page(section="会", title="会议变动", file="changes.py", url="changes", icon="difference"),
    Page(section="办", title="倒排工期", file="planning.py", url="planning", icon="event_upcoming"),
    Page(section="办", title="选村", file="selection.py", url="selection", icon="checklist"),
    Page(section="办", title="台账导入", file="upload.py", url="upload", icon="upload_file"),
    Page(section="办", title="导入记录", file="history.py", url="history", icon="history"),
    Page(section="办", title="设置", file="settings.py", url="settings", icon="settings"),
    Page(section="查", title="核数", file="check.py", url="check", icon="spellcheck"),
    Page(section="查", title="对账", file="reconciliation.py", url="reconciliation", icon="balance"),
    Page(section="查", title="数据来源", file="sources.py", url="sources", icon="manage_search"),
    Page(section="查", title="口径说明", file="definitions.py", url="definitions", icon="menu_book"),
)
