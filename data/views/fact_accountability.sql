-- One row: one row of the ledger of accountability. Its year is the decision's, its round the inspection's.
SELECT
    l.county, p.round_id, p.term, coalesce(l.year, year(l.decided_on)) AS year, p.round, p.round_name, p.round_order,
    coalesce(l.batch, p.batch) AS batch, p.kind, p.form, l.organisation, p.organisation_kind,
    l.county || '|' || l.organisation AS unit,
    CAST(date_trunc('month', l.decided_on) AS DATE) AS month,
    l.manner, l.decided_on,
    CASE
        WHEN l.organisations IS NOT NULL THEN l.organisations
        -- 检查 and 改组 are only ever for organisations. A unit beside any other manner may be where a person works.
        WHEN l.persons IS NULL AND l.organisation IS NOT NULL AND regexp_matches(l.manner, '检查|改组') THEN 1
    END AS organisations,
    l.persons,
    '明细' AS basis, 'accountabilities' AS _ledger, l._import, l._sheet, l._row
FROM live_accountabilities l
JOIN row_place p ON p.ledger = 'accountabilities' AND p._id = l._id
