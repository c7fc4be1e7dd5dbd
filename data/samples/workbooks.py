"""The sample workbooks, from one set of facts, so that they agree with each other."""

from data.samples.audits import audit_ledger
from data.samples.clues import hand_over
from data.samples.details import clue_ledger, issue_ledger
from data.samples.follow_up import accountability_ledger, revisit_ledger, talk_ledger
from data.samples.issues import issues
from data.samples.linked import linked_ledger
from data.samples.people import regulation_ledger, talent_register, training_ledger
from data.samples.plans import plan_ledger
from data.samples.reaches import reach_ledger
from data.samples.rectification import rectification_ledger
from data.samples.rectification_totals import rectification_totals_ledger
from data.samples.registers import organisation_register, village_register
from data.samples.rounds import regular, special
from data.samples.specials import special_ledger
from data.samples.supervisions import supervision_ledger
from data.samples.teams import team_ledger
from data.samples.work import round_ledger
from data.steady import saved


def workbooks() -> dict[str, bytes]:
    """File name → .xlsx bytes, registers first."""
    inspections = regular()
    found = issues(inspections)
    pairs = hand_over(inspections)
    books = {
        "1.巡察对象名录.xlsx": organisation_register(),
        "2.村（社区）名录.xlsx": village_register(),
        "3.轮次台账.xlsx": round_ledger(inspections, special()),
        "4.问题台账.xlsx": issue_ledger(found),
        "5.线索移送台账.xlsx": clue_ledger(pairs),
        "6.村级延伸巡察台账.xlsx": reach_ledger(inspections, found),
        "7.专项巡察台账.xlsx": special_ledger(special()),
        "8.联动交叉提级巡察台账.xlsx": linked_ledger(inspections),
        "9.巡审联动台账.xlsx": audit_ledger(),
        "10.监督贯通台账.xlsx": supervision_ledger(pairs, special()),
        "11.整改台账.xlsx": rectification_ledger(found),
        "12.整改情况统计表.xlsx": rectification_totals_ledger(),
        "13.回访台账.xlsx": revisit_ledger(),
        "14.约谈台账.xlsx": talk_ledger(),
        "15.追责问责台账.xlsx": accountability_ledger(),
        "16.巡察计划台账.xlsx": plan_ledger(),
        "17.巡察组台账.xlsx": team_ledger(inspections),
        "18.人才库名册.xlsx": talent_register(),
        "19.培训台账.xlsx": training_ledger(),
        "20.制度台账.xlsx": regulation_ledger(),
    }
    return {name: saved(book) for name, book in books.items()}
