-- One row: one village in one round; or, without a village, the number of villages that a round reports which has no village rows.
WITH register AS (
    SELECT county, town, village, village_class, from_date, to_date
    FROM live_villages
    WHERE village IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY county, town, village ORDER BY _id DESC) = 1
),
round_kind AS (
    SELECT round_id, CASE WHEN min(kind) = max(kind) THEN min(kind) END AS kind FROM fact_inspection GROUP BY round_id
),
covered AS (SELECT DISTINCT round_id FROM reach_row WHERE round_name IS NOT NULL),
covered_year AS (
    SELECT county, year FROM reach_row GROUP BY county, year HAVING year IS NOT NULL AND bool_and(round_name IS NULL)
)
SELECT
    r.county, r.round_id, r.term, r.year, r.round, r.round_name, r.round_order, r.batch,
    coalesce(r.kind, k.kind, r.default_kind) AS kind,
    r.form, r.team, r.town, r.village,
    r.county || '|' || coalesce(r.town, '') || '|' || r.village AS unit,
    coalesce(v.village_class, r.village_class) AS village_class,
    v.village IS NOT NULL AS registered, v.from_date, v.to_date,
    r.start, r."end", CAST(date_trunc('month', coalesce(r."end", r.start)) AS DATE) AS month,
    r.status, r.status <> '计划' AS reached, r.status IN ('已完成', '已反馈') AS done,
    r.issues AS village_issues,
    '明细' AS basis, 'village_reaches' AS _ledger, 'village' AS _field, r._import, r._sheet, r._row
FROM reach_row r
LEFT JOIN register v ON v.county = r.county AND v.town IS NOT DISTINCT FROM r.town AND v.village = r.village
LEFT JOIN round_kind k ON k.round_id = r.round_id
WHERE NOT r.masked
UNION ALL BY NAME
SELECT
    county, round_id, term, year, round, round_name, round_order, batch, kind, form, team, month,
    FALSE AS registered, reached, FALSE AS done, n AS villages,
    '报送' AS basis, 'rounds' AS _ledger, measure AS _field, _import, _sheet, _row
FROM fact_reported r
WHERE measure = 'villages'
    AND round_id NOT IN (SELECT round_id FROM covered)
    AND NOT EXISTS (SELECT 1 FROM covered_year y WHERE y.county = r.county AND y.year = r.year)
