"""From cells to checked rows."""
