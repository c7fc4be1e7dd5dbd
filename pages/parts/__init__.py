"""Pieces that pages share. Each takes plain data and escapes every text it is given."""
