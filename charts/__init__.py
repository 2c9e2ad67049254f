"""Figures: pure functions of a result frame, a language and a theme; no statistic is computed or rounded here."""
