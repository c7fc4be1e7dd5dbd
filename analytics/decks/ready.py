"""The ready sets. A new panel joins one by its name on a line of its own, where its slide is to stand."""

from analytics.decks.deck import Deck

SECRETARY = Deck(
    name="secretary",
    title="书记专题会",
    about="进度、主要问题、线索处置、尚未完成的村（社区）",
    panels=(
        "coverage_pace",
        "coverage_by_kind",
        "issues_by_category",
        "issues_recurring",
        "way_to_case",
        "clue_cohorts",
        "rectify_by_round",
        "rectify_by_timing",
        "village_wall",
        "attention",
    ),
)

LEADING = Deck(
    name="leading",
    title="领导小组会",
    about="各单位、各巡察组、各乡镇的完成情况和未完成名单",
    panels=(
        "coverage_pace",
        "coverage_left",
        "issues_by_category",
        "issues_by_organisation",
        "issues_by_team",
        "way_to_case",
        "clue_cohorts",
        "clue_survival",
        "open_clues_by_age",
        "villages_by_town",
        "village_wall",
        "rectify_by_organisation",
        "rectify_by_timing",
        "revisits_by_round",
    ),
)

ANNUAL = Deck(
    name="annual",
    title="年度总结",
    about="全部工作，从覆盖到整改",
    panels=(
        "coverage_pace",
        "coverage_by_kind",
        "issues_by_category",
        "issues_recurring",
        "issues_by_organisation",
        "way_to_case",
        "clue_cohorts",
        "open_clues_by_age",
        "villages_by_town",
        "village_wall",
        "linked_forms",
        "special_by_fund",
        "audit_way",
        "rectify_by_round",
        "revisits_by_round",
        "trainings_by_year",
    ),
)

READY: dict[str, Deck] = {one.name: one for one in (SECRETARY, LEADING, ANNUAL)}
