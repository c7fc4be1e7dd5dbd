-- One row: one training, with as many sessions as its row states.
SELECT
    t.county, p.term, p.year, CAST(date_trunc('month', t.start) AS DATE) AS month, t.training_form,
    coalesce(t.sessions, 1) AS sessions, t.persons,
    -- Exact, so that the parts of a sum add up to it.
    t.persons * CAST(t.hours AS DECIMAL(9, 2)) AS person_hours,
    CASE WHEN t.hours IS NOT NULL THEN t.persons END AS persons_of_hours,
    '明细' AS basis, 'trainings' AS _ledger, t._import, t._sheet, t._row
FROM live_trainings t
JOIN row_place p ON p.ledger = 'trainings' AND p._id = t._id
