"""The promises about the shape of the program: who imports whom, how long things grow, what is never read."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ALL = {"model", "text", "data", "stats", "charts", "exports", "views", "desk", "commands", "pages", "deploy"}
MAY_IMPORT = {
    "model": set(),
    "text": {"model"},
    "data": {"model"},
    "stats": {"model"},
    "charts": {"model", "text"},
    "exports": {"model", "text", "charts"},
    "views": {"model", "stats", "text"},
    "desk": {"model", "data", "stats", "views"},
    "commands": ALL - {"pages"},
    "pages": ALL,
    "deploy": ALL,
}
IMPURE = {
    "asyncio",
    "datetime",
    "fcntl",
    "glob",
    "http",
    "io",
    "os",
    "pathlib",
    "random",
    "requests",
    "shutil",
    "socket",
}
IMPURE |= {"sqlite3", "sqlalchemy", "subprocess", "sys", "tempfile", "threading", "time", "urllib"}
IMPURE_CALLS = {"open", "input", "print", "read_csv", "read_excel", "read_parquet", "to_csv", "to_excel", "to_parquet"}
BANNED_NAMES = {"utils", "helpers", "common"}
MAX_FILE = 250
MAX_FUNCTION = 40
MAX_APP = 80
OF_THIS_MACHINE = re.compile(r"/(?:work|home|root|Users)/[A-Za-z]|\.\./shared|[A-Z]:\\\\Users")


def tracked(*patterns: str) -> list[Path]:
    """The files of the project, by what git knows or would take in."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    return [ROOT / name for name in listed if (ROOT / name).is_file()]


MODULES = [path for path in tracked("*.py") if "tests" not in path.relative_to(ROOT).parts]
TESTS = tracked("tests/*.py", "tests/**/*.py")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def folder(path: Path) -> str:
    return path.relative_to(ROOT).parts[0] if path.parent != ROOT else ""


@cache
def parsed(path: Path) -> ast.Module:
    """The tree of a file, which several checks go through."""
    return ast.parse(path.read_text(encoding="utf-8"))


def of_each(paths: list[Path]) -> Callable[[Callable[[Path], None]], Callable[[], None]]:
    """Makes a check of one file a test of these files, which names each that does not hold to it."""

    def of_all(check: Callable[[Path], None]) -> Callable[[], None]:
        def test() -> None:
            broken = {}
            for path in paths:
                try:
                    check(path)
                except AssertionError as error:
                    broken[name(path)] = str(error)
            assert paths and broken == {}

        return test

    return of_all


def imported(path: Path) -> set[str]:
    """The dotted names that a module imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}: a relative import hides its folder"
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module or ""}
    return found


def roots(path: Path) -> set[str]:
    return {module.split(".")[0] for module in imported(path)}


def in_folder(*folders: str) -> list[Path]:
    return [path for path in MODULES if folder(path) in folders]


def code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function, its docstring not counted."""
    first = function.body[0]
    has_docstring = ast.get_docstring(function) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if has_docstring else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def test_the_program_is_seen() -> None:
    assert {"model", "pages", "deploy"} <= {folder(path) for path in MODULES}


@of_each(in_folder(*MAY_IMPORT))
def test_imports_run_one_way(path: Path) -> None:
    own = folder(path)
    assert (roots(path) & (ALL | {"app", "cli", "bench"})) - {own} <= MAY_IMPORT[own]


@of_each(MODULES)
def test_streamlit_is_imported_at_the_doors_only(path: Path) -> None:
    allowed = name(path) in ("app.py", "deploy/asgi.py") or folder(path) in ("pages", "bench")
    assert allowed or "streamlit" not in roots(path)


@of_each(in_folder("stats", "views"))
def test_statistics_and_views_are_pure(path: Path) -> None:
    assert not roots(path) & IMPURE
    calls = {
        node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute)
    }
    assert not calls & IMPURE_CALLS


@of_each(in_folder("pages"))
def test_no_page_imports_a_page(path: Path) -> None:
    pages = {module for module in imported(path) if module.startswith("pages.") and module != "pages.parts"}
    assert all(module.startswith("pages.parts.") for module in pages)


@of_each(MODULES + TESTS)
def test_files_and_functions_stay_short(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    limit = MAX_APP if name(path) == "app.py" else MAX_FILE
    assert written.count("\n") < limit
    functions = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert {node.name: code_lines(node) for node in functions if code_lines(node) >= MAX_FUNCTION} == {}


@of_each(MODULES + TESTS)
def test_names_say_what_they_hold(path: Path) -> None:
    tree = parsed(path)
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert not names & {"df", "temp"}
    assert path.stem not in BANNED_NAMES


@of_each(MODULES)
def test_no_error_is_swallowed(path: Path) -> None:
    tree = parsed(path)
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else ""
            assert caught not in ("", "Exception", "BaseException"), f"{name(path)}:{node.lineno}"
        if isinstance(node, ast.keyword) and node.arg == "errors" and isinstance(node.value, ast.Constant):
            assert node.value.value != "coerce", f"{name(path)}:{node.value.lineno}"


@of_each(TESTS)
def test_no_test_is_skipped(path: Path) -> None:
    marks = re.findall(r"pytest\.(?:mark\.)?(?:skip|skipif|xfail|importorskip)\b", path.read_text(encoding="utf-8"))
    assert not marks or path == Path(__file__)


def test_nothing_names_a_path_of_one_machine() -> None:
    written = (*MODULES, *TESTS, *tracked("Makefile", ".ci/*", "*.toml", "*.js", "*.sh", "*.md", "deploy/*"))
    found = [name(path) for path in written if OF_THIS_MACHINE.search(path.read_text(encoding="utf-8"))]
    assert [path for path in found if path != name(Path(__file__))] == []


def test_the_layers_do_without_streamlit() -> None:
    below = in_folder(*(MAY_IMPORT.keys() - {"pages", "deploy"}))
    modules = [name(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in below]
    script = (
        f"import importlib, sys\nfor m in {modules!r}: importlib.import_module(m)\nprint('streamlit' in sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert (answer.stdout.strip(), answer.stderr) == ("False", "")
