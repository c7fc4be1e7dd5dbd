"""Which other scope would give the written number: another kind, round or year, or the whole term."""

from analytics.check.asking import Answers
from analytics.check.claims import Claim
from analytics.check.sameness import same
from analytics.dimensions import UNSAID
from analytics.metrics import METRICS

MOST, FEW = 3, 20
_WITHIN = (("kind",), ("round",))
_ANYWHERE = (("year",), ("year", "kind"), ("round",), ("term",))


def nearby(answers: Answers, metric: str, claim: Claim, where: dict[str, str]) -> tuple[str, ...]:
    """Returns the scopes in words under which the metric is what was written, the nearest first."""
    one, found = METRICS[metric], []
    for name in where:
        rest = {n: v for n, v in where.items() if n != name}
        whole = answers.figure(metric, rest)
        if whole is not None and whole.value is not None and same(claim, whole.value):
            found.append(" · ".join(rest.values()) or "全部")
    broad = {n: v for n, v in where.items() if n in ("year", "term")}
    # Small numbers turn up in many scopes by chance.
    for base, splits in ((broad, _WITHIN), ({}, _ANYWHERE if claim.value >= FEW else ())):
        for split in splits:
            by = [name for name in split if name in one.by and name not in base]
            for labels, value in answers.parts(metric, by, base) if by else ():
                if UNSAID not in labels and same(claim, value):
                    found.append(" · ".join((*base.values(), *labels)))
    return tuple(list(dict.fromkeys(found))[:MOST])
