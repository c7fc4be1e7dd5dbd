-- One row: one inspection that was linked, crossed or raised, by its form or because the linked ledger has it, and what that ledger says of it.
SELECT i.*, l.organiser, l.sent_by, l.results_for, l.issues AS issues_told, l.clues AS clues_told
FROM fact_inspection i
LEFT JOIN linked_row l ON l._id = i.linked
WHERE i.linked IS NOT NULL OR regexp_matches(i.form, '联动|交叉|提级')
