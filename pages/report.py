"""总结报告: the year's report from the office's own template, to be read here and taken along as a document."""

from pages.parts.opening import opening
from pages.parts.report import report_card, template_card

PANELS = ("works",)

if view := opening("总结报告", PANELS, export=False):
    name = report_card(view)
    template_card(view, name)
