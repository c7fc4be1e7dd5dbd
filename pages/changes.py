"""会议变动: what has happened since a meeting, which figures moved, and why."""

from analytics.panels import PANELS as EVERY
from pages.parts.changes import changes, nothing_marked
from pages.parts.meetings import chosen
from pages.parts.opening import opening

if view := opening("会议变动", tuple(EVERY), export=False):
    if meeting := chosen(view):
        changes(view, meeting)
    else:
        nothing_marked(view)
