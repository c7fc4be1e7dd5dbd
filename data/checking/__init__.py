"""From cells to checked rows: which ledger a block is, what its cells say, which names are known, what is wrong."""
