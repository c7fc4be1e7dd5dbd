-- One row: what one unit reports in totals of its rectification in one round, in its newest sending.
SELECT
    l._id, l._import, l._sheet, l._row, l.county,
    p.round_id, p.term, p.year, p.round, p.round_name, p.round_order,
    coalesce(l.batch, p.batch) AS batch,
    coalesce(string_split(l.kind, '、')[1], p.kind) AS kind,
    p.form, p.team, l.organisation, p.organisation_kind,
    -- Distinct counts go by this: organisations of two counties may bear one name.
    l.county || '|' || l.organisation AS unit,
    l.due, l.done, l.basic, l.staged, l.continuing, l.going, l.undone, l.overdue, l.immediate_due, l.immediate_done,
    l.suggestions_due, l.suggestions_done, l.rules_new, l.rules_revised, l.rules_made, l.money_refunded, l.money_collected, l.money_recovered,
    l.grade, l.satisfied, l.returns,
    '报送' AS basis, 'rectification_totals' AS _ledger
FROM live_rectification_totals l
JOIN row_place p ON p.ledger = 'rectification_totals' AND p._id = l._id
QUALIFY l.organisation IS NULL OR row_number() OVER (PARTITION BY l.county, p.round_id, l.organisation ORDER BY l._id DESC) = 1
