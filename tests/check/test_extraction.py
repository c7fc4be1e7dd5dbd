"""Finding claims: the annotated texts, and notations that they do not have."""

import pytest

from analytics.check.claims import Claim, extract
from analytics.check.folding import fold
from analytics.check.numbers import numbers
from tests.check.scoring import halves, passages, score


def said(text: str) -> list[tuple[str, float, str]]:
    """What a text claims: metric, value, unit."""
    return [(one.metric, one.value, one.unit) for one in extract(text)]


def one(text: str) -> Claim:
    found = extract(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize("texts", [*halves(), passages()], ids=["one half", "other half", "all"])
def test_annotated_texts_are_read_within_the_bounds(texts):
    lines: list[str] = []
    found = score(texts, extract, lines.append)
    assert found.precision >= 0.90, "\n".join(lines)
    assert found.recall >= 0.85, "\n".join(lines)


@pytest.mark.parametrize(
    "text, claims",
    [
        ("挽回经济损失1.2亿元。", [("money_recovered", 12000, "万元")]),
        ("追缴资金３２０．５万元。", [("money_recovered", 320.5, "万元")]),
        ("清退违规资金8600元。", [("money_recovered", 0.86, "万元")]),
        ("发现问题２６４个。", [("issues_found", 264, "个")]),
        ("发现问题2,847个。", [("issues_found", 2847, "个")]),
        ("发现问题1.2万个。", [("issues_found", 12000, "个")]),
        ("移送问题线索十七件。", [("clues_transferred", 17, "件")]),
        ("党纪政务处分二十一人。", [("sanctions_persons", 21, "人")]),
        ("延伸巡察一百二十个村(社区)。", [("villages_inspected", 120, "个")]),
        ("近3年累计发现问题908个、整改862个。", [("issues_found", 908, "个"), ("issues_rectified", 862, "个")]),
        ("整改率比去年提高7.2个百分点。", [("other", 7.2, "个百分点")]),
        ("整改完成率由89.2%提高到96.4%。", [("rectification_rate", 89.2, "%"), ("rectification_rate", 96.4, "%")]),
        ("对象由177个单位增至190个。", [("orgs_total", 177, "个"), ("orgs_total", 190, "个")]),
        ("立案12件12人。", [("cases_filed", 12, "件"), ("case_persons", 12, "人")]),
        ("移交问题线索60条74人。", [("clues_transferred", 60, "条"), ("clue_persons", 74, "人")]),
        ("62个县直单位已巡51个。", [("orgs_total", 62, "个"), ("orgs_inspected", 51, "个")]),
        ("移交市纪委监委160条、市委组织部14条。", [("clues_transferred", 160, "条"), ("clues_transferred", 14, "条")]),
        ("反馈的697个问题,完成整改688个。", [("issues_found", 697, "个"), ("issues_rectified", 688, "个")]),
        ("对3个单位开展巡察“回头看”。", [("revisit_orgs", 3, "个")]),
        ("对35家已巡察过的党组织整改情况进行集中督办。", [("revisit_orgs", 35, "家")]),
        ("举办业务培训班3期,培训巡察干部210人次。", [("trainings", 3, "期"), ("trainings", 210, "人次")]),
        ("巡察人才库入库236人。", [("talent_pool", 236, "人")]),
        ("開展個別談話1245人次,受理來信來訪83件次。", [("talks_persontimes", 1245, "人次"), ("petitions_received", 83, "件次")]),
        ("留置3人,移送司法机关2人,组织处理112人。", [("detained_persons", 3, "人"), ("judicial_persons", 2, "人"), ("org_handling_persons", 112, "人")]),
        ("移交立行立改问题32个。", [("issues_immediate", 32, "个")]),
        ("建立完善制度136项,开展专项治理5项。", [("rules_made", 136, "项"), ("special_campaigns", 5, "项")]),
        ("全县220个村级党组织,已完成153个,覆盖率达到69.5%。", [("villages_total", 220, "个"), ("villages_inspected", 153, "个"), ("village_coverage_rate", 69.5, "%")]),
        ("发现问题线索85件,已办结9件。", [("other", 85, "件"), ("other", 9, "件")]),
        ("整改率94.%。", [("rectification_rate", 94, "%")]),
        ("查处违纪人员12人,问责3人。", [("other", 12, "人"), ("other", 3, "人")]),
        ("组建12个由纪委书记任组长的巡察小组。", [("teams", 12, "个")]),
        ("完善和新建制度589项。", [("rules_made", 589, "项")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_notation_is_read(text, claims):
    assert said(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "2020年7月23日进驻,为期40天左右,历时3个月。",
        "十三届县委第十一轮巡察第二批已进驻。",
        "紧扣“三个聚焦”,落实三个原则,形成“三个三”工作法。",
        "采取一托二、1托4和“1+1”方式。",
        "前五轮巡察已完成反馈,新一轮巡察即将启动。",
        "约谈主要负责人,特约巡察员参加。",
        "梳理出4大类16个方面的突出表现。",
        "每个巡察组配备1名组长、2名副组长。",
        "近3年来成效明显,卻分兩次報銷了8萬元。",
        "至少参加两轮,一次性告知,进一步压实责任。",
    ],
)
def test_what_only_looks_like_a_claim_is_none(text):
    assert said(text) == []


@pytest.mark.parametrize(
    "text, approx",
    [
        ("发现问题300余个。", True), ("挽回损失156万余元。", True), ("挽回损失427余万元。", True), ("约谈了,发现问题约300个。", True),
        ("走访70多户群众。", True), ("整改率98%以上。", True), ("县处级以上干部参加,发现问题300个。", False), ("余下15个单位将继续巡察。", False),
    ],
)  # fmt: skip
def test_an_approximation_is_told_from_its_false_friends(text, approx):
    assert one(text).approx is approx


@pytest.mark.parametrize("text", [passage["text"] for passage in passages()], ids=[passage["id"] for passage in passages()])
def test_folding_keeps_every_place(text):
    assert len(fold(text)) == len(text)
    for claim in extract(text):
        assert text[claim.start : claim.end] == claim.span


def test_radicals_that_a_pdf_holds_are_read_as_the_characters_that_they_look_like():
    assert fold("⼗⼀轮⼯作⽬前⻓") == "十一轮工作目前长"
    assert said("立案12件12⼈。") == [("cases_filed", 12, "件"), ("case_persons", 12, "人")]


def test_numbers_know_how_exactly_they_are_written():
    assert [(n.value, n.decimals) for n in numbers("81%、81.0%、1.2万个、2.5亿元")] == [(81, 0), (81, 1), (12000, -3), (25000, -3)]


def test_a_text_without_numbers_has_no_claims():
    assert extract("") == [] == extract("巡察工作扎实推进。")
