-- One row: one round that took place, with one kind of inspection in it, whichever ledger knows of it.
WITH known AS (
    SELECT county, round_id, term, year, round, round_name, round_order, kind, basis, _ledger, _import, _sheet, _row, 1 AS rank
    FROM fact_inspection
    WHERE reached
    UNION ALL
    SELECT county, round_id, term, year, round, round_name, round_order, kind, basis, _ledger, _import, _sheet, _row, 2
    FROM fact_village_reach
    WHERE reached
    UNION ALL
    SELECT county, round_id, term, year, round, round_name, round_order, kind, basis, _ledger, _import, _sheet, _row, 3
    FROM fact_issue
    UNION ALL
    SELECT county, round_id, term, year, round, round_name, round_order, kind, basis, _ledger, _import, _sheet, _row, 4
    FROM fact_clue
)
-- The row that first shows it stands for its cells.
SELECT *
FROM known
WHERE round_name IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY round_id, year, kind ORDER BY rank, _import, _row) = 1
