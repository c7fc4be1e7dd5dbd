"""各项工作: one line per kind of work, a sentence of its own figures and how it stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analytics import lines
from analytics.attention import matters
from analytics.dimensions import DIMENSIONS
from analytics.lines import Line
from analytics.metrics import METRICS
from analytics.pace import pace
from analytics.panels.panel import Made, Panel, Where
from analytics.query import Figure, figure
from analytics.reconcile import open_findings
from analytics.theme import State, Theme
from analytics.wording import against_pace, strong, warning
from data.facts import Facts

Figures = dict[str, Figure]


@dataclass(frozen=True, kw_only=True)
class Work:
    """One kind of work: `say` makes its sentence and state from its metrics' figures in the scope; `page` shows more."""

    label: str
    page: str
    metrics: tuple[str, ...]
    say: Callable[[Facts, Figures], tuple[str, State]]


def said(one: Figure) -> str:
    """Returns a figure with its unit as it stands in a sentence; a rate with its parts."""
    return f"{strong(one.text)}（{one.of}）" if one.of else f"{strong(one.text)} {one.unit}"


def parts(*pairs: tuple[str, Figure]) -> str:
    """Returns the figures that are known, each after its words."""
    return "，".join(f"{words} {said(one)}" for words, one in pairs if one.value is not None)


def coverage(facts: Facts, found: Figures) -> tuple[str, State]:
    """The term against its pace."""
    at, rate = pace(facts), found["coverage_rate"]
    behind = at.gap is not None and round(at.gap, 1) < 0
    return parts(("覆盖率", rate)) + (f"，{against_pace(at.gap)}" if at.gap is not None else ""), "late" if behind else "done"


def villages(facts: Facts, found: Figures) -> tuple[str, State]:
    """Villages reached and left."""
    rate = found["village_coverage_rate"]
    left = (rate.denominator or 0) - (rate.numerator or 0) if rate.value is not None else 0
    return parts(("村级覆盖率", rate)) + (f"，还差 {warning(f'{left} 个')}" if left else ""), "doing" if left else "done"


def issues(facts: Facts, found: Figures) -> tuple[str, State]:
    """What was found and put right at once."""
    return parts(("发现问题", found["issues_found"]), ("立行立改", found["issues_immediate"])), "done"


def clues(facts: Facts, found: Figures) -> tuple[str, State]:
    """What became of the clues."""
    open_ = found["clues_open"]
    said_ = parts(("移送线索", found["clues_transferred"]), ("立案", found["cases_filed"]), ("处分", found["sanctions_persons"]), ("办理中", open_))
    return said_, "doing" if open_.numerator else "done"


def rectification(facts: Facts, found: Figures) -> tuple[str, State]:
    """How much was put right, and what is overdue; which states count as done is the office's setting."""
    late = found["issues_overdue"]
    over = f"，{warning(f'超期 {late.text} 个')}" if late.numerator else ""
    done = "、".join(facts.settings.done_states)
    return parts(("整改完成率", found["rectification_rate"])) + over + f"，计为完成：{done}", "late" if late.numerator else "done"


def follow_up(facts: Facts, found: Figures) -> tuple[str, State]:
    """Revisits, and who came back to a talk."""
    pairs = (("回访单位", "revisit_orgs"), ("督促整改问题", "issues_pushed"), ("集体约谈单位", "collective_talk_orgs"), ("问责", "accountable_persons"))
    return parts(*((words, found[name]) for words, name in pairs)), "done"


def reconciled(facts: Facts, found: Figures) -> tuple[str, State]:
    """How many numbers are given twice, differ, and wait for somebody to say which is right."""
    del found
    waiting = open_findings(facts)
    return (f"{warning(f'{waiting} 项')}数字前后不一致，待说明", "late") if waiting else ("各台账数字一致，没有待说明的", "done")


def plain(*pairs: tuple[str, str]) -> Callable[[Facts, Figures], tuple[str, State]]:
    """Returns a sentence that states these metrics after these words, with nothing to judge."""
    return lambda facts, found: (parts(*((words, found[name]) for words, name in pairs)), "done")


