-- One row: one village or community on the register, with its state in the current term.
WITH state AS (
    SELECT
        county, town, village,
        CASE WHEN bool_or(done) THEN 'done' WHEN bool_or(reached) THEN 'doing' ELSE 'todo' END AS state,
        sum(village_issues) AS issues,
        arg_max(round_name, round_order) FILTER (reached) AS round_name
    FROM fact_village_reach r, moment m
    WHERE village IS NOT NULL AND coalesce(r.term = m.term, TRUE)
    GROUP BY county, town, village
)
SELECT
    v.county, v.town, v.village, v.village_kind, v.village_class, v.risk_weak, v.risk_petitions, v.risk_legacy, v.risk_funds, v.risks,
    v.from_date, v.to_date, coalesce(s.state, 'todo') AS state, s.issues, s.round_name,
    v._import, v._sheet, v._row
FROM live_villages v
LEFT JOIN state s ON s.county = v.county AND s.town IS NOT DISTINCT FROM v.town AND s.village = v.village
WHERE v.village IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY v.county, v.town, v.village ORDER BY v._id DESC) = 1
