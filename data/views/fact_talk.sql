-- One row: one unit called to one talk about its rectification. Its year is the talk's, its round the inspection's.
SELECT
    l.county, p.round_id, p.term, coalesce(l.year, year(l.held_on)) AS year, p.round, p.round_name, p.round_order,
    coalesce(l.batch, p.batch) AS batch, p.kind, p.form, l.organisation, p.organisation_kind,
    l.county || '|' || l.organisation AS unit,
    CAST(date_trunc('month', l.held_on) AS DATE) AS month,
    l.revisit_round, l.talk_form, l.held_on, l.persons,
    '明细' AS basis, 'talks' AS _ledger, l._import, l._sheet, l._row
FROM live_talks l
JOIN row_place p ON p.ledger = 'talks' AND p._id = l._id
