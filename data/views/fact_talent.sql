-- One row: one line of the talent register: one person, or as many of one sort as it states.
WITH called AS (
    -- An organisation by its name, and by a short name that it alone has.
    SELECT county, organisation AS name, organisation, organisation_kind FROM fact_organisation
    UNION ALL
    SELECT f.county, o.short_name, min(f.organisation), min(f.organisation_kind)
    FROM live_organisations o
    JOIN fact_organisation f USING (county, organisation)
    WHERE o.short_name IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM fact_organisation n WHERE n.county = f.county AND n.organisation = o.short_name)
    GROUP BY f.county, o.short_name
    HAVING count(DISTINCT f.organisation) = 1
),
line AS (
    SELECT * REPLACE (coalesce(persons, 1) AS persons), list_distinct(list_filter(string_split_regex(specialty, '[、,;/]'), s -> s <> '')) AS specialties
    FROM live_talents
)
SELECT
    t.county, coalesce(c.organisation, t.employer) AS employer, c.organisation_kind,
    CASE WHEN len(t.specialties) > 0 THEN array_to_string(t.specialties, '、') END AS specialty,
    t.role AS talent_role, t.persons,
    CASE WHEN t.times_served > 0 THEN t.persons WHEN t.times_served = 0 THEN 0 END AS served,
    t.persons * t.times_served AS times_served,
    t.joined_on AS from_date, t.left_on AS to_date,
    '名录' AS basis, 'talents' AS _ledger, t._import, t._sheet, t._row
FROM line t
LEFT JOIN called c ON c.county = t.county AND c.name = t.employer
