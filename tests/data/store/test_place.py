"""Where the store may lie, and what is said where it may not."""

from pathlib import Path

import pytest
from sqlalchemy import QueuePool, create_engine

from data import store
from data.store import engine, errors, place

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
31 22 0:40 / /srv rw - nfs4 server:/srv rw,vers=4.2
32 31 8:2 / /srv/with\\040space rw shared:2 master:1 - xfs /dev/sdb1 rw
33 22 0:41 / /srvother rw - fuse.sshfs host: rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/", "ext4"), ("/var/pdrb", "ext4"), ("/srv", "nfs4"), ("/srv/a/b", "nfs4"), ("/srv/with space/a", "xfs"),
     ("/srvother/a", "fuse.sshfs")],
)  # fmt: skip
def test_the_file_system_is_that_of_the_nearest_mount(tmp_path: Path, path: str, kind: str) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS)
    assert place.file_system(Path(path), mounts) == kind
    assert place.file_system(Path(path), tmp_path / "none") == ""


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs"])
def test_sqlite_on_a_network_file_system_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setenv("PDRB_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("PDRB_DATABASE_URL", raising=False)
    monkeypatch.setattr(place, "file_system", lambda path: kind)
    with pytest.raises(errors.OnNetwork, match=kind):
        store.releases()
    assert list((tmp_path / "home").iterdir()) == []
    place.prepare(place.Place(tmp_path / "home", "postgresql+psycopg://"))


def test_a_home_that_cannot_be_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PDRB_HOME", str(tmp_path / "file" / "home"))
    monkeypatch.delenv("PDRB_DATABASE_URL", raising=False)
    with pytest.raises(errors.StoreUnreachable, match="file"):
        store.releases()


def test_an_address_that_is_none_of_postgresql_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PDRB_DATABASE_URL", "mysql://name:secret@host/pdrb")
    with pytest.raises(errors.StoreUnreachable, match="mysql:") as caught:
        store.releases()
    assert "secret" not in str(caught.value)
    for address in ("postgres://host/pdrb", "postgresql://host/pdrb", "postgresql+psycopg://host/pdrb"):
        monkeypatch.setenv("PDRB_DATABASE_URL", address)
        assert place.place().url == "postgresql+psycopg://host/pdrb"


@pytest.mark.parametrize("rest", ["host:port/pdrb", "[::1/pdrb", "host/pdrb?nothing=1", "host\x00/pdrb", "host\n/pdrb"])
def test_an_address_without_form_is_told_and_not_repeated(rest: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place.os, "environ", {"PDRB_DATABASE_URL": f"postgresql://name:secret@{rest}"})
    with pytest.raises(errors.StoreUnreachable, match="PDRB_DATABASE_URL is no address") as caught:
        place.place()
    assert "secret" not in str(caught.value)


def test_when_every_connection_is_taken_the_store_is_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = create_engine("sqlite://", poolclass=QueuePool, pool_size=1, max_overflow=0, pool_timeout=0.01)
    monkeypatch.setattr(engine, "engine", lambda where: one)
    where = place.Place(tmp_path)
    with engine.reading(where), pytest.raises(errors.StoreBusy), engine.reading(where):
        pass
    one.dispose()
