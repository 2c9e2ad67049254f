"""Tables of an HTML page."""

from data.grid import Book
from data.guard import WORKBOOKS, refuse


def read(package: object) -> Book:
    refuse("not_a_workbook", "HTML", WORKBOOKS)
