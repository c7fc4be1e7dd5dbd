-- One row: what a unit's totals, or the round ledger, tell of how many issues are in which state, where no finer ledger tells it.
WITH detail AS (
    SELECT county, round_id, round_name, year, organisation, bool_or(at_once IS NOT NULL) AS at_once
    FROM rectification_row
    GROUP BY ALL
),
total AS (
    SELECT
        t.*,
        coalesce(t.due, t.done, t.basic, t.staged, t.continuing, t.going, t.undone, t.overdue) IS NOT NULL AS tells,
        -- A unit's own rows take the place of its totals; where one of the two names no round, by the year.
        EXISTS (
            SELECT 1
            FROM detail d
            WHERE d.county = t.county
                AND d.organisation IS NOT DISTINCT FROM t.organisation
                AND (d.round_id = t.round_id OR ((d.round_name IS NULL OR t.round_name IS NULL) AND d.year = t.year))
        ) AS detailed,
        EXISTS (
            SELECT 1
            FROM detail d
            WHERE d.at_once
                AND d.county = t.county
                AND d.organisation IS NOT DISTINCT FROM t.organisation
                AND (d.round_id = t.round_id OR ((d.round_name IS NULL OR t.round_name IS NULL) AND d.year = t.year))
        ) AS detailed_at_once
    FROM fact_rectification_total t
),
known AS (
    SELECT county, round_id, round_name, year FROM detail
    UNION
    SELECT county, round_id, round_name, year FROM total WHERE tells
),
covered AS (SELECT DISTINCT round_id FROM known WHERE round_name IS NOT NULL),
covered_year AS (
    -- Rows that name a year and no round stand for all rounds of a year in which no row names one.
    SELECT county, year FROM known WHERE year IS NOT NULL GROUP BY county, year HAVING bool_and(round_name IS NULL)
),
reported AS (
    SELECT
        _id, _import, _sheet, _row, county, round_id, term, year, round, round_name, round_order, batch, kind, form, team, organisation,
        organisation_kind, 'rounds' AS _ledger, FALSE AS detailed, TRUE AS detailed_at_once,
        max(n) FILTER (measure = 'rectify_due') AS due,
        max(n) FILTER (measure = 'rectified') AS done,
        max(n) FILTER (measure = 'rectifying') AS going,
        max(n) FILTER (measure = 'overdue') AS overdue
    FROM fact_reported
    WHERE measure IN ('rectify_due', 'rectified', 'rectifying', 'overdue')
    GROUP BY ALL
),
told AS (
    SELECT * FROM total
    UNION ALL BY NAME
    SELECT r.* FROM reported r LEFT JOIN covered c USING (round_id) LEFT JOIN covered_year y ON y.county = r.county AND y.year = r.year
    WHERE c.round_id IS NULL AND y.year IS NULL
),
summed AS (
    SELECT
        *,
        coalesce(done, 0) + coalesce(basic, 0) + coalesce(staged, 0) + coalesce(continuing, 0) + coalesce(going, 0) + coalesce(undone, 0) AS named,
        coalesce(overdue, 0) AS late
    FROM told
),
measured AS (
    SELECT
        *,
        -- Done alone does not say of how many.
        coalesce(due, CASE WHEN coalesce(basic, staged, continuing, going, undone, overdue) IS NOT NULL THEN named + late END) AS whole
    FROM summed
)
SELECT
    * EXCLUDE (tells),
    done IS NOT NULL OR named + late >= whole AS says_done,
    -- 'parts': they fit into the whole; 'mark': without those overdue, who then stand among the others; 'done': they do not fit.
    CASE WHEN named + late <= whole THEN 'parts' WHEN named <= whole THEN 'mark' ELSE 'done' END AS reading
FROM measured
