"""Native charts: what a figure shows as a chart that Office and WPS can edit, its numbers in the workbook behind it."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Inches, Pt

from analytics.charts.bars import width
from analytics.charts.ink import readable_on
from analytics.export.deck.drawn import Drawn, Series
from analytics.export.deck.lettering import BODY, Box, colour, faces
from analytics.theme import LIGHT

SIZE = 16
TYPES = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "sides": XL_CHART_TYPE.BAR_CLUSTERED,
    "stacked": XL_CHART_TYPE.BAR_STACKED,
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
}


def native(shapes: SlideShapes, box: Box, chart: Drawn, *, name: str, alt: str) -> None:
    """Adds a chart of bars or columns; rows run from the top as in the figure."""
    data = CategoryChartData(number_format=form_of(chart.series))
    # Parts have no end to write the row's sum at: it stands with the row's name.
    ends = chart.texts if chart.form == "stacked" else ("",) * len(chart.names)
    data.categories = [f"{row}　{end}".strip() for row, end in zip(chart.names, ends, strict=True)]
    for one in chart.series:
        data.add_series(one.name or name, one.values)
    kind = XL_CHART_TYPE.BAR_STACKED_100 if chart.share else TYPES[chart.form]
    made = added(shapes, box, kind, data, name=name, alt=alt)
    plot = made.plots[0]
    plot.gap_width = 55
    plot.overlap = 100 if len(chart.series) > 1 else 0
    if chart.form != "columns":
        made.category_axis.reverse_order = True
    quiet(made, chart)
    legend(made, len(chart.series) > 1)
    for series, one in zip(plot.series, chart.series, strict=True):
        painted(series, one)
        labelled(series, one, chart)


def added(shapes: SlideShapes, box: Box, kind: XL_CHART_TYPE, data: CategoryChartData, *, name: str, alt: str) -> Chart:
    """Adds a chart in the deck's type, with what a screen reader says of it."""
    frame = shapes.add_chart(kind, *(Inches(one) for one in box), data)
    frame.name = name
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    made = frame.chart
    made.has_title = False
    made.font.size, made.font.color.rgb = Pt(SIZE), colour(LIGHT.ink)
    faces(made._chartSpace.find(qn("c:txPr")).find(f".//{qn('a:defRPr')}"), BODY)
    return made


def quiet(made: Chart, chart: Drawn) -> None:
    """Takes away what the values say themselves: the axis of values and its lines."""
    values, names = made.value_axis, made.category_axis
    values.visible = False
    values.has_major_gridlines = False
    if chart.form != "sides":
        values.minimum_scale = 0
    if chart.form == "bars":
        # Room behind the longest bar for what stands there.
        longest = max((value for value in chart.series[0].values if value is not None), default=0) or 1
        widest = max((width(text) for text in chart.texts), default=0)
        values.maximum_scale = round((chart.most or longest) * (1.06 + widest * 0.011), 6)
    names.has_major_gridlines = False
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.format.line.color.rgb = colour(LIGHT.line)


def legend(made: Chart, shown: bool) -> None:
    """Shows the names of the series above the rows where there are several."""
    made.has_legend = shown
    if shown:
        made.legend.position = XL_LEGEND_POSITION.TOP
        made.legend.include_in_layout = False


def painted(series: object, one: Series) -> None:
    """Gives a series its colour, and a row its own where it has one."""
    fill = series.format.fill
    fill.solid()
    fill.fore_color.rgb = colour(one.colours[0] if one.colours else LIGHT.blue)
    series.invert_if_negative = False
    for place, own in enumerate(one.colours):
        if own != one.colours[0]:
            point = series.points[place].format.fill
            point.solid()
            point.fore_color.rgb = colour(own)


