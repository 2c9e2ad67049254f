"""Where the store is: PDRB_DATABASE_URL names a PostgreSQL database, else it is one SQLite file in PDRB_HOME.

PDRB_HOME (else `var/` beside the program) also holds `editions/`, the immutable files that pages read.
"""

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from data.store.errors import OnNetwork, StoreUnreachable

_ROOT = Path(__file__).resolve().parents[2]
_FILE = "pdrb.sqlite3"
_SCHEMES = ("postgresql://", "postgres://", "postgresql+psycopg://")
NETWORKED = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "lustre", "ocfs2", "gfs2", "davfs",
    "ncpfs", "coda", "beegfs",
    "fuse.sshfs", "fuse.glusterfs", "fuse.s3fs", "fuse.rclone", "fuse.davfs2", "fuse.ceph",
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """A home and, for PostgreSQL, the address of a database; empty for SQLite."""

    home: Path
    url: str = ""

    @property
    def file(self) -> Path:
        """The SQLite file."""
        return self.home / _FILE

    @property
    def editions(self) -> Path:
        """The folder of the files that pages read."""
        return self.home / "editions"


def place() -> Place:
    """The place that the environment names now; StoreUnreachable where the address is none of PostgreSQL."""
    home = Path(os.environ.get("PDRB_HOME") or _ROOT / "var").absolute()
    url = os.environ.get("PDRB_DATABASE_URL", "")
    scheme = next((scheme for scheme in _SCHEMES if url.startswith(scheme)), None)
    if url and scheme is None:
        raise StoreUnreachable(f"PDRB_DATABASE_URL begins {url.split(':')[0]}:, expected {_SCHEMES[0]}")
    return Place(home, _readable(_SCHEMES[-1] + url.removeprefix(scheme)) if scheme else "")


@lru_cache(maxsize=16)
def _readable(url: str) -> str:
    """The address itself; StoreUnreachable, which does not repeat it, where it has no form or a strange option."""
    from psycopg import ProgrammingError
    from psycopg.conninfo import make_conninfo

    try:
        make_conninfo("", **{name: str(value) for name, value in make_url(url).query.items()})
        if url.isprintable():
            return url
    except (ArgumentError, ValueError, ProgrammingError):
        pass
    raise StoreUnreachable(f"PDRB_DATABASE_URL is no address such as {_SCHEMES[0]}user@host:5432/database") from None


def prepare(where: Place) -> None:
    """Makes the home; for SQLite OnNetwork where it lies on a network file system."""
    try:
        where.home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnreachable(f"{where.home}: {error.strerror}") from error
    kind = "" if where.url else file_system(where.home)
    if kind in NETWORKED:
        raise OnNetwork(f"{where.home} ({kind})")


def file_system(path: Path, mounts: Path = Path("/proc/self/mountinfo")) -> str:
    """The kind of file system that `path` lies on, such as ext4; empty on systems that list none."""
    if not mounts.exists():
        return ""
    found = ("", "")
    for line in mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines():
        mounted, _, about = line.partition(" - ")
        point = mounted.split()[4].encode().decode("unicode_escape")
        if path.resolve().is_relative_to(point) and len(point) >= len(found[0]):
            found = point, about.split()[0]
    return found[1]
