-- One row: one issue of the issue ledger, or one number of issues that a round reports which has no row in that ledger.
WITH detail AS (
    SELECT
        i.* EXCLUDE (batch, kind, form, team, term, year, round, theme, category),
        p.* EXCLUDE (ledger, _id, batch, kind, form, team),
        coalesce(i.batch, p.batch) AS batch,
        coalesce(string_split(i.kind, '、')[1], p.kind) AS kind,
        coalesce(i.form, p.form) AS form,
        coalesce(i.team, p.team) AS team,
        i.category AS original, c.category,
        i.immediate OR i.disposal LIKE '%立行立改%' AS at_once,
        i.immediate IS NOT NULL OR i.disposal IS NOT NULL AS says_at_once
    FROM live_issues i
    JOIN row_place p ON p.ledger = 'issues' AND p._id = i._id
    LEFT JOIN category_of c ON c.given IS NOT DISTINCT FROM i.category AND c.sub IS NOT DISTINCT FROM i.subcategory
),
said AS (
    SELECT round_id, bool_or(says_at_once) AS says_at_once, bool_or(round_name IS NOT NULL) AS named FROM detail GROUP BY round_id
),
covered AS (SELECT round_id, says_at_once FROM said WHERE named),
covered_year AS (
    -- Rows that name a year and no round stand for all rounds of a year in which no row names one.
    SELECT county, year, bool_or(says_at_once) AS says_at_once
    FROM detail
    GROUP BY county, year
    HAVING year IS NOT NULL AND bool_and(round_name IS NULL)
),
reported AS (
    SELECT r.*, c.round_id IS NOT NULL OR y.year IS NOT NULL AS counted, coalesce(c.says_at_once, y.says_at_once, FALSE) AS counted_at_once
    FROM fact_reported r
    LEFT JOIN covered c USING (round_id)
    LEFT JOIN covered_year y ON y.county = r.county AND y.year = r.year
),
total AS (SELECT * FROM reported WHERE measure = 'issues' AND NOT counted),
part AS (
    SELECT r._id, r.measure, k.category, r.n, sum(r.n) OVER (PARTITION BY r._id) AS parts
    FROM reported r
    JOIN category_reported k USING (measure)
    WHERE NOT r.counted
),
split AS (
    -- Reported numbers by category are taken where they fit into the reported total; the rest has no category.
    SELECT t.* REPLACE (p.measure AS measure, p.n AS n), p.category
    FROM total t
    JOIN part p ON p._id = t._id AND p.parts <= t.n AND p.n > 0
    UNION ALL BY NAME
    SELECT t.* REPLACE (t.n - coalesce(p.parts, 0) AS n)
    FROM total t
    LEFT JOIN (SELECT DISTINCT _id, parts FROM part) p ON p._id = t._id AND p.parts <= t.n
    WHERE t.n - coalesce(p.parts, 0) > 0 OR coalesce(p.parts, 0) = 0
)
SELECT
    d.county, d.round_id, d.term, d.year, d.round, d.round_name, d.round_order, d.batch, d.kind, d.form, d.team,
    d.organisation, d.organisation_kind, d.town, d.village, d.category, d.original, d.subcategory,
    CAST(date_trunc('month', coalesce(d.found_on, d.fed_back_on, d."end")) AS DATE) AS month,
    1 AS issues,
    CASE WHEN d.at_once THEN 1 WHEN s.says_at_once THEN 0 END AS immediate,
    '明细' AS basis, 'issues' AS _ledger, 'text' AS _field, d._import, d._sheet, d._row
FROM detail d
JOIN said s ON s.round_id = d.round_id
UNION ALL BY NAME
SELECT
    county, round_id, term, year, round, round_name, round_order, batch, kind, form, team, organisation, organisation_kind, month, category,
    n AS issues, '报送' AS basis, 'rounds' AS _ledger, measure AS _field, _import, _sheet, _row
FROM split
UNION ALL BY NAME
SELECT
    county, round_id, term, year, round, round_name, round_order, batch, kind, form, team, organisation, organisation_kind, month,
    n AS immediate, '报送' AS basis, 'rounds' AS _ledger, measure AS _field, _import, _sheet, _row
FROM reported
WHERE measure = 'immediate' AND NOT counted_at_once
