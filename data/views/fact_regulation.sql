-- One row: one rule or procedure of inspection work, made, revised or abolished.
SELECT
    r.county, p.term, p.year, CAST(date_trunc('month', r.made_on) AS DATE) AS month, r.title,
    -- A rule that stands in the ledger without a word on it was made.
    CASE WHEN coalesce(r.action, '新建') = '新建' THEN 1 ELSE 0 END AS made,
    CASE WHEN r.action = '修订' THEN 1 ELSE 0 END AS revised,
    '明细' AS basis, 'regulations' AS _ledger, r._import, r._sheet, r._row
FROM live_regulations r
JOIN row_place p ON p.ledger = 'regulations' AND p._id = r._id
