-- One row: one number of rules made or money got back that an issue's row, a unit's totals or the round ledger gives, each measure from the finest ledger that gives it.
WITH detail AS (
    UNPIVOT (
        SELECT
            county, round_id, term, year, round, round_name, round_order, batch, kind, form, team, organisation, organisation_kind,
            _import, _sheet, _row, '明细' AS basis, 'rectifications' AS _ledger,
            CAST(rules_new AS DOUBLE) AS rules_new,
            CAST(rules_revised AS DOUBLE) AS rules_revised,
            CAST(coalesce(rules_new + rules_revised, rules_new, rules_revised) AS DOUBLE) AS rules_made,
            money_refunded, money_collected, money_recovered
        FROM rectification_row
    )
    ON rules_new, rules_revised, rules_made, money_refunded, money_collected, money_recovered
    INTO NAME measure VALUE amount
),
total AS (
    UNPIVOT (
        SELECT
            county, round_id, term, year, round, round_name, round_order, batch, kind, form, team, organisation, organisation_kind,
            _import, _sheet, _row, basis, _ledger,
            CAST(rules_new AS DOUBLE) AS rules_new,
            CAST(rules_revised AS DOUBLE) AS rules_revised,
            -- The total where its two parts are not both given.
            CAST(coalesce(rules_new + rules_revised, rules_made, rules_new, rules_revised) AS DOUBLE) AS rules_made,
            money_refunded, money_collected, money_recovered
        FROM fact_rectification_total
    )
    ON rules_new, rules_revised, rules_made, money_refunded, money_collected, money_recovered
    INTO NAME measure VALUE amount
),
given AS (SELECT DISTINCT measure, county, round_id, round_name, year, organisation FROM detail),
finer AS (
    SELECT * FROM detail
    UNION ALL BY NAME
    SELECT t.*
    FROM total t
    WHERE NOT EXISTS (
        SELECT 1
        FROM given d
        WHERE d.measure = t.measure
            AND d.county = t.county
            AND d.organisation IS NOT DISTINCT FROM t.organisation
            AND (d.round_id = t.round_id OR ((d.round_name IS NULL OR t.round_name IS NULL) AND d.year = t.year))
    )
),
covered AS (SELECT DISTINCT measure, round_id FROM finer WHERE round_name IS NOT NULL),
covered_year AS (
    -- Rows that name a year and no round stand for all rounds of a year in which no row names one.
    SELECT measure, county, year FROM finer WHERE year IS NOT NULL GROUP BY measure, county, year HAVING bool_and(round_name IS NULL)
),
reported AS (
    SELECT * FROM fact_reported WHERE measure IN ('rules_new', 'rules_revised', 'money_refunded', 'money_collected', 'money_recovered')
    UNION ALL BY NAME
    SELECT
        * REPLACE (
            'rules_made' AS measure,
            coalesce(
                sum(amount) FILTER (measure = 'rules_new') OVER row_of + sum(amount) FILTER (measure = 'rules_revised') OVER row_of,
                max(amount) FILTER (measure = 'rules_made') OVER row_of,
                max(amount) FILTER (measure IN ('rules_new', 'rules_revised')) OVER row_of
            ) AS amount
        )
    FROM fact_reported
    WHERE measure IN ('rules_made', 'rules_new', 'rules_revised')
    WINDOW row_of AS (PARTITION BY _id)
    QUALIFY row_number() OVER row_of = 1
),
every AS (
    SELECT * FROM finer
    UNION ALL BY NAME
    SELECT
        r.county, r.round_id, r.term, r.year, r.round, r.round_name, r.round_order, r.batch, r.kind, r.form, r.team, r.organisation, r.organisation_kind,
        r._import, r._sheet, r._row, '报送' AS basis, 'rounds' AS _ledger, r.measure, r.amount
    FROM reported r
    LEFT JOIN covered c USING (measure, round_id)
    LEFT JOIN covered_year y ON y.measure = r.measure AND y.county = r.county AND y.year = r.year
    WHERE c.round_id IS NULL AND y.year IS NULL
)
SELECT
    * EXCLUDE (measure, amount),
    CASE WHEN measure = 'rules_new' THEN CAST(amount AS INTEGER) END AS rules_new,
    CASE WHEN measure = 'rules_revised' THEN CAST(amount AS INTEGER) END AS rules_revised,
    CASE WHEN measure = 'rules_made' THEN CAST(amount AS INTEGER) END AS rules_made,
    CASE WHEN measure = 'money_refunded' THEN amount END AS money_refunded,
    CASE WHEN measure = 'money_collected' THEN amount END AS money_collected,
    CASE WHEN measure = 'money_recovered' THEN amount END AS money_recovered
FROM every
