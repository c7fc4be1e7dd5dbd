-- One row: one number that the round ledger reports, for an organisation, a team, a batch or a whole round; `finer` where rows below it give it too.
WITH numbers AS (
    UNPIVOT (
        SELECT
            * REPLACE (CASE WHEN organisation IS NOT NULL THEN 1 WHEN NOT masked THEN organisations_reported END AS organisations_reported)
        FROM round_row
    )
    ON COLUMNS([
        'organisations_reported', 'villages', 'talks', 'petitions', 'issues', 'issues_policy', 'issues_conduct', 'issues_party',
        'issues_earlier', 'immediate', 'clues', 'clue_persons', 'cases', 'case_persons', 'sanctions', 'org_handlings', 'detained', 'judicial',
        'money_recovered', 'money_collected', 'money_refunded', 'rules_made', 'rules_new', 'rules_revised', 'rectify_due', 'rectified',
        'rectifying', 'overdue'
    ])::DOUBLE
    INTO NAME measure VALUE amount
),
fine AS (
    SELECT
        _id, round_id, measure, batch, team,
        organisation IS NOT NULL OR masked AS named
    FROM numbers
)
SELECT
    r._id, r._import, r._sheet, r._row, r.county, r.round_id, r.term, r.year, r.round, r.round_name, r.round_order, r.theme, r.batch,
    r.kind, r.form, r.team, r.organisation, o.organisation_kind, r.month, r.reached, r.measure,
    -- Only money has a fraction; whoever sums counts takes the whole number.
    CAST(r.amount AS INTEGER) AS n, r.amount,
    r.organisation IS NULL AND NOT r.masked AND EXISTS (
        SELECT 1
        FROM fine s
        WHERE s.round_id = r.round_id
            AND s.measure = r.measure
            AND s._id <> r._id
            AND coalesce(s.batch = r.batch, TRUE)
            AND coalesce(s.team = r.team, TRUE)
            AND (
                s.named
                OR (r.team IS NULL AND s.team IS NOT NULL)
                OR (r.batch IS NULL AND s.batch IS NOT NULL AND r.team IS NOT DISTINCT FROM s.team)
            )
    ) AS finer
FROM numbers r
LEFT JOIN fact_organisation o USING (county, organisation)
