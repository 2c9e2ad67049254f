"""The benchmarks: national panel, server, browser. `python -m bench` runs all; README.md has the results."""
