"""The page of one figure: what it is, the rows behind it, and the cell of each in the workbook that was sent."""
