-- One row: one row of the special inspection ledger: what one fund at one organisation brought in a special round.
WITH placed AS (
    SELECT
        s.* EXCLUDE (term, year, theme, team),
        p.term, p.year, p.round_order, p.organisation_kind, p.team AS placed_team, p."end" AS placed_end, p.round_name AS placed_name,
        p.kind AS placed_kind, p.round_id AS placed_id, s.team,
        -- A row without a theme stands in the only round of its organisation; that a regular one is, it cannot be.
        p.round IS NULL AS special
    FROM live_specials s
    JOIN row_place p ON p.ledger = 'specials' AND p._id = s._id
)
SELECT
    -- No special round has an ordinal.
    county, term, year, month, round_id, NULL::INTEGER AS round, round_name, round_order,
    kind, team, organisation, organisation_kind, fund, fund_amount, sites, issues, immediate, clues, campaigns, campaign,
    county || '|' || organisation AS unit,
    round_id || '|' || fund AS fund_unit,
    '明细' AS basis, 'specials' AS _ledger, _import, _sheet, _row
FROM (
    SELECT
        * REPLACE (coalesce(team, CASE WHEN special THEN placed_team END) AS team),
        CASE WHEN special THEN placed_id ELSE concat_ws('|', county, year, '专项') END AS round_id,
        CASE WHEN special THEN placed_name END AS round_name,
        CASE WHEN special AND placed_name IS NOT NULL THEN placed_kind ELSE '专项' END AS kind,
        CAST(date_trunc('month', coalesce("end", CASE WHEN special THEN placed_end END, start)) AS DATE) AS month
    FROM placed
)
