"""The commands of the terminal, one module a family; `cli.py` gathers them. Each imports what it needs when it runs."""
