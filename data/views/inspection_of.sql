-- One row: one organisation in one round, with what its inspections there agree on; `only` where the organisation (of that year) has but one round.
SELECT
    county, organisation, year, round_id,
    CASE WHEN min(batch) = max(batch) THEN min(batch) END AS batch,
    CASE WHEN min(team) = max(team) THEN min(team) END AS team,
    CASE WHEN min(kind) = max(kind) THEN min(kind) END AS kind,
    CASE WHEN min(form) = max(form) THEN min(form) END AS form,
    max("end") AS "end",
    count(*) OVER (PARTITION BY county, organisation, year) = 1 AS only_of_year,
    count(*) OVER (PARTITION BY county, organisation) = 1 AS only_of_all
FROM (SELECT * REPLACE (min(year) OVER (PARTITION BY round_id) AS year) FROM fact_inspection)
WHERE organisation IS NOT NULL AND reached
GROUP BY county, organisation, year, round_id
