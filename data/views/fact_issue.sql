-- One row: one issue of the issue ledger, or one number of issues that a round reports which has no row in that ledger.
WITH own AS (
    SELECT
        i._id, i._import, i._sheet, i._row, i.county, i.organisation, i.town, i.village,
        i.batch, i.team, i.form, string_split(i.kind, '、')[1] AS kind,
        i.category AS original, i.subcategory, c.category, i.found_on, i.fed_back_on,
        i.immediate OR i.disposal LIKE '%立行立改%' AS at_once,
        i.immediate IS NOT NULL OR i.disposal IS NOT NULL AS says_at_once,
        -- A row that names no round is in the only round of its organisation, if there is but one.
        CASE WHEN p.round_name IS NULL THEN coalesce(y.round_id, a.round_id) END AS inferred,
        p.round_id, p.term, p.year, p.round, p.round_name, p.round_order, p.kind AS default_kind
    FROM live_issues i
    JOIN spot p
        ON p.county = i.county
        AND p.given_term IS NOT DISTINCT FROM i.term
        AND p.given_year IS NOT DISTINCT FROM i.year
        AND p.given_round IS NOT DISTINCT FROM i.round
        AND p.given_theme IS NOT DISTINCT FROM i.theme
        AND p.given_start IS NULL
    LEFT JOIN category_of c ON c.given IS NOT DISTINCT FROM i.category AND c.sub IS NOT DISTINCT FROM i.subcategory
    LEFT JOIN inspection_of y ON y.county = i.county AND y.organisation = i.organisation AND y.year = p.year AND y.only_of_year
    LEFT JOIN inspection_of a ON a.county = i.county AND a.organisation = i.organisation AND p.year IS NULL AND a.only_of_all
),
round_at AS (
    SELECT round_id, min(term) AS term, min(year) AS year, min(round) AS round, min(round_name) AS round_name, min(round_order) AS round_order, min(kind) AS default_kind
    FROM spot
    GROUP BY round_id
),
detail AS (
    SELECT
        o.* EXCLUDE (inferred, round_id, term, year, round, round_name, round_order, default_kind),
        coalesce(o.inferred, o.round_id) AS round_id,
        coalesce(g.term, o.term) AS term,
        coalesce(o.year, g.year) AS year,
        coalesce(g.round, o.round) AS round,
        coalesce(g.round_name, o.round_name) AS round_name,
        coalesce(g.round_order, o.round_order) AS round_order,
        coalesce(g.default_kind, o.default_kind) AS default_kind
    FROM own o
    LEFT JOIN round_at g ON g.round_id = o.inferred
),
round_kind AS (
    SELECT round_id, CASE WHEN min(kind) = max(kind) THEN min(kind) END AS kind, max("end") AS "end"
    FROM fact_inspection
    GROUP BY round_id
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
    d.county, d.round_id, d.term, d.year, d.round, d.round_name, d.round_order,
    coalesce(d.batch, i.batch) AS batch,
    coalesce(d.kind, i.kind, k.kind, d.default_kind) AS kind,
    coalesce(d.form, i.form) AS form,
    coalesce(d.team, i.team) AS team,
    d.organisation, o.organisation_kind, d.town, d.village, d.category, d.original, d.subcategory,
    CAST(date_trunc('month', coalesce(d.found_on, d.fed_back_on, i."end", k."end")) AS DATE) AS month,
    1 AS issues,
    CASE WHEN d.at_once THEN 1 WHEN s.says_at_once THEN 0 END AS immediate,
    '明细' AS basis, 'issues' AS _ledger, 'text' AS _field, d._import, d._sheet, d._row
FROM detail d
JOIN said s ON s.round_id = d.round_id
LEFT JOIN inspection_of i ON i.round_id = d.round_id AND i.county = d.county AND i.organisation = d.organisation
LEFT JOIN round_kind k ON k.round_id = d.round_id
LEFT JOIN fact_organisation o ON o.county = d.county AND o.organisation = d.organisation
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
