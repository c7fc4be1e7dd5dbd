-- One row: one number that the round ledger reports, and no finer row of it gives.
SELECT * EXCLUDE (finer)
FROM reported_row
WHERE NOT finer
