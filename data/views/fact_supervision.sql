-- One row: one batch of matters that inspection handed to, or received from, another kind of supervision.
SELECT
    s.county, p.term,
    -- The year in which it was handed over, which may be one after the round that it comes from.
    coalesce(s.year, year(s.handed_on), p.year) AS year,
    CAST(date_trunc('month', s.handed_on) AS DATE) AS month,
    p.round_id, p.round, p.round_name, p.round_order,
    -- A matter that comes of no round comes of no kind of inspection.
    CASE WHEN p.round_name IS NOT NULL THEN p.kind END AS kind,
    s.organisation, p.organisation_kind, s.direction, s.partner, s.matter, s.handed_on, s.answered_on,
    -- A batch whose number is left out is one matter, or as many as were taken up.
    coalesce(s.items, greatest(1, s.taken_up)) AS items,
    CASE WHEN s.direction = '移交' THEN coalesce(s.items, greatest(1, s.taken_up)) END AS handed,
    CASE WHEN s.direction = '接收' THEN coalesce(s.items, greatest(1, s.taken_up)) END AS received,
    s.taken_up,
    CASE WHEN s.taken_up IS NOT NULL THEN coalesce(s.items, greatest(1, s.taken_up)) END AS answered,
    '明细' AS basis, 'supervisions' AS _ledger, s._import, s._sheet, s._row
FROM live_supervisions s
JOIN row_place p ON p.ledger = 'supervisions' AND p._id = s._id
