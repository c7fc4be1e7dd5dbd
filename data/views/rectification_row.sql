-- One row: one live row of the rectification ledger, in its round, with the issue of the issue ledger that it is about, its due day and whether it is done.
WITH issue AS (
    SELECT
        i.county, i.issue_no, i.organisation, i.town, i.village, i.subcategory, i.fed_back_on, c.category,
        coalesce(i.immediate, FALSE) OR coalesce(i.disposal LIKE '%立行立改%', FALSE) AS at_once,
        i.immediate IS NOT NULL OR i.disposal IS NOT NULL AS says_at_once,
        p.* EXCLUDE (ledger, _id, batch, kind, form, team),
        coalesce(i.batch, p.batch) AS batch,
        coalesce(string_split(i.kind, '、')[1], p.kind) AS kind,
        coalesce(i.form, p.form) AS form,
        coalesce(i.team, p.team) AS team
    FROM live_issues i
    JOIN row_place p ON p.ledger = 'issues' AND p._id = i._id
    LEFT JOIN category_of c ON c.given IS NOT DISTINCT FROM i.category AND c.sub IS NOT DISTINCT FROM i.subcategory
    WHERE i.issue_no IS NOT NULL
),
own AS (
    SELECT
        l.* EXCLUDE (term, year, round, theme, batch, kind, team),
        l.batch AS own_batch, string_split(l.kind, '、')[1] AS own_kind, l.team AS own_team,
        p.* EXCLUDE (ledger, _id)
    FROM live_rectifications l
    JOIN row_place p ON p.ledger = 'rectifications' AND p._id = l._id
),
about AS (
    -- Numbers that begin anew in each unit's table name other issues: round and unit must not speak against it.
    SELECT o._id, i.*
    FROM own o
    JOIN issue i
        ON i.county = o.county
        AND i.issue_no = o.issue_no
        AND coalesce(i.organisation = o.organisation, TRUE)
        AND (i.round_id = o.round_id OR (o.round_name IS NULL AND coalesce(i.year = o.year, TRUE) AND coalesce(i.term = o.term, TRUE)))
    QUALIFY count(*) OVER (PARTITION BY o._id) = 1
),
placed AS (
    SELECT
        o._id, o._import, o._sheet, o._row, o.county,
        coalesce(a.round_id, o.round_id) AS round_id,
        coalesce(a.term, o.term) AS term,
        coalesce(a.year, o.year) AS year,
        coalesce(a.round, o.round) AS round,
        coalesce(a.round_name, o.round_name) AS round_name,
        coalesce(a.round_order, o.round_order) AS round_order,
        coalesce(o.own_batch, a.batch, o.batch) AS batch,
        coalesce(o.own_kind, a.kind, o.kind) AS kind,
        coalesce(a.form, o.form) AS form,
        coalesce(o.own_team, a.team, o.team) AS team,
        coalesce(a.organisation, o.organisation) AS organisation,
        coalesce(a.organisation_kind, o.organisation_kind) AS organisation_kind,
        coalesce(a.town, o.town) AS town,
        coalesce(a.village, o.village) AS village,
        coalesce(a.category, k.category) AS category,
        a.subcategory, a.fed_back_on,
        o.issue_no, o.post, o.department, o.deadline, o.closed_on,
        o.state IS NOT NULL OR o.closed IS NOT NULL OR o.closed_on IS NOT NULL AS says_state,
        coalesce(o.state, CASE WHEN o.closed OR o.closed_on <= m.as_of THEN '已完成' END) AS state,
        CASE
            WHEN o.immediate OR a.at_once THEN TRUE
            WHEN o.immediate IS NOT NULL OR a.says_at_once THEN FALSE
        END AS at_once,
        o.rules_new, o.rules_revised, o.money_refunded, o.money_collected, o.money_recovered, m.as_of
    FROM own o
    CROSS JOIN moment m
    LEFT JOIN about a USING (_id)
    LEFT JOIN rectify_category k ON k.given = o.category
),
fed_back AS (
    SELECT r.county, p.round_id, r.organisation, max(r.fed_back_on) AS fed_back_on
    FROM live_rounds r
    JOIN row_place p ON p.ledger = 'rounds' AND p._id = r._id
    WHERE r.organisation IS NOT NULL
    GROUP BY ALL
),
due AS (
    SELECT
        p.* EXCLUDE (fed_back_on),
        coalesce(d.continuing, FALSE) OR coalesce(p.state = '长期坚持', FALSE) AS continuing,
        -- What is at once is due so many days after the feedback; what goes on for good by its state has only a day that is written.
        coalesce(
            d.day,
            CASE WHEN d.at_once AND p.state IS DISTINCT FROM '长期坚持' THEN coalesce(p.fed_back_on, f.fed_back_on) + s.at_once END
        ) AS due_on,
        coalesce(p.state IN (SELECT state FROM done_state), FALSE) AS done
    FROM placed p
    CROSS JOIN rectify_days s
    LEFT JOIN deadline_says d ON d.given = p.deadline
    LEFT JOIN fed_back f ON f.county = p.county AND f.round_id = p.round_id AND f.organisation = p.organisation
),
late AS (
    SELECT
        *,
        NOT done AND (coalesce(state = '超期', FALSE) OR coalesce(due_on < as_of, FALSE)) AS is_overdue,
        CASE WHEN NOT done THEN date_diff('day', as_of, due_on) END AS days_left
    FROM due
)
SELECT
    l.* EXCLUDE (as_of),
    CASE
        WHEN l.done THEN NULL
        WHEN l.is_overdue THEN '超期'
        WHEN l.days_left <= s.yellow THEN '黄色预警'
        WHEN l.days_left <= s.green THEN '绿色提醒'
        WHEN l.days_left IS NOT NULL THEN '期内'
        WHEN l.continuing THEN '长期坚持'
        ELSE '未定期限'
    END AS timing,
    -- A round whose ledger says nothing of states says nothing of what is done.
    CASE WHEN l.done THEN 1 WHEN bool_or(l.says_state) OVER (PARTITION BY l.county, l.round_id) THEN 0 END AS rectified,
    CASE WHEN l.is_overdue THEN 1 ELSE 0 END AS overdue,
    -- Done on an unknown day is neither in time nor late.
    CASE WHEN l.due_on < l.as_of AND (NOT l.done OR l.closed_on IS NOT NULL) THEN 1 END AS falling_due,
    CASE WHEN l.due_on < l.as_of AND NOT l.done THEN 0 WHEN l.due_on < l.as_of AND l.closed_on <= l.due_on THEN 1 WHEN l.due_on < l.as_of AND l.closed_on IS NOT NULL THEN 0 END AS in_time
FROM late l
CROSS JOIN rectify_days s