WORKS = (
    Work(label="巡察覆盖", page="coverage", metrics=("coverage_rate",), say=coverage),
    Work(label="村级延伸", page="villages", metrics=("village_coverage_rate",), say=villages),
    Work(label="发现问题", page="issues", metrics=("issues_found", "issues_immediate"), say=issues),
    Work(label="线索转化", page="clues", metrics=("clues_transferred", "cases_filed", "sanctions_persons", "clues_open"), say=clues),
    Work(label="巡察整改", page="rectification", metrics=("rectification_rate", "issues_overdue"), say=rectification),
    Work(
        label="回访问责", page="follow_up", metrics=("revisit_orgs", "issues_pushed", "collective_talk_orgs", "accountable_persons"), say=follow_up,
    ),
    Work(
        label="专项巡察", page="specials", metrics=("special_orgs", "special_funds", "special_issues", "special_campaigns"),
        say=plain(("巡察单位", "special_orgs"), ("专项资金", "special_funds"), ("发现问题", "special_issues"), ("推动专项整治", "special_campaigns")),
    ),
    Work(label="联动巡察", page="linked", metrics=("linked_orgs", "linked_share"), say=plain(("联动交叉提级", "linked_orgs"), ("占比", "linked_share"))),
    Work(
        label="巡审联动", page="audits", metrics=("audit_links", "audit_taken_up_rate", "audit_first_rate"),
        say=plain(("审计项目", "audit_links"), ("审计问题采用率", "audit_taken_up_rate"), ("先审后巡占比", "audit_first_rate")),
    ),
    Work(
        label="监督贯通", page="supervisions", metrics=("supervision_handed", "supervision_received"),
        say=plain(("移交", "supervision_handed"), ("接收", "supervision_received")),
    ),
    Work(
        label="计划安排", page="planning", metrics=("rounds_planned", "orgs_planned", "villages_planned"),
        say=plain(("计划轮次", "rounds_planned"), ("计划巡察党组织", "orgs_planned"), ("计划延伸村（社区）", "villages_planned")),
    ),
    Work(
        label="队伍建设", page="people", metrics=("talent_pool", "trainings", "training_persons"),
        say=plain(("人才库", "talent_pool"), ("培训", "trainings"), ("参训", "training_persons")),
    ),
    Work(label="数据核对", page="reconciliation", metrics=(), say=reconciled),
)  # fmt: skip


def line(facts: Facts, work: Work, where: Where) -> Line:
    """Returns one kind of work's line; filters that none of its metrics takes are said in its note."""
    metrics = [METRICS[name] for name in work.metrics]
    taken = {one.name: {n: v for n, v in where.items() if n in one.by or n in one.dated} for one in metrics}
    found = {name: figure(facts, name, scope) for name, scope in taken.items()}
    ignored = [name for name in where if any(name not in scope for scope in taken.values())]
    note = f"不按{'、'.join(DIMENSIONS[name].label for name in ignored)}筛选" if ignored else ""
    if found and all(one.value is None for one in found.values()):
        return Line(label=work.label, say="没有数据。", state="todo", page=work.page, note=note)
    text, state = work.say(facts, found)
    figures = tuple((name, tuple(scope.items())) for name, scope in taken.items() if found[name].value is not None)
    return Line(label=work.label, say=f"{text}。", state=state, page=work.page, note=note, where=tuple(where.items()), figures=figures)


def works(facts: Facts, where: Where, theme: Theme) -> Made:
    """Every kind of work on one line, and how many matters ask for attention."""
    del theme
    found = tuple(line(facts, work, where) for work in WORKS)
    open_ = matters(facts)
    pressing = sum(one.state == "late" for one in open_)
    known: Sequence[Line] = [one for one in found if one.state != "todo"]
    said_ = f"{strong(len(known))} 项工作有数据；关注事项 {len(open_)} 项" + (f"，其中需办理 {warning(pressing)} 项。" if pressing else "。")
    return Made(table=lines.table(found, "工作"), say=said_, lines=found)


WORK_PANELS = (
    Panel(
        # What is planned for years to come adds no year to the scope bar.
        name="works", title="各项工作", metrics=tuple(dict.fromkeys(name for work in WORKS for name in work.metrics if work.page != "planning")),
        besides=("plans",), make=works,
        note="点工作名称查看详情。",
    ),
)  # fmt: skip
