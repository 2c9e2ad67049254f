"""Figures: a chart is a pure function of a result frame, a language and a theme. Never computes or rounds a statistic."""
