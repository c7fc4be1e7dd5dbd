-- One row: one organisation in one round and batch; or, without an organisation, what a round known only in totals reports.
WITH reported AS (
    SELECT
        _id,
        sum(n) FILTER (measure = 'organisations_reported' AND organisation IS NULL) AS organisations,
        sum(n) FILTER (measure = 'talks') AS talks,
        sum(n) FILTER (measure = 'petitions') AS petitions
    FROM fact_reported
    GROUP BY _id
),
from_linked AS (
    -- What only the linked ledger knows: the round ledger does not have the organisation in that round, or that year where it names none.
    SELECT
        l.*, l._id AS linked,
        CASE
            WHEN l.start > greatest(m.as_of, i.day) THEN '计划'
            WHEN l."end" > greatest(m.as_of, i.day) THEN '进驻中'
            ELSE '已完成'
        END AS status
    FROM linked_row l
    JOIN live_import i ON i."import" = l._import
    CROSS JOIN moment m
    WHERE NOT EXISTS (
        SELECT 1
        FROM round_row k
        WHERE k.county = l.county
            AND k.organisation = l.organisation
            AND (
                k.round_id = l.round_id
                OR (l.round_name IS NULL AND coalesce(k.year = l.year, TRUE) AND coalesce(k.term = l.term, TRUE))
            )
    )
),
better AS (
    SELECT county, organisation, round_id, term FROM round_row WHERE organisation IS NOT NULL
    UNION ALL
    SELECT county, organisation, round_id, term FROM from_linked
),
from_register AS (
    SELECT
        r._import, r._sheet, r._row, p.county, p.round_id, p.term, p.year, p.round, p.round_name, p.round_order, p.theme, r.batch,
        r.organisation, r.team, r.start, r."end",
        CASE
            WHEN NOT r.inspected OR r.start > greatest(m.as_of, i.day) THEN '计划'
            WHEN r."end" > greatest(m.as_of, i.day) THEN '进驻中'
            ELSE '已完成'
        END AS status,
        p.kind
    FROM register_round r
    JOIN spot p
        ON p.county = r.county
        AND p.given_term IS NOT DISTINCT FROM r.term
        AND p.given_year IS NOT DISTINCT FROM r.year
        AND p.given_round IS NOT DISTINCT FROM r.round
        AND p.given_theme IS NOT DISTINCT FROM r.theme
        AND p.given_start IS NOT DISTINCT FROM r.start
    JOIN live_import i ON i."import" = r._import
    CROSS JOIN moment m
    -- The ledgers know better: where they have the organisation in that round, or in any where the register names none.
    WHERE NOT EXISTS (
        SELECT 1
        FROM better k
        WHERE k.county = p.county
            AND k.organisation = r.organisation
            AND (k.round_id = p.round_id OR (p.round_name IS NULL AND coalesce(k.term = p.term, TRUE)))
    )
    QUALIFY row_number() OVER (PARTITION BY p.county, p.round_id, r.batch, r.organisation ORDER BY r._import DESC) = 1
),
named AS (
    SELECT round_id, count(DISTINCT organisation) AS organisations
    FROM (SELECT round_id, organisation, status FROM from_linked UNION ALL SELECT round_id, organisation, status FROM from_register)
    WHERE status <> '计划'
    GROUP BY round_id
),
unnamed AS (
    -- Organisations that a total reports and the register or the linked ledger names are counted by name, once.
    SELECT _id, greatest(so_far - others, 0) - greatest(so_far - organisations - others, 0) AS organisations
    FROM (
        SELECT
            n._id, n.organisations, coalesce(o.organisations, 0) AS others,
            sum(n.organisations) OVER (PARTITION BY k.round_id ORDER BY n._id) AS so_far
        FROM reported n
        JOIN round_row k USING (_id)
        LEFT JOIN named o ON o.round_id = k.round_id
        WHERE k.reached AND n.organisations IS NOT NULL
    )
),
of_round AS (
    -- The form of a round that reports totals is that of the organisations which the register names in it.
    SELECT round_id, min(form) AS form FROM round_row WHERE organisation IS NULL AND form IS NOT NULL GROUP BY round_id HAVING min(form) = max(form)
),
inspections AS (
    SELECT
        county, round_id, term, year, round, round_name, round_order, theme, batch, kind, form, team, organisation, start, "end", fed_back_on, month,
        status, reached, done, counts, linked,
        coalesce(u.organisations, n.organisations) AS organisations, n.talks, n.petitions,
        CASE WHEN organisation IS NULL THEN '报送' ELSE '明细' END AS basis,
        'rounds' AS _ledger, _import, _sheet, _row
    FROM round_row
    LEFT JOIN reported n USING (_id)
    LEFT JOIN unnamed u USING (_id)
    UNION ALL BY NAME
    SELECT
        county, round_id, term, year, round, round_name, round_order, theme, batch, kind, form, team, organisation, start, "end",
        CAST(date_trunc('month', coalesce("end", start)) AS DATE) AS month,
        status, status <> '计划' AS reached, status = '已完成' AS done,
        coalesce(counts_for_coverage, kind NOT IN ('专项', '机动', '回头看')) AS counts, linked,
        '明细' AS basis, 'linked_inspections' AS _ledger, _import, _sheet, _row
    FROM from_linked
    UNION ALL BY NAME
    SELECT
        county, round_id, term, year, round, round_name, round_order, theme, batch, kind, f.form, team, organisation, start, "end",
        CAST(date_trunc('month', coalesce("end", start)) AS DATE) AS month,
        status, status <> '计划' AS reached, status = '已完成' AS done, kind NOT IN ('专项', '机动', '回头看') AS counts,
        '名录' AS basis, 'organisations' AS _ledger, _import, _sheet, _row
    FROM from_register
    LEFT JOIN of_round f USING (round_id)
)
SELECT
    i.*,
    o.organisation_kind,
    -- Distinct counts go by this: organisations of two counties may bear one name.
    i.county || '|' || i.organisation AS unit
FROM inspections i
LEFT JOIN fact_organisation o USING (county, organisation)
