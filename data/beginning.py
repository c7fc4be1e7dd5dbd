"""Whether this office works with its own ledgers yet, or still looks at the invented county.

Kept as a file beside the stores, not in one of them: it decides which of the two is opened.
"""

from pathlib import Path

MARK = "started"


def has_begun(home: Path) -> bool:
    """Returns whether someone here chose to begin with the office's own ledgers."""
    return (home / MARK).exists()


def begin(home: Path) -> None:
    """Notes that this office begins with its own ledgers; doing so twice changes nothing."""
    home.mkdir(parents=True, exist_ok=True)
    (home / MARK).touch()
