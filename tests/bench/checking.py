"""Finding the claims of annotated texts, and checking a text of 20,000 characters against the sample county."""

import re
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from analytics.check.claims import extract
from analytics.check.report import check
from data.samples.first_start import ensure_sample
from tests.bench.verdict import Figure, judge
from tests.check.scoring import halves, passages, score

PRECISION, RECALL, SECONDS, LENGTH = 0.90, 0.85, 2.0, 20_000


def long_text() -> str:
    """Returns a long text, half of its figures wrong: what is wrong takes longer, for other scopes are tried."""
    text, chance = (passages()[0]["text"] * 10)[:LENGTH], Random(1)
    return re.sub(r"(?<![\d年])\d{2,3}(?=[个条件%])", lambda found: str(int(found[0]) + chance.randrange(2) * chance.randrange(1, 30)), text)


def main() -> int:
    """Measures how well and how fast."""
    found = score(passages(), extract)
    notes = [f"{name} half: precision {one.precision:.3f}, recall {one.recall:.3f}, {one.annotated} claims" for name, one in zip(("one", "other"), (score(h, extract) for h in halves()), strict=True)]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        store = ensure_sample(Path(home))
        facts, text = store.facts(), long_text()
        check("2020年发现问题264个。", facts)
        begun = time.perf_counter()
        report = check(text, facts)
        taken = time.perf_counter() - begun
        store.close()
    notes.append(f"{len(text)} characters: {report.said}")
    return judge(
        [
            # The bounds are least values: what is measured is what is lacking to one.
            Figure(what="claims found that are none or wrong", value=100 * (1 - found.precision), unit="%", bound=100 * (1 - PRECISION)),
            Figure(what="claims not found or found wrong", value=100 * (1 - found.recall), unit="%", bound=100 * (1 - RECALL)),
            Figure(what=f"checking {LENGTH} characters", value=taken, unit="s", bound=SECONDS),
        ],
        [f"precision {found.precision:.3f} (at least {PRECISION}), recall {found.recall:.3f} (at least {RECALL}), {found.annotated} claims in {len(passages())} texts", *notes],
    )


if __name__ == "__main__":
    sys.exit(main())