def labelled(series: object, one: Series, chart: Drawn) -> None:
    """Writes the values at the bars: as numbers, or as the text that the figure has there (34/43　79.1%)."""
    labels = series.data_labels
    labels.show_value = True
    nought = "" if chart.form == "stacked" else "0"
    labels.number_format, labels.number_format_is_linked = form_of((one,))[:-1] + nought, False
    labels.position = XL_LABEL_POSITION.CENTER if chart.form == "stacked" else XL_LABEL_POSITION.OUTSIDE_END
    ink = readable_on(one.colours[0]) if chart.form == "stacked" and one.colours else LIGHT.ink
    labels.font.size, labels.font.bold, labels.font.color.rgb = Pt(SIZE), chart.form != "stacked", colour(ink)
    faces(labels._element.find(f".//{qn('a:defRPr')}"), BODY)
    if chart.form not in ("bars", "columns"):
        return
    for place, (value, text) in enumerate(zip(one.values, chart.texts, strict=True)):
        if value is not None and text != plain(value):
            said(series.points[place].data_label, text)


def said(label: object, text: str) -> None:
    """Writes a text of its own at one bar."""
    frame = label.text_frame
    frame.text = text
    frame.word_wrap = False
    run = frame.paragraphs[0].runs[0]
    run.font.size, run.font.bold, run.font.color.rgb = Pt(SIZE), True, colour(LIGHT.ink)
    faces(run._r.get_or_add_rPr(), BODY)
    label.position = XL_LABEL_POSITION.OUTSIDE_END


def plain(value: float) -> str:
    """Returns a value as the chart's own number format writes it."""
    return f"{value:g}" if float(value).is_integer() else f"{value:.1f}"


def form_of(series: Sequence[Series]) -> str:
    """Returns a number format: with a decimal where any value has one, without the sign of the left side."""
    known = [value for one in series for value in one.values if value is not None]
    digits = "0" if all(value.is_integer() for value in known) else "0.0"
    return f"{digits};{digits};0"


def course(shapes: SlideShapes, box: Box, days: Sequence[date], table: pd.DataFrame, *, name: str, alt: str) -> None:
    """Adds the lines of pace: a day for each row of the table, its further columns as series; the last value is written."""
    data = CategoryChartData(number_format="0.0")
    data.categories = list(days)
    for heading in table.columns[1:]:
        data.add_series(heading, [None if pd.isna(value) else float(value) for value in table[heading]])
    made = added(shapes, box, XL_CHART_TYPE.LINE_MARKERS, data, name=name, alt=alt)
    legend(made, True)
    values, time = made.value_axis, made.category_axis
    values.minimum_scale, values.maximum_scale, values.major_unit = 0, 100, 20
    values.major_gridlines.format.line.color.rgb = colour(LIGHT.line)
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = '0"%"', False
    values.format.line.fill.background()
    half_years(time._element)
    time.tick_labels.number_format, time.tick_labels.number_format_is_linked = 'yyyy"年"m"月"', False
    time.format.line.color.rgb = colour(LIGHT.line)
    for place, series in enumerate(made.plots[0].series):
        line(series, first=place == 0)
        known = [at for at, value in enumerate(series.values) if value is not None]
        if known:
            label = series.points[known[-1]].data_label
            said(label, f"{series.values[known[-1]]:.1f}%")
            label.position = XL_LABEL_POSITION.BELOW if place == 0 else XL_LABEL_POSITION.ABOVE
            label.text_frame.paragraphs[0].runs[0].font.color.rgb = colour(LIGHT.blue if place == 0 else LIGHT.quiet)


def half_years(axis: object) -> None:
    """Names every sixth month on an axis of days, which would else name each day that has a value."""
    for tag, value in (("c:baseTimeUnit", "days"), ("c:majorUnit", "6"), ("c:majorTimeUnit", "months")):
        for old in axis.findall(qn(tag)):
            axis.remove(old)
        axis.append(axis.makeelement(qn(tag), {"val": value}))


def line(series: object, first: bool) -> None:
    """Draws what was reached strongly with its points, what was due as a dotted line."""
    ink = colour(LIGHT.blue if first else LIGHT.quiet)
    series.smooth = False
    series.format.line.color.rgb, series.format.line.width = ink, Pt(4 if first else 2)
    if first:
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = ink
        series.marker.size = 9
    else:
        series.format.line.dash_style = MSO_LINE.ROUND_DOT
        series.marker.size = 2
        series.marker.format.fill.background()
    series.marker.format.line.color.rgb = ink
