-- One row: one unit revisited once, and whether it was called to a talk then or later. Its year is the revisit's, its round the inspection's.
SELECT
    l.county, p.round_id, p.term, coalesce(l.year, year(l.start)) AS year, p.round, p.round_name, p.round_order,
    coalesce(l.batch, p.batch) AS batch, p.kind, p.form, l.organisation, p.organisation_kind,
    l.county || '|' || l.organisation AS unit,
    CAST(date_trunc('month', coalesce(l.start, l."end")) AS DATE) AS month,
    -- A team goes out anew in every round of revisits.
    CASE WHEN l.team IS NOT NULL THEN format('{}|{}|{}', coalesce(CAST(coalesce(l.year, year(l.start)) AS VARCHAR), ''), coalesce(CAST(l.revisit_round AS VARCHAR), ''), l.team) END AS party,
    l.revisit_round, l.revisit_kind, l.start, l."end", l.issues_before, l.rectified, l.pushed, l.new_issues, l.grade,
    CASE
        WHEN l.talked OR EXISTS (
            SELECT 1
            FROM fact_talk t
            WHERE t.county = l.county
                AND t.organisation = l.organisation
                -- A talk that names another revisit round or another inspection belongs to those.
                AND coalesce(t.revisit_round = l.revisit_round, TRUE)
                AND (t.round_name IS NULL OR p.round_name IS NULL OR t.round_id = p.round_id)
                AND coalesce(t.held_on >= coalesce(l.start, l."end"), t.revisit_round = l.revisit_round AND t.year >= coalesce(l.year, year(l.start)), FALSE)
        ) THEN TRUE
        -- Without a word of it here and without a ledger of talks nobody knows.
        WHEN l.talked IS NOT NULL OR EXISTS (SELECT 1 FROM fact_talk t WHERE t.county = l.county) THEN FALSE
    END AS talked,
    '明细' AS basis, 'revisits' AS _ledger, l._import, l._sheet, l._row
FROM live_revisits l
JOIN row_place p ON p.ledger = 'revisits' AND p._id = l._id
