"""The planning page's pieces: the conditions, what they come to, and the assignment of units to teams."""
