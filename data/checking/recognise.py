"""Which ledger a block is: by its headings, its title, its sheet and its file name."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping

from data.checking.draft import Draft, Question
from data.columns import matched, sample
from data.headers import ASIDE, DROP, Column, normal, sensitive
from data.ledger import Ledger
from data.ledgers import LEDGERS

_TITLE, _NAME = 3.0, 2.0
_CLOSE = 0.75


def recognise(draft: Draft, told: str | None, answers: Callable[[str], Mapping[str, str]]) -> None:
    """Set the draft's ledger and columns, or ask which ledger it is, or say that it is none."""
    tried: list[tuple[float, Ledger, list[Column]]] = []
    for ledger in [LEDGERS[told]] if told else LEDGERS.values():
        columns = matched(ledger, draft.sheet, draft.block, answers(ledger.name))
        found = {c.field for c in columns if c.field}
        maybe = {n for c in columns if c.fate == "ask" for n in c.candidates[:2]}
        named = _named(ledger, draft)
        if not (found | maybe) & set(ledger.needs):
            continue
        if ledger.tells and not told and not named and not (found | maybe) & set(ledger.tells):
            continue
        open_ = sum(c.fate == "ask" for c in columns)
        own = sum(c.fate in ("aside", "personal") and _own(ledger, c) for c in columns)
        tried.append((len(found) + 0.5 * (own - open_) + named, ledger, columns))
    tried.sort(key=lambda t: -t[0])
    if not tried:
        draft.refused = "表头与各台账都对不上，未读取。如确为台账，请对照空白模板核对列名"
        return
    best = tried[0]
    draft.ledger, draft.columns = best[1], best[2]
    # 备注 stands in every table and speaks for none
    if not told and len({c.field for c in best[2] if c.field} - {"note"}) < 2 and _named(best[1], draft) < _TITLE:
        draft.refused = f"只认出一列(与“{best[1].label}”对应),不足以判断是哪种台账，未读取{_doubled(best[2])}"
        draft.ledger = None
    elif not told and len(tried) > 1 and best[0] - tried[1][0] < _CLOSE:
        names = tuple(t[1].name for t in tried if best[0] - t[0] < 1.5)
        labels = "、".join(LEDGERS[n].label for n in names)
        draft.questions.append(
            Question(
                about="ledger",
                cell=draft.name_of_cell(draft.columns[0].index),
                candidates=names,
                proposal=best[1].name,
                text=f"这张表可能是{labels}，请选定台账",
            )
        )


def _own(ledger: Ledger, column: Column) -> bool:
    """Whether a heading that is not kept is one that this ledger knows, and so speaks for it."""
    return normal(column.path[-1]) in {normal(h) for h in (*ledger.aside, *ledger.personal)}


def _doubled(columns: list[Column]) -> str:
    texts = [normal(c.path[-1]) for c in columns if c.path]
    doubled = sorted({t for t in texts if texts.count(t) > 1})
    return f"。列名“{'”“'.join(doubled)}”重复出现，请改为各不相同的列名" if doubled else ""


def _named(ledger: Ledger, draft: Draft) -> float:
    titles = [normal(t) for _, t in draft.block.titles]
    if _holds(ledger.titles, titles):
        return _TITLE
    return _NAME if _holds(ledger.titles, [normal(draft.sheet.name), normal(draft.file)]) else 0.0


def _holds(words: Iterable[str], texts: list[str]) -> bool:
    return any(normal(w) in t for w in words for t in texts)


def settle_headings(draft: Draft, accept: bool) -> None:
    """A question for each heading that stays open, or, where proposals are accepted, its proposal taken.

    A heading over an empty column asks nothing. A heading that only contains a word for a person is proposed to be dropped.
    """
    ledger, settled = draft.ledger, []
    taken = {c.field for c in draft.columns if c.field}
    for column in draft.columns:
        if column.fate != "ask":
            settled.append(column)
            continue
        if not sample(draft.sheet, draft.block, column.index, 1):
            settled.append(dataclasses.replace(column, fate="aside"))
            continue
        options = tuple(n for n in column.candidates if n in ledger.by_name)
        private = sensitive(column.path[-1])
        proposal = DROP if private else next((n for n in options if n not in taken), ASIDE)
        if accept:
            taken.add(proposal)
            fate = {DROP: "personal", ASIDE: "aside"}.get(proposal, "field")
            settled.append(dataclasses.replace(column, fate=fate, field=proposal if fate == "field" else None))
            continue
        wording = f"列名“{column.text}”未能确定含义"
        if private:
            wording += ",可能含有个人信息，请选定含义或按个人信息剔除"
        elif proposal:
            wording += f",是否为“{ledger[proposal].label}”"
        elif options:
            wording += f"(“{ledger[options[0]].label}”已有对应的列),请选定含义或不导入"
        else:
            wording += ",请选定含义或不导入"
        draft.questions.append(
            Question(
                about="heading",
                cell=draft.name_of_cell(column.index),
                candidates=options,
                proposal=proposal,
                text=wording,
            )
        )
        settled.append(column)
    draft.columns = settled
