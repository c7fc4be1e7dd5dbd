-- One row: one round that any ledger names, with what the round ledger reports of it in total.
WITH named AS (
    SELECT round_id, county, min(term) AS term, min(year) AS year, min(round) AS round, min(round_name) AS round_name, min(round_order) AS round_order, min(theme) AS theme
    FROM spot
    WHERE round_name IS NOT NULL
    GROUP BY round_id, county
),
inspected AS (
    SELECT
        round_id,
        mode(kind) AS kind,
        min(start) AS start,
        max("end") AS "end",
        count(DISTINCT unit) FILTER (reached) AS organisations,
        count(DISTINCT unit) FILTER (done) AS organisations_done,
        CASE
            WHEN bool_and(status = '计划') THEN '计划'
            WHEN bool_or(status IN ('计划', '进驻中')) THEN '进驻中'
            WHEN bool_and(status = '已反馈') THEN '已反馈'
            ELSE '已完成'
        END AS status
    FROM fact_inspection
    GROUP BY round_id
),
reported AS (
    PIVOT (SELECT round_id, measure, n FROM fact_reported)
    ON measure IN ('organisations_reported', 'villages', 'talks', 'petitions', 'issues', 'immediate', 'clues', 'clue_persons', 'cases', 'case_persons', 'sanctions')
    USING sum(n)
    GROUP BY round_id
)
SELECT
    n.*, i.kind, i.status, i.start, i."end", i.organisations, i.organisations_done,
    r.organisations_reported, r.villages AS villages_reported, r.talks AS talks_reported, r.petitions AS petitions_reported,
    r.issues AS issues_reported, r.immediate AS immediate_reported, r.clues AS clues_reported, r.clue_persons AS clue_persons_reported,
    r.cases AS cases_reported, r.case_persons AS case_persons_reported, r.sanctions AS sanctions_reported
FROM named n
LEFT JOIN inspected i USING (round_id)
LEFT JOIN reported r USING (round_id)
