"""自上次会议以来: how each figure has moved since a meeting, explained by causes whose parts add up to the whole."""

from analytics.bridge.bridge import Bridge, Part, bridge, bridges
from analytics.bridge.kept import shown_now

__all__ = ["Bridge", "Part", "bridge", "bridges", "shown_now"]
