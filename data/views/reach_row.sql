-- One row: one live row of the village inspection ledger, placed in its round, with its status worked out.
WITH placed AS (
    SELECT
        r.* EXCLUDE (term, year, round, theme, kind),
        p.round_id, p.term, p.year, p.round, p.round_name, p.round_order, p.kind AS default_kind,
        string_split(r.kind, '、')[1] AS kind
    FROM live_village_reaches r
    JOIN spot p
        ON p.county = r.county
        AND p.given_term IS NOT DISTINCT FROM r.term
        AND p.given_year IS NOT DISTINCT FROM r.year
        AND p.given_round IS NOT DISTINCT FROM r.round
        AND p.given_theme IS NOT DISTINCT FROM r.theme
        AND p.given_start IS NOT DISTINCT FROM r.start
),
town_of AS (
    -- A row without a town is in the only town that has a village of that name.
    SELECT county, village, min(town) AS town
    FROM live_villages
    GROUP BY county, village
    HAVING count(DISTINCT town) = 1
)
SELECT
    p.* REPLACE (
        coalesce(p.town, t.town) AS town,
        coalesce(
            p.status,
            CASE
                WHEN p.start > greatest(m.as_of, i.day) THEN '计划'
                WHEN p."end" > greatest(m.as_of, i.day) THEN '进驻中'
                ELSE '已完成'
            END
        ) AS status
    )
FROM placed p
JOIN live_import i ON i."import" = p._import
CROSS JOIN moment m
LEFT JOIN town_of t ON t.county = p.county AND t.village = p.village
QUALIFY p.village IS NULL
    OR row_number() OVER (PARTITION BY p.county, p.round_id, coalesce(p.town, t.town), p.village ORDER BY p._id DESC) = 1
