-- One row: one live row of the round ledger, placed in its round, with its status worked out.
WITH placed AS (
    SELECT
        r._id, r._import, r._sheet, r._row, r.masked,
        p.county, p.round_id, p.term, p.year, p.round, p.round_name, p.round_order, p.theme,
        r.batch, r.form, r.team, r.organisation, r.start, r.status, r.fed_back_on, r.counts_for_coverage,
        coalesce(r."end", r.start + CAST(r.days - 1 AS INTEGER)) AS "end",
        coalesce(string_split(r.kind, '、')[1], p.kind) AS kind,
        r.organisations_reported, r.villages, r.talks, r.petitions, r.issues, r.issues_policy, r.issues_conduct, r.issues_party,
        r.issues_earlier, r.immediate, r.clues, r.clue_persons, r.cases, r.case_persons,
        r.sanctions, r.org_handlings, r.detained, r.judicial, r.money_recovered, r.money_collected, r.money_refunded,
        r.rules_made, r.rules_new, r.rules_revised, r.rectify_due, r.rectified, r.rectifying, r.overdue
    FROM live_rounds r
    JOIN spot p
        ON p.county = r.county
        AND p.given_term IS NOT DISTINCT FROM r.term
        AND p.given_year IS NOT DISTINCT FROM r.year
        AND p.given_round IS NOT DISTINCT FROM r.round
        AND p.given_theme IS NOT DISTINCT FROM r.theme
        AND p.given_start IS NOT DISTINCT FROM r.start
),
staged AS (
    SELECT
        p.* REPLACE (
            -- Where the ledger does not say, its dates do; an old round without dates is over.
            coalesce(
                p.status,
                CASE
                    WHEN p.fed_back_on <= greatest(m.as_of, i.day) THEN '已反馈'
                    WHEN p.start > greatest(m.as_of, i.day) THEN '计划'
                    WHEN p."end" > greatest(m.as_of, i.day) THEN '进驻中'
                    ELSE '已完成'
                END
            ) AS status
        )
    FROM placed p
    -- A ledger that names no cut-off says how things stood when it was sent.
    JOIN live_import i ON i."import" = p._import
    CROSS JOIN moment m
),
kept AS (
    SELECT *
    FROM staged
    WINDOW sent AS (PARTITION BY county, round_id, organisation)
    -- A newer sending of the same organisation in the same round stands for the older one, also where only one of them names a batch.
    QUALIFY organisation IS NULL OR (
        row_number() OVER (PARTITION BY county, round_id, organisation, batch ORDER BY _id DESC) = 1
        AND NOT (
            _import < max(_import) OVER sent
            AND (batch IS NULL OR coalesce(max(CASE WHEN batch IS NULL THEN _import END) OVER sent, 0) = max(_import) OVER sent)
        )
    )
),
linked AS (
    -- The linked ledger's row of the same inspection; one that names no round is of the only round that its organisation has.
    SELECT k._id, l._id AS linked, l.form, l.counts_for_coverage, l.round_name IS NULL AS unsure
    FROM kept k
    JOIN linked_row l
        ON l.county = k.county
        AND l.organisation = k.organisation
        AND coalesce(l.batch = k.batch, TRUE)
        AND (
            l.round_id = k.round_id
            OR (l.round_name IS NULL AND coalesce(l.year = k.year, TRUE) AND coalesce(l.term = k.term, TRUE))
        )
    QUALIFY l.round_id = k.round_id OR min(k.round_id) OVER (PARTITION BY l._id) = max(k.round_id) OVER (PARTITION BY l._id)
),
best AS (
    SELECT * FROM linked QUALIFY row_number() OVER (PARTITION BY _id ORDER BY unsure, linked DESC) = 1
)
SELECT
    k.* EXCLUDE (counts_for_coverage) REPLACE (coalesce(k.form, b.form) AS form),
    CAST(date_trunc('month', coalesce(k."end", k.start)) AS DATE) AS month,
    k.status <> '计划' AS reached,
    k.status IN ('已完成', '已反馈') AS done,
    -- Where the two ledgers contradict each other, the round ledger's word stands.
    coalesce(k.counts_for_coverage, b.counts_for_coverage, k.kind NOT IN ('专项', '机动', '回头看')) AS counts,
    b.linked, k.counts_for_coverage AS counts_said
FROM kept k
LEFT JOIN best b USING (_id)
