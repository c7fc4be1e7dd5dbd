-- One row: one number that one row of a ledger states or stands for, where another ledger may state it too: for comparison, never counted.
WITH issue AS (
    UNPIVOT (SELECT * FROM fact_issue WHERE basis = '明细') ON issues, immediate INTO NAME measure VALUE n
),
clue AS (
    UNPIVOT (
        SELECT * EXCLUDE (persons, sanctions), persons AS clue_persons, CAST(sanctions AS INTEGER) AS sanctions
        FROM fact_clue
        WHERE basis = '明细'
    )
    ON clues, clue_persons, cases, case_persons, sanctions INTO NAME measure VALUE n
),
special AS (
    UNPIVOT (SELECT * FROM live_specials) ON issues, immediate, clues INTO NAME measure VALUE n
),
linked AS (
    UNPIVOT (
        SELECT * REPLACE (CAST(counts_for_coverage AS BIGINT) AS counts_for_coverage) FROM live_linked_inspections
    )
    ON issues, clues, counts_for_coverage INTO NAME measure VALUE n
),
put_right AS (
    UNPIVOT (SELECT * FROM live_rectification_totals) ON due, done INTO NAME measure VALUE n
),
-- Problems of villages are often counted apart from those of their town: a unit whose ledger names villages is left alone.
by_issue AS (
    SELECT l.*, coalesce(l.state, CASE WHEN l.closed THEN '已完成' END, '未完成') AS said
    FROM live_rectifications l
    JOIN row_place p ON p.ledger = 'rectifications' AND p._id = l._id AND p.round_name IS NOT NULL
    QUALIFY NOT bool_or(l.village IS NOT NULL) OVER (PARTITION BY p.round_id, l.organisation)
),
revisit AS (
    SELECT
        r.*, coalesce(r.year, year(r.start)) AS held, p.round_order AS place,
        concat_ws('|', '回访', r.county, r.term, coalesce(r.year, year(r.start)), r.revisit_round) AS group_id
    FROM live_revisits r
    JOIN row_place p ON p.ledger = 'revisits' AND p._id = r._id
    WHERE r.organisation IS NOT NULL AND r.talked IS NOT NULL
),
talk AS (
    SELECT *, coalesce(year, year(held_on)) AS held FROM live_talks WHERE organisation IS NOT NULL
),
-- A revisit is answered by a talk of its own year or the next; only one that names the revisit contradicts 未约谈.
answered AS (
    SELECT r._id, r.talked, max(t._id) AS talk_id
    FROM revisit r
    LEFT JOIN talk t
        ON t.county = r.county
        AND t.organisation = r.organisation
        AND t.held BETWEEN r.held AND r.held + 1
        AND coalesce(t.revisit_round = r.revisit_round, r.talked)
    WHERE EXISTS (SELECT 1 FROM talk k WHERE k.county = r.county AND k.held BETWEEN r.held AND r.held + 1)
    GROUP BY r._id, r.talked
),
stated AS (
    SELECT
        'rounds' AS ledger, measure AS field, measure, round_id, round_name, round_order, organisation, amount AS n, _import, _sheet, _row
    FROM fact_reported
    WHERE round_name IS NOT NULL
    UNION ALL BY NAME
    SELECT
        'rounds' AS ledger, 'counts_for_coverage' AS field, 'counts_for_coverage' AS measure, round_id,
        round_name, round_order, organisation, CAST(counts_said AS INTEGER) AS n, _import, _sheet, _row
    FROM round_row
    WHERE round_name IS NOT NULL AND organisation IS NOT NULL AND counts_said IS NOT NULL
    UNION ALL BY NAME
    SELECT
        'issues' AS ledger, CASE measure WHEN 'issues' THEN 'text' ELSE measure END AS field, measure, round_id, round_name,
        round_order, organisation, town, village, n, _import, _sheet, _row
    FROM issue
    WHERE round_name IS NOT NULL
    UNION ALL BY NAME
    SELECT
        'clues' AS ledger, measure AS field, measure, round_id, round_name, round_order, organisation, town, village, n, _import, _sheet, _row
    FROM clue
    WHERE round_name IS NOT NULL
    UNION ALL BY NAME
    SELECT
        'village_reaches' AS ledger, 'village' AS field, 'villages' AS measure, round_id, round_name, round_order, town, village, 1 AS n, _import, _sheet, _row
    FROM fact_village_reach
    WHERE basis = '明细' AND reached AND round_name IS NOT NULL
    UNION ALL BY NAME
    SELECT
        'village_reaches' AS ledger, measure AS field, measure, round_id, round_name, round_order, town, village, n, _import, _sheet, _row
    FROM (UNPIVOT reach_row ON issues, clues INTO NAME measure VALUE n)
    WHERE round_name IS NOT NULL AND NOT masked
    UNION ALL BY NAME
    SELECT
        'specials' AS ledger, s.measure AS field, s.measure, p.round_id, p.round_name, p.round_order,
        s.organisation, s.n, s._import, s._sheet, s._row
    FROM special s
    JOIN row_place p ON p.ledger = 'specials' AND p._id = s._id AND p.round_name IS NOT NULL
    UNION ALL BY NAME
    SELECT
        'linked_inspections' AS ledger, l.measure AS field, l.measure, p.round_id, p.round_name,
        p.round_order, l.organisation, l.n, l._import, l._sheet, l._row
    FROM linked l
    JOIN row_place p ON p.ledger = 'linked_inspections' AND p._id = l._id AND p.round_name IS NOT NULL
    UNION ALL BY NAME
    SELECT
        'rectification_totals' AS ledger, t.measure AS field, CASE t.measure WHEN 'due' THEN 'rectify_due' ELSE 'rectified' END AS measure,
        p.round_id, p.round_name, p.round_order, t.organisation, t.n, t._import, t._sheet, t._row
    FROM put_right t
    JOIN row_place p ON p.ledger = 'rectification_totals' AND p._id = t._id AND p.round_name IS NOT NULL
    UNION ALL BY NAME
    SELECT
        'rectifications' AS ledger, m.field, m.measure, p.round_id, p.round_name, p.round_order,
        b.organisation, 1 AS n, CASE m.measure WHEN 'rectified' THEN b.said END AS state, b._import, b._sheet, b._row
    FROM by_issue b
    JOIN row_place p ON p.ledger = 'rectifications' AND p._id = b._id AND p.round_name IS NOT NULL
    CROSS JOIN (VALUES ('text', 'rectify_due'), ('state', 'rectified')) m (field, measure)
    UNION ALL BY NAME
    SELECT
        'revisits' AS ledger, 'talked' AS field, 'talked' AS measure, r.group_id AS round_id,
        concat(r.held, '年', '第' || r.revisit_round || '轮', '回访') AS round_name, r.place AS round_order, r.organisation,
        CAST(r.talked AS INTEGER) AS n, r._import, r._sheet, r._row
    FROM revisit r
    JOIN answered a USING (_id)
    UNION ALL BY NAME
    SELECT
        'talks' AS ledger, 'organisation' AS field, 'talked' AS measure, r.group_id AS round_id,
        concat(r.held, '年', '第' || r.revisit_round || '轮', '回访') AS round_name, r.place AS round_order, r.organisation,
        CAST(t._id IS NOT NULL AS INTEGER) AS n, t._import, t._sheet, t._row
    FROM revisit r
    JOIN answered a USING (_id)
    LEFT JOIN talk t ON t._id = a.talk_id
)
SELECT * FROM stated
