-- One row: one live row of any ledger, with its round and the unit or village that it names: for what was noticed in its sheet.
SELECT r.ledger, p.round_name, r.name, r._import, r._sheet, r._row
FROM live_row r
LEFT JOIN row_place p ON p.ledger = r.ledger AND p._id = r._id
