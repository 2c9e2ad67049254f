"""The statistics of the national accounts: one table in, one table out. Pure: no file, clock or network."""
