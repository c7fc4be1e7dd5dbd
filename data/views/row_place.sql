-- One row: one row of a ledger with the round that it belongs to, and what its organisation's inspection there says.
WITH own AS (
    SELECT
        s.ledger, s._id, s.county, s.organisation, p.round_id, p.term, p.year, p.round, p.round_name, p.round_order, p.kind,
        -- A row that names no round is in the only round of its organisation, if there is but one.
        CASE WHEN p.round_name IS NULL AND NOT s.after THEN coalesce(y.round_id, a.round_id) END AS inferred
    FROM spotted s
    JOIN spot p
        ON p.county = s.county
        AND p.given_term IS NOT DISTINCT FROM s.term
        AND p.given_year IS NOT DISTINCT FROM s.year
        AND p.given_round IS NOT DISTINCT FROM s.round
        AND p.given_theme IS NOT DISTINCT FROM s.theme
        AND p.given_start IS NOT DISTINCT FROM s.start
    LEFT JOIN inspection_of y ON y.county = s.county AND y.organisation = s.organisation AND y.year = p.year AND y.only_of_year
    LEFT JOIN inspection_of a ON a.county = s.county AND a.organisation = s.organisation AND p.year IS NULL AND a.only_of_all
),
round_at AS (
    SELECT round_id, min(term) AS term, min(year) AS year, min(round) AS round, min(round_name) AS round_name, min(round_order) AS round_order, min(kind) AS kind
    FROM spot
    GROUP BY round_id
),
round_kind AS (
    SELECT round_id, CASE WHEN min(kind) = max(kind) THEN min(kind) END AS kind, max("end") AS "end" FROM fact_inspection GROUP BY round_id
)
SELECT
    o.ledger, o._id, coalesce(o.inferred, o.round_id) AS round_id,
    coalesce(g.term, o.term) AS term,
    coalesce(o.year, g.year) AS year,
    coalesce(g.round, o.round) AS round,
    coalesce(g.round_name, o.round_name) AS round_name,
    coalesce(g.round_order, o.round_order) AS round_order,
    coalesce(i.kind, k.kind, g.kind, o.kind) AS kind,
    i.batch, i.team, i.form, coalesce(i."end", k."end") AS "end", r.organisation_kind
FROM own o
LEFT JOIN round_at g ON g.round_id = o.inferred
LEFT JOIN inspection_of i ON i.round_id = coalesce(o.inferred, o.round_id) AND i.county = o.county AND i.organisation = o.organisation
LEFT JOIN round_kind k ON k.round_id = coalesce(o.inferred, o.round_id)
LEFT JOIN fact_organisation r ON r.county = o.county AND r.organisation = o.organisation
