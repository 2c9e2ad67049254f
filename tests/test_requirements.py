"""What `pip install -r requirements.txt` brings is enough to collect every test and to run the plain ones."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.test_architecture import tracked

ROOT = Path(__file__).parents[1]
PLAIN = {
    re.split(r"[=\[;]", line)[0].strip().lower().replace("_", "-")
    for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
}
OWN = {path.stem for path in ROOT.iterdir() if path.suffix == ".py" or path.is_dir()}
BROUGHT_BY = packages_distributions()
LISTED = [path.relative_to(ROOT).as_posix() for path in tracked("*.py")]
MODULES = [name for name in LISTED if not name.startswith("bench/")]


def loaded_at_once(name: str) -> set[str]:
    """The packages that a module loads as soon as it is imported."""
    found: set[str] = set()
    for node in ast.parse((ROOT / name).read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").split(".")[0])
    return found - set(sys.stdlib_module_names) - OWN


@pytest.mark.parametrize("name", MODULES)
def test_what_a_module_loads_is_installed_for_plain_use(name: str) -> None:
    for package in loaded_at_once(name):
        distributions = {one.lower().replace("_", "-") for one in BROUGHT_BY.get(package, [])}
        assert distributions & PLAIN, f"{name} loads {package}, which requirements.txt does not bring"
