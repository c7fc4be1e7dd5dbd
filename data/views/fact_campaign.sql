-- One row: one campaign that a row of the special inspection ledger names, or the number of campaigns of a row that does not name each.
WITH said AS (
    SELECT
        *,
        list_filter(
            list_transform(string_split_regex(coalesce(campaign, ''), '[、,;]'), part -> regexp_replace(part, '(专项)?(整治|治理)(工作|行动|活动)?$', '')),
            part -> part NOT IN ('', '无', '没有', '暂无', '未推动', '未开展')
        ) AS names
    FROM fact_special
    WHERE campaigns IS NOT NULL OR campaign IS NOT NULL
),
counted AS (
    -- The number wins; names are campaigns where it is left out or says as many.
    SELECT * EXCLUDE (campaign), campaign AS told, len(names) > 0 AND coalesce(campaigns, len(list_distinct(names))) = len(list_distinct(names)) AS named
    FROM said
)
SELECT
    * EXCLUDE (names, named, told, campaigns, name), name AS campaign, round_id || '|' || name AS campaign_unit, NULL::INTEGER AS unnamed
FROM (SELECT *, unnest(names) AS name, generate_subscripts(names, 1) AS place FROM counted WHERE named)
UNION ALL BY NAME
SELECT
    * EXCLUDE (names, named, told, campaigns), CASE WHEN len(names) > 0 THEN told END AS campaign, NULL AS campaign_unit,
    coalesce(campaigns, 0) AS unnamed
FROM counted
WHERE NOT named
