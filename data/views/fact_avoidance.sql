-- One row: one organisation or town that a team of the team ledger must keep away from, under its register's name where that is known.
WITH listed AS (
    SELECT l.county, p.round_id, p.round_name, p.round_order, l.team, l.avoid_organisations, l.avoid_towns
    FROM live_teams l
    JOIN row_place p ON p.ledger = 'teams' AND p._id = l._id
    WHERE l.team IS NOT NULL
),
said AS (
    SELECT *, 'organisation' AS what, trim(unnest(regexp_split_to_array(avoid_organisations, '[、,，;；/]'))) AS given FROM listed
    UNION ALL
    SELECT *, 'town' AS what, trim(unnest(regexp_split_to_array(avoid_towns, '[、,，;；/]'))) AS given FROM listed
)
SELECT DISTINCT
    s.county, s.round_id, s.round_name, s.round_order, s.team, s.what, coalesce(r.name, s.given) AS name
FROM said s
LEFT JOIN resolved r ON r.kind = s.what AND r.county = s.county AND r.given = s.given
WHERE s.given NOT IN ('', '无', '—', '-', '/', '没有')
