"""The written report: an office's own template, its figures from the metrics, as blocks that files are made of."""

from analytics.report.blocks import Block, Heading, Paragraph, Picture, Report, Table, Title
from analytics.report.language import Scope
from analytics.report.places import TemplateWrong
from analytics.report.templates import TEMPLATES
from analytics.report.writing import written

__all__ = [
    "TEMPLATES",
    "Block",
    "Heading",
    "Paragraph",
    "Picture",
    "Report",
    "Scope",
    "Table",
    "TemplateWrong",
    "Title",
    "written",
]
