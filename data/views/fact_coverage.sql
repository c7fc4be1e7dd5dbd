-- One row: one inspection credited to one organisation on the register, its own or, where that was merged or renamed, its successor.
WITH successor AS (
    SELECT county, organisation, organisation_kind, from_date, to_date, unnest(string_split(replace(predecessor, '，', '、'), '、')) AS former
    FROM fact_organisation, moment
    WHERE predecessor IS NOT NULL AND predecessors
)
SELECT
    i.* REPLACE (o.organisation_kind AS organisation_kind), o.from_date, o.to_date
FROM fact_inspection i
JOIN fact_organisation o USING (county, organisation)
UNION ALL BY NAME
SELECT
    i.* REPLACE (s.organisation AS organisation, s.organisation_kind AS organisation_kind, s.county || '|' || s.organisation AS unit),
    s.from_date, s.to_date
FROM fact_inspection i
JOIN successor s ON s.county = i.county AND s.former = i.organisation AND s.organisation <> i.organisation
