-- One row: one audit project joined with the inspection of one organisation.
SELECT
    l.county, p.round_id, p.term, p.year, p.round, p.round_name, p.round_order, coalesce(l.batch, p.batch) AS batch, p.kind, p.form, p.team,
    l.organisation, p.organisation_kind,
    CAST(date_trunc('month', coalesce(l.entered_on, l.audited_on)) AS DATE) AS month,
    l.project, l.mode AS audit_mode, l.stages AS audit_stage, l.steps AS audit_step, l.audited_on, l.entered_on,
    1 AS projects, l.findings, l.taken_up, l.rectified, l.money,
    '明细' AS basis, 'audit_links' AS _ledger, l._import, l._sheet, l._row
FROM live_audit_links l
JOIN row_place p ON p.ledger = 'audit_links' AND p._id = l._id
