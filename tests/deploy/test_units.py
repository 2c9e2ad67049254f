"""The units of systemd: hardened, alike for one server and for replicas, and naming what is there."""

import configparser
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from deploy import settings
from tests.conftest import ROOT

DEPLOY = ROOT / "deploy"
SERVERS = ("pdrb.service", "pdrb@.service")
UNITS = (*SERVERS, *(f"pdrb-{task}.{kind}" for task in ("backup", "check") for kind in ("service", "timer")))
ASKED_OF_EACH = {
    "NoNewPrivileges": "true",
    "ProtectSystem": "strict",
    "ProtectHome": "true",
    "PrivateTmp": "true",
    "PrivateDevices": "true",
    "CapabilityBoundingSet": "",
    "User": "pdrb",
}
ASKED_OF_SERVERS = {
    **dict.fromkeys(
        (
            *("ProtectClock", "ProtectHostname", "ProtectControlGroups", "ProtectKernelLogs", "ProtectKernelModules"),
            *("ProtectKernelTunables", "PrivateUsers", "RestrictNamespaces", "RestrictRealtime", "RestrictSUIDSGID"),
            *("LockPersonality", "MemoryDenyWriteExecute", "RemoveIPC"),
        ),
        "true",
    ),
    "SystemCallFilter": "@system-service",
    "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX",
}


def unit(name: str) -> dict[str, dict[str, str]]:
    """The sections of a unit."""
    read = configparser.RawConfigParser(strict=False, delimiters=("=",))
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(DEPLOY / name, encoding="utf-8")
    return {section: dict(read[section]) for section in read.sections()}


@pytest.mark.parametrize("name", [name for name in UNITS if name.endswith(".service")])
def test_each_service_is_shut_in(name: str) -> None:
    service = unit(name)["Service"]
    asked = ASKED_OF_EACH | (ASKED_OF_SERVERS if name in SERVERS else {})
    assert {key: service.get(key) for key in asked} == asked


def test_a_replica_is_run_as_one_server_is_but_for_its_port_and_place() -> None:
    one, replica = (unit(name) for name in SERVERS)
    for section, lines in one.items():
        for key, value in lines.items():
            changed = value.replace("8501", "%i").replace("/var/lib/pdrb", "/var/lib/pdrb/%i")
            expected = {"StateDirectory": "pdrb/%i", "Description": "PDRB Medan (port %i)"}.get(key, changed)
            assert replica[section][key] == expected
    assert [set(section) for section in one.values()] == [set(section) for section in replica.values()]


def test_what_systemd_says_of_them_is_nothing(tmp_path: Path) -> None:
    for name in UNITS:
        text = (DEPLOY / name).read_text(encoding="utf-8")
        text = text.replace("/srv/pdrb/.venv/bin/python", sys.executable)
        text = text.replace("/etc/pdrb/environment", str(DEPLOY / "environment.example"))
        (tmp_path / name.replace("@", "@8501")).write_text(text, encoding="utf-8")
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        assert sys.platform != "linux" or not Path("/run/systemd/system").exists(), "systemd runs here without its tool"
        return
    for made in sorted(tmp_path.iterdir()):
        told = subprocess.run(
            [analyze, "verify", made],
            capture_output=True,
            text=True,
            env=os.environ | {"SYSTEMD_UNIT_PATH": f"{tmp_path}:"},
        )
        assert (told.returncode, told.stderr) == (0, "")


def test_the_example_names_what_the_program_reads() -> None:
    text = (DEPLOY / "environment.example").read_text(encoding="utf-8")
    lines = dict(re.findall(r"^#?(PDRB_\w+)=(.*)$", text, re.MULTILINE))
    sources = "".join(
        path.read_text(encoding="utf-8") for path in (DEPLOY / "settings.py", ROOT / "data/store/place.py")
    )
    assert set(lines) == set(re.findall(r'"(PDRB_\w+)"', sources)) - {"PDRB_MODE", "PDRB_HOME"}
    assert settings.public_url(lines) == "https://pdrb.example.go.id"
    assert settings.proxies(lines) == "10.0.0.5"
    assert settings.hosts(lines)[3:] == ("dasbor.example.go.id", "pdrb.example.go.id")


@pytest.mark.parametrize("name", UNITS)
def test_the_commands_lead_to_programs_of_ours(name: str) -> None:
    text = (DEPLOY / name).read_text(encoding="utf-8")
    for module in re.findall(r"-m ([\w.]+)", text):
        assert (ROOT / module.replace(".", "/")).with_suffix(".py").exists()
    for path in re.findall(r"/srv/pdrb/(docs/\S+)", text):
        assert (ROOT / path).exists()
    if name == "pdrb-backup.service":
        assert re.findall(r"cli\.py (\w+)", text) == ["backup", "verify"] and (ROOT / "cli.py").exists()
