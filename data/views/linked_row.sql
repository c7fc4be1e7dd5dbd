-- One row: one organisation in one round and batch as the newest sending of the linked ledger has it, placed in its round.
WITH placed AS (
    SELECT
        l._id, l._import, l._sheet, l._row, l.batch, l.form, l.team, l.organisation, l.start, l."end", l.organiser, l.sent_by, l.results_for,
        l.counts_for_coverage, l.issues, l.clues,
        coalesce(string_split(l.kind, '、')[1], p.kind) AS kind,
        p.county, p.round_id, p.term, p.year, p.round, p.round_name, p.round_order, p.theme
    FROM live_linked_inspections l
    JOIN spot p
        ON p.county = l.county
        AND p.given_term IS NOT DISTINCT FROM l.term
        AND p.given_year IS NOT DISTINCT FROM l.year
        AND p.given_round IS NOT DISTINCT FROM l.round
        AND p.given_theme IS NOT DISTINCT FROM l.theme
        AND p.given_start IS NOT DISTINCT FROM l.start
    WHERE l.organisation IS NOT NULL
    QUALIFY l._import = max(l._import) OVER (PARTITION BY p.county, p.round_id, l.organisation)
),
forms AS (
    -- An office may list an organisation once under 联动 and once under 交叉: it is one inspection in both forms.
    SELECT county, round_id, organisation, batch, string_agg(form, '、' ORDER BY place) AS form
    FROM (
        SELECT county, round_id, organisation, batch, form, min(place) AS place
        FROM (
            SELECT county, round_id, organisation, batch, unnest(string_split(form, '、')) AS form, (_id, generate_subscripts(string_split(form, '、'), 1)) AS place
            FROM placed
        )
        GROUP BY ALL
    )
    GROUP BY county, round_id, organisation, batch
)
SELECT
    max(p._id) AS _id, max(p._import) AS _import, arg_max(p._sheet, p._id) AS _sheet, arg_max(p._row, p._id) AS _row,
    p.county, p.round_id, p.organisation, p.batch, any_value(f.form) AS form,
    -- Rows of one round may say its year or term differently; the last one that says it is taken, as with all they say.
    arg_max(p.term, p._id) AS term, arg_max(p.year, p._id) AS year, any_value(p.round) AS round, any_value(p.round_name) AS round_name,
    any_value(p.round_order) AS round_order, any_value(p.theme) AS theme, arg_max(p.kind, p._id) AS kind, arg_max(p.team, p._id) AS team,
    arg_max(p.organiser, p._id) AS organiser, arg_max(p.sent_by, p._id) AS sent_by, arg_max(p.results_for, p._id) AS results_for,
    arg_max(p.counts_for_coverage, p._id) AS counts_for_coverage, arg_max(p.issues, p._id) AS issues, arg_max(p.clues, p._id) AS clues,
    min(p.start) AS start, max(p."end") AS "end"
FROM placed p
LEFT JOIN forms f
    ON f.county = p.county AND f.round_id = p.round_id AND f.organisation = p.organisation AND f.batch IS NOT DISTINCT FROM p.batch
GROUP BY p.county, p.round_id, p.organisation, p.batch
