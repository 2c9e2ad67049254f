"""Regions beside one another: location quotients, shift-share, typologies, specialisation, inequality, elasticity.

One family a file. Each has its formula on bare arrays, which any figures can be put into, and a function of the one
table that gives a table of its own in the columns of `stats.regional.table.COLUMNS`.
"""
