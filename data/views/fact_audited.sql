-- One row: one inspection of an organisation that had been audited before entry, the audit being taken up by the inspection.
SELECT i.*
FROM fact_inspection i
WHERE EXISTS (
    SELECT 1
    FROM fact_audit a
    WHERE a.county = i.county
        AND a.organisation = i.organisation
        AND a.round_id = i.round_id
        AND (a.audit_mode = '先审后巡' OR a.audited_on < coalesce(a.entered_on, i.start))
        AND coalesce(a.taken_up > 0, TRUE)
)
