"""倒排工期: what is left against what teams can do, and which team takes which unit in which round. Pure functions over plain data."""
