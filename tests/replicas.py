"""Two replicas of the server on one real PostgreSQL, behind a real nginx that ends TLS; a provider beside them."""

import json
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import requests

from tests.conftest import ROOT, free_port, running
from tests.data.store import postgres
from tests.office import Office, identity_provider, secrets
from tests.proxy import believed, nginx

Proxy = Callable[[Path, tuple[int, int]], AbstractContextManager[str]]
NAMES = ("a", "b")
SEAT = "pdrb_seat"
REPORT = ROOT / "bench" / "results" / "replicas.json"


def seat(visitor: requests.Session, port: str) -> None:
    """Puts the cookie into a browser that nginx would give it for the replica on a port."""
    visitor.cookies.set(SEAT, port, domain="localhost.local", path="/")


@dataclass
class Two:
    """The office, and its replicas by the port that each listens on."""

    office: Office
    folder: Path
    replicas: dict[str, "Replica"] = field(default_factory=dict)

    @property
    def site(self) -> str:
        """The address by which people open it."""
        return self.office.server

    def visitor(self, name: str) -> requests.Session:
        """A browser without a page yet, which nginx has sent to the replica `name`."""
        wanted = str(self.replicas[name].port)
        for _ in range(20):
            visitor = requests.Session()
            visitor.get(self.site, timeout=30).raise_for_status()
            if visitor.cookies[SEAT] == wanted:
                return visitor
        raise AssertionError(f"nginx sends nobody to replica {name}")

    def move(self, visitor: requests.Session, name: str) -> None:
        """Lets nginx send a browser to the replica `name` from now on."""
        seat(visitor, str(self.replicas[name].port))

    def at(self, seat: str) -> str:
        """The name of the replica that a cookie names."""
        return next(name for name, replica in self.replicas.items() if str(replica.port) == seat)

    def in_store(self, name: str = "a") -> dict[str, str]:
        """The environment in which a process works on the store as the replica `name` does."""
        return {"PDRB_HOME": str(self.replicas[name].home), "PDRB_DATABASE_URL": self.office.database}


@dataclass
class Replica:
    """One of them, which can be killed and started again."""

    port: int
    home: Path
    environment: dict[str, str]
    _held: ExitStack = field(default_factory=ExitStack)
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Past the proxy."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        self._held.close()
        self._held = ExitStack()
        _, self.process = self._held.enter_context(running(self.home, self.port, self.environment))

    def kill(self) -> None:
        """Ends it as a machine ends that loses its power."""
        assert self.process is not None
        self.process.kill()
        self.process.wait(timeout=20)

    def stop(self) -> None:
        """Ends it, whether it still runs or not."""
        self._held.close()


@contextmanager
def two_replicas(folder: Path, before: Proxy = nginx, **settings: str) -> Iterator[Two]:
    """An office of two replicas behind a proxy; all of it ends with the block."""
    ports = (free_port(), free_port())
    with ExitStack() as held:
        socket = held.enter_context(postgres.server())
        database = postgres.database(socket, "pdrb")
        site = held.enter_context(before(folder, ports))
        held.enter_context(believed(folder))
        provider = held.enter_context(identity_provider(folder))
        office = Office(site, provider, folder, database)
        two = Two(office, folder)
        shared = {
            "PDRB_DATABASE_URL": database,
            "PDRB_PUBLIC_URL": site,
            "PDRB_WARM_UP": "yes",  # as an office runs them: a proxy sets aside what answers late
            "PDRB_SECRETS": secrets(folder, site, provider),
            **settings,
        }
        for name, port in zip(NAMES, ports, strict=True):
            home = folder / name
            home.mkdir()
            two.replicas[name] = Replica(port, home, {**shared, "PDRB_HOME": str(home)})
            held.callback(two.replicas[name].stop)
            two.replicas[name].start()
        yield two


def reported(name: str, counted: Mapping[str, object]) -> None:
    """Keeps what a long trial counted in `bench/results/`."""
    kept = json.loads(REPORT.read_text(encoding="utf-8")) if REPORT.exists() else {}
    REPORT.write_text(json.dumps(kept | {name: counted}, indent=2, sort_keys=True) + "\n", encoding="utf-8")
