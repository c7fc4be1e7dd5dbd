"""Which other scope would give the written number: another year, round, kind or the whole term."""

from analytics.check.sameness import same
from analytics.dimensions import UNSAID
from analytics.metrics import METRICS
from analytics.query import figure, frame
from data.facts import Facts

MOST = 3
FEW = 20
_SPLITS = (("kind",), ("round",), ("year",), ("year", "kind"), ("term",), ("round", "kind"))


def nearby(facts: Facts, metric: str, claim: object, where: dict[str, str]) -> tuple[str, ...]:
    """Returns the scopes in words under which the metric is what was written, the nearest first."""
    one, found = METRICS[metric], []
    for name in list(where):
        rest = {n: v for n, v in where.items() if n != name}
        if same(claim, figure(facts, metric, rest).value or -1, one.money):
            found.append(" · ".join(rest.values()) or "全部")
    # Small numbers turn up in many scopes by chance.
    narrow = {n: v for n, v in where.items() if n in ("year", "term")}
    for base in (narrow, {}) if claim.value >= FEW else (narrow,):
        for split in _SPLITS:
            by = [name for name in split if name in one.by and name not in base]
            if not by:
                continue
            rows = frame(facts, metric, by, base)
            for row in rows.to_dict("records"):
                value = row["value"]
                if value is not None and value == value and same(claim, float(value), one.money):
                    said = [*base.values(), *(row[name] for name in by)]
                    if UNSAID not in said:
                        found.append(" · ".join(said))
        if len(found) >= MOST:
            break
    return tuple(list(dict.fromkeys(found))[:MOST])
