"""Writes `.streamlit/config.toml` and the font list from the theme: `python -m pages.server.config`."""

import json
from pathlib import Path

from analytics.theme import DARK, LIGHT, SANS, SERIF, Theme

ROOT = Path(__file__).resolve().parents[2]
CONFIG = ROOT / ".streamlit" / "config.toml"

SETTINGS: dict[str, dict[str, object]] = {
    "server": {
        # Nobody else on the network sees the figures until someone decides so.
        "address": "127.0.0.1",
        "headless": True,
        # Watching files costs a thread per folder and restarts pages under their readers.
        "fileWatcherType": "none",
        "runOnSave": False,
        # Our own route serves /assets, with caching; Streamlit's would serve a folder to everyone.
        "enableStaticServing": False,
        "maxUploadSize": 50,
        "maxMessageSize": 100,
        "disconnectedSessionTTL": 1800,
        "websocketPingInterval": 20,
        "enableXsrfProtection": True,
        "enableCORS": True,
    },
    "browser": {"gatherUsageStats": False},
    "client": {"toolbarMode": "minimal", "showErrorDetails": "none", "showErrorLinks": False},
    # Collecting garbage after every run costs 50 ms that all sessions wait for.
    "runner": {"magicEnabled": False, "fastReruns": True, "postScriptGC": False},
    # pages/server/start.py says the address in Chinese, and without asking an outside host for it.
    "logger": {"level": "warning", "enableRich": False, "hideWelcomeMessage": True},
}

SHAPE: dict[str, object] = {
    "font": SANS,
    "headingFont": SERIF,
    "baseFontSize": 16,
    "headingFontSizes": ["2rem", "1.5rem", "1.25rem", "1.1rem", "1rem", "0.9rem"],
    "headingFontWeights": [700, 700, 600, 600, 600, 600],
    "metricValueFontSize": "2.5rem",
    "baseRadius": "6px",
    "buttonRadius": "6px",
    "showWidgetBorder": True,
    "showSidebarBorder": True,
    "paddingTop": "1.25rem",
    "paddingBottom": "2rem",
}


def theme_settings(theme: Theme) -> dict[str, object]:
    """Returns Streamlit's colour options for one theme, without its sidebar."""
    return {
        "primaryColor": theme.brand,
        "backgroundColor": theme.paper,
        "secondaryBackgroundColor": theme.panel,
        "textColor": theme.ink,
        "borderColor": theme.line,
        "linkColor": theme.link,
        "redColor": theme.late,
        "orangeColor": theme.amber,
        "yellowColor": theme.amber,
        # Good and bad are blue and vermilion everywhere; green would be a second "good".
        "greenColor": theme.blue,
        "blueColor": theme.blue,
        "grayColor": theme.quiet,
        "redTextColor": theme.late,
        "orangeTextColor": theme.doing_text,
        "yellowTextColor": theme.doing_text,
        "greenTextColor": theme.link,
        "blueTextColor": theme.link,
        "grayTextColor": theme.quiet,
        "redBackgroundColor": theme.late_tint,
        "orangeBackgroundColor": theme.doing_tint,
        "yellowBackgroundColor": theme.doing_tint,
        "greenBackgroundColor": theme.blue_tint,
        "blueBackgroundColor": theme.blue_tint,
        "grayBackgroundColor": theme.panel,
        "dataframeHeaderBackgroundColor": theme.panel,
        "dataframeBorderColor": theme.line,
        "chartCategoricalColors": list(theme.categories),
        "chartSequentialColors": list(theme.ramp),
        "chartDivergingColors": list(theme.diverging),
    }


def toml_table(name: str, values: dict[str, object]) -> str:
    """Returns one TOML table; numbers, texts, booleans and lists of them look the same in JSON."""
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())
    return "\n".join((f"[{name}]", *lines, ""))


def config_text() -> str:
    """Returns the whole of `.streamlit/config.toml`."""
    tables = [toml_table(name, values) for name, values in SETTINGS.items()]
    tables.append(toml_table("theme", SHAPE))
    for theme in (LIGHT, DARK):
        tables.append(toml_table(f"theme.{theme.name}", theme_settings(theme)))
        sidebar = {"backgroundColor": theme.sidebar, "secondaryBackgroundColor": theme.sidebar_hover}
        tables.append(toml_table(f"theme.{theme.name}.sidebar", sidebar))
    return "# Generated from analytics/theme.py by `make config`; change it there.\n\n" + "\n".join(tables)


if __name__ == "__main__":
    CONFIG.write_text(config_text(), encoding="utf-8", newline="\n")
