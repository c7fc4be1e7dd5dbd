-- One row: one row of the clue ledger (one clue, or a unit's total), or one number that a round reports which has no such rows.
WITH detail AS (
    SELECT
        c.* EXCLUDE (batch, kind, form, team, term, year, round, theme, county),
        p.* EXCLUDE (ledger, _id, batch, kind, form, team, year),
        coalesce(p.year, CASE WHEN p.round_name IS NULL THEN year(c.transferred_on) END) AS year,
        coalesce(c.batch, p.batch) AS batch,
        coalesce(string_split(c.kind, '、')[1], p.kind) AS kind,
        coalesce(c.form, p.form) AS form,
        coalesce(c.team, p.team) AS team,
        c.county,
        c.filed OR c.cases > 0 OR (c.filed IS NULL AND (c.filed_on IS NOT NULL OR c.state LIKE '%已立案%')) AS is_filed,
        c.filed IS NOT NULL OR c.cases IS NOT NULL OR c.case_persons IS NOT NULL OR c.filed_on IS NOT NULL OR c.state IS NOT NULL AS says_filed,
        o.n AS org_handlings, t.n AS detentions, j.n AS judicials
    FROM live_clues c
    JOIN row_place p ON p.ledger = 'clues' AND p._id = c._id
    LEFT JOIN persons_said o ON o.said = c.org_handling
    LEFT JOIN persons_said t ON t.said = c.detained
    LEFT JOIN persons_said j ON j.said = c.judicial
),
-- What the clue ledger says of each round: only that takes the place of reported numbers.
said AS (
    SELECT
        round_id, county, year, round_name,
        clue_persons IS NOT NULL AS clue_persons,
        says_filed AS cases,
        case_persons IS NOT NULL AS case_persons,
        sanctions IS NOT NULL OR party_sanction IS NOT NULL OR admin_sanction IS NOT NULL AS sanctions,
        org_handlings IS NOT NULL AS org_handlings,
        detentions IS NOT NULL AS detained,
        judicials IS NOT NULL AS judicial
    FROM detail
),
covered AS (
    SELECT round_id, bool_or(clue_persons) AS clue_persons, bool_or(cases) AS cases, bool_or(case_persons) AS case_persons, bool_or(sanctions) AS sanctions,
        bool_or(org_handlings) AS org_handlings, bool_or(detained) AS detained, bool_or(judicial) AS judicial
    FROM said
    WHERE round_name IS NOT NULL
    GROUP BY round_id
),
covered_year AS (
    -- Rows that name a year and no round stand for all rounds of a year in which no row names one.
    SELECT county, year, bool_or(clue_persons) AS clue_persons, bool_or(cases) AS cases, bool_or(case_persons) AS case_persons, bool_or(sanctions) AS sanctions,
        bool_or(org_handlings) AS org_handlings, bool_or(detained) AS detained, bool_or(judicial) AS judicial
    FROM said
    GROUP BY county, year
    HAVING year IS NOT NULL AND bool_and(round_name IS NULL)
),
reported AS (
    SELECT
        r.*,
        CASE r.measure
            WHEN 'clues' THEN c.round_id IS NOT NULL OR y.year IS NOT NULL
            WHEN 'clue_persons' THEN coalesce(c.clue_persons, y.clue_persons, FALSE)
            WHEN 'cases' THEN coalesce(c.cases, y.cases, FALSE)
            WHEN 'case_persons' THEN coalesce(c.case_persons, y.case_persons, FALSE)
            WHEN 'sanctions' THEN coalesce(c.sanctions, y.sanctions, FALSE)
            WHEN 'org_handlings' THEN coalesce(c.org_handlings, y.org_handlings, FALSE)
            WHEN 'detained' THEN coalesce(c.detained, y.detained, FALSE)
            WHEN 'judicial' THEN coalesce(c.judicial, y.judicial, FALSE)
        END AS counted
    FROM fact_reported r
    LEFT JOIN covered c USING (round_id)
    LEFT JOIN covered_year y ON y.county = r.county AND y.year = r.year
    WHERE r.measure IN ('clues', 'clue_persons', 'cases', 'case_persons', 'sanctions', 'org_handlings', 'detained', 'judicial')
),
-- Rounds whose persons filed the round ledger reports and the clue ledger never states.
persons_reported AS (SELECT DISTINCT round_id FROM reported WHERE measure = 'case_persons' AND NOT counted),
cases_reported AS (SELECT DISTINCT round_id FROM reported WHERE measure = 'cases' AND NOT counted)
SELECT
    d.county, d.round_id, d.term, d.year, d.round, d.round_name, d.round_order,
    d.batch, d.kind, d.form, d.team,
    d.organisation, d.organisation_kind, d.town, d.village, d.source, d.discipline, d.receiver, d.state, d.transferred_on, d.filed_on,
    CAST(date_trunc('month', d.transferred_on) AS DATE) AS month,
    coalesce(d.clues, 1) AS clues,
    d.clue_persons AS persons,
    CASE
        WHEN cr.round_id IS NOT NULL THEN NULL
        WHEN d.is_filed AND d.clues > 1 THEN least(d.clues, coalesce(nullif(d.cases, 0), 1))
        WHEN d.is_filed THEN 1
        WHEN bool_or(d.says_filed) OVER by_round THEN 0
    END AS clues_filed,
    CASE
        WHEN cr.round_id IS NOT NULL THEN NULL
        WHEN d.cases IS NOT NULL THEN d.cases
        WHEN d.is_filed THEN 1
        WHEN bool_or(d.says_filed) OVER by_round THEN 0
    END AS cases,
    CASE
        WHEN d.case_persons IS NOT NULL THEN d.case_persons
        WHEN pr.round_id IS NOT NULL OR cr.round_id IS NOT NULL THEN NULL
        WHEN d.is_filed THEN 1
        WHEN bool_or(d.says_filed) OVER by_round THEN 0
    END AS case_persons,
    CASE
        WHEN d.sanctions IS NOT NULL THEN d.sanctions
        WHEN d.party_sanction NOT IN ('无', '否', '未处分', '没有', '0') OR d.admin_sanction NOT IN ('无', '否', '未处分', '没有', '0') THEN 1
        WHEN bool_or(d.sanctions IS NOT NULL OR d.party_sanction IS NOT NULL OR d.admin_sanction IS NOT NULL) OVER by_round THEN 0
    END AS sanctions,
    coalesce(d.org_handlings, CASE WHEN bool_or(d.org_handlings IS NOT NULL) OVER by_round THEN 0 END) AS org_handlings,
    coalesce(d.detentions, CASE WHEN bool_or(d.detentions IS NOT NULL) OVER by_round THEN 0 END) AS detained,
    coalesce(d.judicials, CASE WHEN bool_or(d.judicials IS NOT NULL) OVER by_round THEN 0 END) AS judicial,
    coalesce(d.closed_on <= m.as_of, FALSE) OR coalesce(d.state IN (SELECT state FROM closed_state), FALSE) AS closed,
    date_diff('month', d.transferred_on, m.as_of) - CASE WHEN day(d.transferred_on) > day(m.as_of) THEN 1 ELSE 0 END AS age_months,
    '明细' AS basis, 'clues' AS _ledger, NULL AS _field, d._import, d._sheet, d._row
FROM detail d
CROSS JOIN moment m
LEFT JOIN persons_reported pr ON pr.round_id = d.round_id
LEFT JOIN cases_reported cr ON cr.round_id = d.round_id
WINDOW by_round AS (PARTITION BY d.round_id)
UNION ALL BY NAME
SELECT
    county, round_id, term, year, round, round_name, round_order, batch, kind, form, team, organisation, organisation_kind, month,
    CASE WHEN measure = 'clues' THEN n END AS clues,
    CASE WHEN measure = 'clue_persons' THEN n END AS persons,
    CASE WHEN measure = 'cases' THEN n END AS clues_filed,
    CASE WHEN measure = 'cases' THEN n END AS cases,
    CASE WHEN measure = 'case_persons' THEN n END AS case_persons,
    CASE WHEN measure = 'sanctions' THEN n END AS sanctions,
    CASE WHEN measure = 'org_handlings' THEN n END AS org_handlings,
    CASE WHEN measure = 'detained' THEN n END AS detained,
    CASE WHEN measure = 'judicial' THEN n END AS judicial,
    '报送' AS basis, 'rounds' AS _ledger, measure AS _field, _import, _sheet, _row
FROM reported
WHERE NOT counted
