"""关注事项: one list of what a leader should act on; each item leads to the page that shows more."""

from pages.parts.opening import opening
from pages.parts.panel import panel

PANELS = ("attention",)

if view := opening("关注事项", PANELS):
    panel("attention", view)
