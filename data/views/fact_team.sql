-- One row: one team in one round, from the team ledger; in rounds that this says nothing of, each team that an inspection names.
WITH listed AS (
    SELECT
        l._id, l.county, p.round_id, p.term, p.year, p.round, p.round_name, p.round_order, p.kind, l.team,
        l.staff, l.units_at_once, l.village_squads, l._import, l._sheet, l._row
    FROM live_teams l
    JOIN row_place p ON p.ledger = 'teams' AND p._id = l._id
    WHERE l.team IS NOT NULL
    -- A team in two batches of a round is one team.
    QUALIFY row_number() OVER (PARTITION BY l.county, p.round_id, l.team ORDER BY l._id DESC) = 1
),
covered_year AS (
    -- Rows that name a year and no round stand for all rounds of a year in which no row names one.
    SELECT county, year FROM listed GROUP BY county, year HAVING year IS NOT NULL AND bool_and(round_name IS NULL)
)
SELECT
    county, round_id, term, year, round, round_name, round_order, kind, team, staff, units_at_once, village_squads,
    '明细' AS basis, 'teams' AS _ledger, _import, _sheet, _row
FROM listed
UNION ALL BY NAME
SELECT
    i.county, i.round_id, min(i.term) AS term, min(i.year) AS year, min(i.round) AS round, i.round_name, min(i.round_order) AS round_order,
    min(i.kind) AS kind, i.team, '明细' AS basis,
    arg_min(i._ledger, (i._import, i._sheet, i._row)) AS _ledger, min(i._import) AS _import,
    arg_min(i._sheet, (i._import, i._sheet, i._row)) AS _sheet, arg_min(i._row, (i._import, i._sheet, i._row)) AS _row
FROM fact_inspection i
WHERE i.reached AND i.team IS NOT NULL AND i.round_name IS NOT NULL
    AND i.round_id NOT IN (SELECT round_id FROM listed WHERE round_name IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM covered_year y WHERE y.county = i.county AND y.year = i.year)
GROUP BY i.county, i.round_id, i.round_name, i.team
