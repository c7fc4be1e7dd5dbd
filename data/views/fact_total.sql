-- One row: one total that the round ledger reports although finer rows of it give the number too: for comparison, never counted.
SELECT * EXCLUDE (finer)
FROM reported_row
WHERE finer
