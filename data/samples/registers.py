"""The two registers of the sample county: organisations and villages."""

from datetime import date

from openpyxl import Workbook

from data.kinds.numerals import chinese
from data.samples import COUNTY
from data.samples.organisations import Organisation, organisations
from data.samples.places import TOWNS, Village, villages
from data.samples.sheets import Column, Row, column, lay_out

_TICK = "√"


def organisation_register() -> Workbook:
    """巡察对象名录: every organisation of the term, those abolished included, with the round that inspected it."""
    book = Workbook()
    book.active.title = "巡察对象名录"
    names = ("organisation", "short_name", "organisation_kind", "members", "subordinates", "from_date", "to_date")
    wide = {"organisation": 26, "short_name": 16}
    columns = [
        column(
            "organisations", name, merged=name == "organisation_kind", total=name == "members", width=wide.get(name, 12)
        )
        for name in names
    ]
    columns += [
        column("organisations", "change", "机构改革情况", width=26),
        column("organisations", "predecessor", width=20),
        column("organisations", "inspected"),
        column("organisations", "rounds"),
        column("organisations", "note", width=22),
    ]
    rows = [_organisation(one) for one in organisations()]
    lay_out(
        book.active, title=f"中共{COUNTY}委第十三届巡察对象名录", unit="个、人", columns=columns, blocks=[("", rows)],
        label_in="organisation", grand="合计",
        notes=("注：退出时间不为空的单位已撤销或并入其他单位，不再列为巡察对象。",),
    )  # fmt: skip
    return book


def _organisation(one: Organisation) -> Row:
    done = one.round is not None and one.round <= 10
    under_way = one.round == 11
    return {
        "organisation": one.name,
        "short_name": one.short or None,
        "organisation_kind": one.kind,
        "members": one.members or None,
        "subordinates": one.subordinates if one.current else None,
        "from_date": one.start,
        "to_date": one.end,
        "change": one.change or None,
        "predecessor": one.predecessor or None,
        "inspected": _TICK if done else None,
        "rounds": f"第{chinese(one.round)}轮" if done else None,
        "note": "第十一轮巡察进驻中" if under_way else None,
    }


def village_register() -> Workbook:
    """村(社区)名录: villages under their towns, with four risk marks and a subtotal for each town."""
    book = Workbook()
    book.active.title = "村（社区）名录"
    risks = ("risk_weak", "risk_petitions", "risk_legacy", "risk_funds")
    columns = [
        column("villages", "town", merged=True, width=14),
        column("villages", "village", width=16),
        column("villages", "village_kind"),
        column("villages", "village_class"),
        *(column("villages", name, over="风险标志") for name in risks),
        *(column("villages", name, total=True) for name in ("households", "population", "members")),
        column("villages", "income", width=14),
        Column(key="secretary", heading="书记姓名"),
        column("villages", "to_date", "撤并时间"),
        column("villages", "note", width=22),
    ]
    found = villages()
    blocks = [("小计", [_village(place, risks) for place in found if place.town == town]) for town in TOWNS]
    lay_out(
        book.active, title=f"{COUNTY}村（社区）名录（村情档案）", unit="户、人、万元", columns=columns, blocks=blocks,
        label_in="village", grand="合计",
        notes=("注：1.村情分类按风险标志确定：两项以上为重点，一项为关注，没有的为一般。", "2.撤并的村保留备查，不计入总数。"),
    )  # fmt: skip
    return book


def _village(place: Village, risks: tuple[str, ...]) -> Row:
    return {
        "town": place.town.name,
        "village": place.name,
        "village_kind": place.kind,
        "village_class": place.village_class,
        **{name: _TICK if there else None for name, there in zip(risks, place.risks, strict=True)},
        "households": place.households,
        "population": place.population,
        "members": place.members,
        "income": place.income,
        "secretary": "某某某",
        "to_date": date(2019, 12, 31) if place.gone else None,
        "note": "2019年并村，已撤销" if place.gone else None,
    }
