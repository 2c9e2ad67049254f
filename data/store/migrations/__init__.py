"""Numbered steps from one shape of the database to the next, only forward; a step that has shipped is never changed.

Each is a module with a number and `statements(dialect)`, the SQL for `sqlite` or `postgresql`.
"""
