"""数据来源: any figure followed back to the cells that it came from: file › sheet › D14."""

from pages.parts.opening import opening
from pages.parts.since import since_card
from pages.parts.sources import chosen_metric, source_card

if view := opening("数据来源", ("coverage_pace", "way_to_case", "village_wall")):
    metric = chosen_metric()
    source_card(view, metric)
    since_card(view, metric, dict(view.scope.where))
