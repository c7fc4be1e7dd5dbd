-- One row: one party organisation on the register of a county, its newest entry.
SELECT
    county, organisation, organisation_kind, parent, predecessor, from_date, to_date, last_term, planned, members, subordinates,
    _import, _sheet, _row
FROM live_organisations
WHERE organisation IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY county, organisation ORDER BY _id DESC) = 1
