"""Checks of figures, each rule a small function: rows in, problems out (codes of `model.problems`).

| check | rule | function | severity |
|---|---|---|---|
| C1 | industries, groups or components add to the total | `sums.total_mismatch` | error |
| C2 | parts add to what they are parts of | `sums.parent_mismatch` | error |
| C3 | four quarters add to the year | `sums.quarters_mismatch` | error, in two sheets warning |
| C4 | the total by industry is that by expenditure | `balance.approaches_differ` | info |
| C5 | regencies and cities add to the province | `balance.regions_differ` | above 5 per cent warning, above 3 info |
| C6 | current equals constant in 2010 | `prices.base_year_mismatch` | error |
| – | current repeats constant | `prices.identical_price_bases` | block |
| C7 | implicit index between 50 and 400 | `prices.implausible_deflator` | warning |
| C7 | the implicit index grows by −10 to 15 per cent | `inflation.implausible_deflator_growth` | warning |
| C7 | … and with that of the province | `inflation.deflator_against_province` | warning |
| C8 | nothing is negative that cannot be | `sign.negative_value` | error |
| C9 | growth is in the usual range | `pace.implausible_growth` | warning |
| C9 | quarters stand in their places | `pace.swapped_quarters` | warning |
| C10 | printed rates are those of the levels | `printed.growth_table_mismatch` | warning |
| C11 | printed shares add to 100 | `printed.shares_not_100` | error |
| C12 | what does not exist is blank, not 0 | `sign.structural_zero` | info |
| C13 | the unit gives a possible size | `magnitude.unit_suspect` | block, once answered warning |
| C15 | figures in sentences stand in the tables | `narrative.text_unlike_table` | warning |
| – | items and periods absent | `gap.missing_industry`, `gap.missing_period`, `gap.missing_end` | warning |
| – | the edition has another value | `history.revised_value` | info, decimal point shifted warning |
| C9 | growth unlike history or province | `history.growth_unlike_history` | warning |
"""

from stats.validation.evidence import Evidence

__all__ = ["Evidence"]
