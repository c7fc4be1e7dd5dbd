-- One row: one round (or batch) of the plan ledger with what it is to bring; a year's total only where no row names a round of that year.
WITH placed AS (
    SELECT
        l.* EXCLUDE (batch, kind, term, year, round, theme, county),
        p.* EXCLUDE (ledger, _id, batch, kind, form, team, "end", organisation_kind),
        l.county,
        coalesce(l.batch, p.batch) AS batch,
        coalesce(string_split(l.kind, '、')[1], p.kind) AS kind
    FROM live_plans l
    JOIN row_place p ON p.ledger = 'plans' AND p._id = l._id
),
named_year AS (SELECT DISTINCT county, year FROM placed WHERE round_name IS NOT NULL AND year IS NOT NULL)
SELECT
    d.county, d.round_id, d.term, d.year, d.round, d.round_name, d.round_order, d.batch, d.kind, d.status,
    d.teams, d.per_team, d.days, d.rest_days, d.start, coalesce(d."end", d.start + CAST(d.days - 1 AS INTEGER)) AS "end",
    d.organisations, d.villages, d.village_squads, d.coverage_target, d.village_target,
    '明细' AS basis, 'plans' AS _ledger, d._import, d._sheet, d._row
FROM placed d
LEFT JOIN named_year y ON y.county = d.county AND y.year = d.year
WHERE d.round_name IS NOT NULL OR y.year IS NULL
