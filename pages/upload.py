"""台账导入: choose files, see what was recognised and what is wrong, see what would change, commit."""

import streamlit as st

from data.intake import receive
from pages.parts import state
from pages.parts.masthead import masthead
from pages.parts.upload import answers, confirm, files, guide
from pages.parts.upload.changes import change_card
from pages.parts.upload.problems import problem_card
from pages.parts.upload.sheets import sheet_card

masthead("台账导入", ["一次可选多个文件", "确认导入前不写入任何数据"])
confirm.outcome()
sent = files.choose()
if not sent:
    guide.show()
    st.stop()

store = state.office()
intake = receive(store, *files.opened(sent), answers.current().choices())
for position, report in enumerate(intake.reports):
    sheet_card(report, position)
problem_card(intake.reports, sent)
if intake.imports:
    change_card(store, intake)
confirm.ask(store, intake, sent)
