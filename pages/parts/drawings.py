"""Which view answers for which page, and which chart draws which panel."""

from collections.abc import Callable
from types import ModuleType

import plotly.graph_objects as go

from charts import bars, columns, lines, pairs, stack, structure
from charts.tokens import Theme
from views import growth, overview, trade_services
from views import structure as structure_view
from views.view import Panel

VIEWS: dict[str, ModuleType] = {
    "overview": overview,
    "growth": growth,
    "trade_services": trade_services,
    "structure": structure_view,
}

CHARTS: dict[str, Callable[..., go.Figure]] = {
    "columns": columns.columns,
    "contribution": bars.contribution,
    "growth": bars.growth,
    "ranked": bars.ranked,
    "pairs": pairs.pairs,
    "stack": stack.columns,
    "stack_regions": stack.regions,
    "lines": lines.items,
    "lines_regions": lines.regions,
    "structure": structure.bar,
    "structure_ranked": structure.ranked,
    "structure_columns": structure.columns,
}
MULTIPLES = "multiples"


def draw(panel: Panel, lang: str, theme: Theme) -> dict[str, go.Figure]:
    """The chart that the panel names, of its result frame; of small multiples, one chart an item, by its code."""
    if panel.chart == MULTIPLES:
        return _multiples(panel, lang, theme)
    return {"": CHARTS[panel.chart](panel.result, lang=lang, theme=theme, **panel.options)}


def _multiples(panel: Panel, lang: str, theme: Theme) -> dict[str, go.Figure]:
    """One small chart an item, all on the scale of all."""
    scale = lines.span(panel.result)
    return {
        item: lines.regions(
            panel.result[panel.result["item"] == item],
            lang,
            theme,
            chosen=str(panel.options["chosen"]),
            small=True,
            y_range=scale,
        )
        for item in dict.fromkeys(panel.result["item"])
    }
