"""Claims that count one type of unit only: 其中乡镇10个 asks for the register's type, 县直部门22个 for none that it has."""

import re
from collections.abc import Iterable
from dataclasses import replace

from analytics.check.claims import Claim
from analytics.check.folding import fold
from analytics.check.scopes import Scope

_TYPES = (
    (re.compile(r"乡镇|镇街|街镇|镇\(街道|乡\(镇|街道"), ("乡镇", "镇", "街道")), (re.compile(r"企业|国企|公司"), ("企业", "国企")), (re.compile(r"群团"), ("群团",)),
    (re.compile(r"学校|高中|中学|小学|学区"), ("学校", "教育")), (re.compile(r"医院|卫生院|医疗机构"), ("医院", "医疗", "卫生")), (re.compile(r"部门|机关|站所"), ("部门", "机关")),
)  # fmt: skip
_BODIES = frozenset({"orgs_inspected", "orgs_total", "orgs_planned", "revisit_orgs"})


def narrowed(claim: Claim, scope: Scope, types: Iterable[str]) -> Scope:
    """Returns the scope with the type of unit that a claim counts, where the registers' `types` have it."""
    if claim.figure not in _BODIES:
        return scope
    said = fold(claim.span)
    for pattern, words in _TYPES:
        if match := pattern.search(said):
            fits = [one for one in types if any(word in one for word in words)]
            if len(fits) == 1 and words[0] in ("乡镇", "企业", "群团"):
                return replace(scope, where=scope.where | {"organisation_kind": fits[0]}, said=scope.said | {"organisation_kind"})
            return replace(scope, unclear=match.group())
    return scope
