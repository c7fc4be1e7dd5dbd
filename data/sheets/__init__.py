"""Where the tables stand on a sheet: title rows, heading rows, data rows, totals, notes."""
