"""SIMDASI, the tables of the yearbooks (WebAPI `interoperabilitas`): one table and year, columns with random names.

    {"data": [{page…}, {"wilayah": "Kota Medan", "tahun_data": 2024, "judul_tabel": "Produk Domestik Regional Bruto …",
      "kolom": {"lxkwts7rnj": {"nama_variabel": …, "satuan": "Miliar Rupiah"}},
      "data": [{"label_raw": "A Pertanian …", "kode_wilayah": "1275000",
                "variables": {"lxkwts7rnj": {"value_raw": "1.441,82", "value_code": "*"}}}]}]}

Values are Indonesian text; the mark stands beside them in `value_code`. `satuan` tells levels from percentages.
"""

from typing import Any

from data import labels, places
from data.grid import Cell, Kind
from data.layouts.cell_word import meaning
from data.layouts.context import Line, dated, title_facts
from data.layouts.figure import Facts, Figure, Figures, Table
from data.layouts.period_word import when
from data.layouts.words import words
from model.problems import Problem


def knows(content: Any) -> bool:
    """Whether a JSON answer is of this family."""
    return _body(content) is not None


def tables(content: Any) -> list[Table]:
    """The one table of the answer."""
    body = _body(content)
    return [_table(body)] if body is not None else []


def _body(content: Any) -> dict[str, Any] | None:
    """The part of an answer that holds columns and rows, wherever it is nested."""
    if isinstance(content, dict) and isinstance(content.get("kolom"), dict) and isinstance(content.get("data"), list):
        return content
    inner = content.get("data") if isinstance(content, dict) else content
    if isinstance(inner, dict):
        return _body(inner)
    for part in inner if isinstance(inner, list) else []:
        found = _body(part) if isinstance(part, dict) else None
        if found is not None:
            return found
    return None


def _table(body: dict[str, Any]) -> Table:
    title = labels.clean(str(body.get("judul_tabel", "")))
    region = places.of_label(str(body.get("wilayah", "")))
    rows = [row for row in body["data"] if isinstance(row, dict)]
    approach = _approach(rows)
    near = title_facts([Line(0, 0, title)], "")
    year = when(str(body.get("tahun_data", ""))).year
    context = near._replace(region=region.region if region else near.region, year=year, quarter=0, measure="")
    table = Table("", approach, title, "judul_tabel", context)
    columns = {name: _column(said, near) for name, said in body["kolom"].items() if isinstance(said, dict)}
    figures = [figure for at, row in enumerate(rows) for figure in _of_row(table, at, row, columns)]
    table.figures = Figures.of(figures)
    return table


def _approach(rows: list[dict[str, Any]]) -> str:
    said = [meaning(_label(row)) for row in rows]
    spent = sum(1 for m in said if m.expenditure and not m.production)
    return "expenditure" if spent > sum(1 for m in said if m.production and not m.expenditure) else "production"


def _label(row: dict[str, Any]) -> str:
    return labels.clean(str(row.get("label_raw") or row.get("label") or ""))


def _column(said: dict[str, Any], near: Facts) -> Facts:
    """What a column says: its unit decides whether it holds levels, its name the rest."""
    name, unit = str(said.get("nama_variabel", "")), words(f"({said.get('satuan', '')})")
    named = words(name)
    year, quarter = dated([name], "")
    measure = named.measure or unit.measure or ("" if unit.unit else near.measure)
    return Facts(
        year=year, quarter=quarter, basis=named.basis or near.basis, measure=measure, unit=unit.unit or named.unit
    )


def _of_row(table: Table, at: int, row: dict[str, Any], columns: dict[str, Facts]) -> list[Figure]:
    """The figures of a row; one whose label names no item is a problem and has none."""
    label = _label(row)
    said = meaning(label)
    item = said.item(table.approach)
    region = places.of_code(str(row.get("kode_wilayah", ""))) or said.place
    variables = row.get("variables")
    held = variables if isinstance(variables, dict) else {}
    if item is None and held and not said.place and not labels.ignored(label):
        expected = ", ".join(labels.nearest(label, table.approach))
        table.problems.append(Problem("unknown_industry", "", f"data[{at}]", label[:80], expected))
        return []
    facts = Facts(item, region.region if region else None)
    return [
        Figure(f"data[{at}] {name}", _cell(value), facts.over(columns[name]))
        for name, value in held.items()
        if name in columns and isinstance(value, dict)
    ]


def _cell(value: dict[str, Any]) -> Cell:
    raw = value.get("value_raw")
    text = labels.clean(str(raw if raw not in (None, "") else value.get("value", "")))
    mark = str(value.get("value_code") or "").strip()
    return Cell(Kind.TEXT, text + mark if mark in ("*", "**", "***", "r", "e") and not text.endswith(mark) else text)
