-- One row: one issue to be put right, or one number of issues in one state that a unit's totals or the round ledger report.
WITH told AS (SELECT * FROM rectification_told WHERE whole IS NOT NULL AND NOT detailed),
part AS (
    UNPIVOT (
        SELECT
            _ledger, _id, reading, whole, done,
            CASE WHEN reading <> 'done' THEN basic END AS basic,
            CASE WHEN reading <> 'done' THEN staged END AS staged,
            CASE WHEN reading <> 'done' THEN continuing END AS continuing,
            CASE WHEN reading <> 'done' THEN going END AS going,
            CASE WHEN reading <> 'done' THEN undone END AS undone,
            CASE WHEN reading = 'parts' THEN overdue END AS overdue
        FROM told
    )
    ON done, basic, staged, continuing, going, undone, overdue
    INTO NAME part VALUE n
),
stated AS (
    SELECT p._ledger, p._id, s.state, p.n, p.whole
    FROM part p
    JOIN (
        VALUES ('done', '已完成'), ('basic', '基本完成'), ('staged', '阶段性完成'), ('continuing', '长期坚持'), ('going', '进行中'),
            ('undone', '未完成'), ('overdue', '超期')
    ) s (part, state) USING (part)
    WHERE p.n > 0
),
split AS (
    SELECT _ledger, _id, state, n FROM stated
    UNION ALL
    -- What the whole has beyond its parts is in no state that anybody names.
    SELECT t._ledger, t._id, NULL, greatest(t.whole - coalesce(s.n, 0), 0)
    FROM told t
    LEFT JOIN (SELECT _ledger, _id, sum(n) AS n FROM stated GROUP BY _ledger, _id) s USING (_ledger, _id)
    WHERE t.whole > coalesce(s.n, 0) OR s.n IS NULL
)
SELECT
    county, round_id, term, year, round, round_name, round_order, batch, kind, form, team, organisation, organisation_kind, town, village,
    category, subcategory, state, timing, issue_no, post, department, deadline, due_on, days_left, closed_on,
    1 AS issues, rectified, 1 - rectified AS unrectified, overdue, falling_due, in_time,
    CASE WHEN at_once THEN 1 WHEN at_once IS NOT NULL THEN 0 END AS immediate,
    CASE WHEN at_once THEN rectified WHEN at_once IS NOT NULL THEN 0 END AS immediate_done,
    '明细' AS basis, 'rectifications' AS _ledger, _import, _sheet, _row
FROM rectification_row
UNION ALL BY NAME
SELECT
    t.county, t.round_id, t.term, t.year, t.round, t.round_name, t.round_order, t.batch, t.kind, t.form, t.team, t.organisation, t.organisation_kind,
    s.state,
    CASE WHEN s.state IN (SELECT state FROM done_state) THEN NULL WHEN s.state IN ('超期', '长期坚持') THEN s.state END AS timing,
    CAST(s.n AS INTEGER) AS issues,
    CAST(CASE WHEN s.state IN (SELECT state FROM done_state) THEN s.n WHEN t.says_done THEN 0 END AS INTEGER) AS rectified,
    CAST(CASE WHEN s.state IN (SELECT state FROM done_state) THEN 0 WHEN t.says_done THEN s.n END AS INTEGER) AS unrectified,
    CAST(CASE WHEN s.state = '超期' THEN s.n WHEN t.overdue IS NOT NULL THEN 0 END AS INTEGER) AS overdue,
    '报送' AS basis, t._ledger, t._import, t._sheet, t._row
FROM told t
JOIN split s USING (_ledger, _id)
UNION ALL BY NAME
-- Overdue as a mark on issues that stand in another state already.
SELECT
    county, round_id, term, year, round, round_name, round_order, batch, kind, form, team, organisation, organisation_kind,
    '超期' AS timing, CAST(overdue AS INTEGER) AS overdue, '报送' AS basis, _ledger, _import, _sheet, _row
FROM told
WHERE reading <> 'parts' AND overdue > 0
UNION ALL BY NAME
SELECT
    county, round_id, term, year, round, round_name, round_order, batch, kind, form, team, organisation, organisation_kind,
    immediate_due AS immediate, immediate_done, '报送' AS basis, _ledger, _import, _sheet, _row
FROM rectification_told
WHERE NOT detailed_at_once AND (immediate_due IS NOT NULL OR immediate_done IS NOT NULL)
