-- One row: one dated step on the way of one organisation's inspection: 巡察, 反馈, 整改报告, 回访, 约谈. Its year is the inspection's.
WITH inspection AS (
    SELECT
        county, organisation, round_id, min(organisation_kind) AS organisation_kind, min(term) AS term, min(year) AS year, min(round) AS round, min(round_name) AS round_name,
        min(round_order) AS round_order, min(kind) AS kind, min(start) AS start, max("end") AS "end", max(fed_back_on) AS fed_back_on
    FROM fact_inspection
    WHERE organisation IS NOT NULL AND reached
    GROUP BY county, organisation, round_id
),
of_round AS (
    SELECT round_id, min(start) AS start, max("end") AS "end", max(fed_back_on) AS fed_back_on
    FROM fact_inspection
    WHERE organisation IS NULL AND reached
    GROUP BY round_id
),
reported AS (
    SELECT l.county, l.organisation, p.round_id, min(l.fed_back_on) AS fed_back_on, min(l.reported_on) AS reported_on
    FROM live_rectification_totals l
    JOIN row_place p ON p.ledger = 'rectification_totals' AND p._id = l._id
    GROUP BY l.county, l.organisation, p.round_id
),
way AS (
    SELECT
        -- An old round known in totals says when it was there, not when it was at each organisation.
        i.* REPLACE (
            CASE WHEN i.start IS NULL AND i."end" IS NULL THEN r.start ELSE i.start END AS start,
            CASE WHEN i.start IS NULL AND i."end" IS NULL THEN r."end" ELSE i."end" END AS "end",
            coalesce(i.fed_back_on, t.fed_back_on, r.fed_back_on) AS fed_back_on
        ),
        t.reported_on, i.start IS NULL AND i."end" IS NULL AS of_round
    FROM inspection i
    LEFT JOIN of_round r USING (round_id)
    LEFT JOIN reported t USING (county, organisation, round_id)
),
later AS (
    SELECT row_number() OVER () AS number, *
    FROM (
        SELECT '回访' AS step, coalesce(start, "end") AS day, coalesce("end", start) AS until, county, organisation, organisation_kind, round_id, term, year, round, round_name, round_order, kind
        FROM fact_revisit
        UNION ALL BY NAME
        SELECT '约谈' AS step, held_on AS day, held_on AS until, county, organisation, organisation_kind, round_id, term, year, round, round_name, round_order, kind
        FROM fact_talk
    )
    WHERE organisation IS NOT NULL AND day IS NOT NULL
),
followed AS (
    -- What names no inspection follows the last one that was over by then; with none, it stands by itself.
    SELECT
        l.step, l.day, l.until, l.county, l.organisation, l.organisation_kind,
        coalesce(w.round_id, l.round_id) AS round_id, coalesce(w.term, l.term) AS term, coalesce(w.year, l.year) AS year, coalesce(w.round, l.round) AS round,
        coalesce(w.round_name, l.round_name) AS round_name, coalesce(w.round_order, l.round_order) AS round_order, coalesce(w.kind, l.kind) AS kind
    FROM later l
    LEFT JOIN way w
        ON w.county = l.county
        AND w.organisation = l.organisation
        AND (w.round_id = l.round_id OR (l.round_name IS NULL AND coalesce(w."end", w.start) <= l.day))
    QUALIFY row_number() OVER (PARTITION BY l.number ORDER BY coalesce(w."end", w.start) DESC NULLS LAST, w.round_id) = 1
),
step AS (
    SELECT county, organisation, organisation_kind, round_id, term, year, round, round_name, round_order, kind, '巡察' AS step, coalesce(start, "end") AS day, "end" AS until, of_round
    FROM way
    UNION ALL BY NAME
    SELECT county, organisation, organisation_kind, round_id, term, year, round, round_name, round_order, kind, '反馈' AS step, fed_back_on AS day, fed_back_on AS until
    FROM way
    UNION ALL BY NAME
    SELECT county, organisation, organisation_kind, round_id, term, year, round, round_name, round_order, kind, '整改报告' AS step, reported_on AS day, reported_on AS until
    FROM way
    UNION ALL BY NAME
    SELECT county, organisation, organisation_kind, round_id, term, year, round, round_name, round_order, kind, step, day, until
    FROM followed
)
SELECT * REPLACE (coalesce(of_round, FALSE) AS of_round), county || '|' || organisation AS unit
FROM step
WHERE day IS NOT NULL
