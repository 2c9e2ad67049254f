"""The words of the trade: dimensions, items, periods, the one table. Imports nothing of ours."""
