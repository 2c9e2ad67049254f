"""A real nginx or Caddy with the configuration of `deploy/`; only ports, name and certificate are the test's."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.conftest import ROOT, free_port

NAME = "pdrb.example.go.id"
"""The name in the files of `deploy/`."""
SITE = "localhost"
UNPACKED = ROOT / ".venv" / "programs" / "usr"
NGINX = """
{user}error_log {folder}/error.txt info; pid {folder}/nginx.pid; worker_processes 1;
events {{ worker_connections 2048; }}
http {{
    access_log {folder}/access.txt;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    include {folder}/pdrb.conf;
}}
"""


def program(name: str) -> str:
    """The path of nginx or caddy; `make test` sees to it that there are both."""
    path = os.pathsep.join((os.environ["PATH"], "/usr/sbin", f"{UNPACKED}/sbin", f"{UNPACKED}/bin"))
    found = shutil.which(os.environ.get(name.upper(), name), path=path)
    assert found, f"no {name}: run `make test`, which unpacks it or asks for it, or set {name.upper()}"
    return found


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate of this machine's own name, which signs itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, SITE)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName(SITE), x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    chain, secret = folder / "fullchain.pem", folder / "privkey.pem"
    chain.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return chain, secret


def changed(text: str, changes: Mapping[str, str]) -> str:
    """The text with each of these in another's place; all of them stand in it."""
    assert [old for old in changes if old not in text] == []
    return re.sub(
        "|".join(map(re.escape, sorted(changes, key=len, reverse=True))), lambda found: changes[found[0]], text
    )


def nginx_settings(folder: Path, ports: tuple[int, int], port: int) -> Path:
    """The configuration of `deploy/nginx.conf` for replicas on these ports, itself on `port`, in a file of its own."""
    chain, key = certificate(folder)
    changes = {
        "8501": str(ports[0]),
        "8502": str(ports[1]),
        "listen 443": f"listen 127.0.0.1:{port}",
        "listen 80": f"listen 127.0.0.1:{free_port()}",
        f"server_name {NAME}": f"server_name {SITE}",
        f"/etc/letsencrypt/live/{NAME}/fullchain.pem": str(chain),
        f"/etc/letsencrypt/live/{NAME}/privkey.pem": str(key),
        f"https://{NAME}$request_uri": f"https://{SITE}:{port}$request_uri",
        "/srv/pdrb/deploy": str(ROOT / "deploy"),
    }
    ours = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    (folder / "pdrb.conf").write_text(changed(ours, changes), encoding="utf-8")
    main = folder / "nginx.conf"
    main.write_text(NGINX.format(folder=folder, user="user root; " if os.geteuid() == 0 else ""), encoding="utf-8")
    return main


@contextmanager
def nginx(folder: Path, ports: tuple[int, int]) -> Iterator[str]:
    """nginx before two replicas: gives the address of the site. Its certificate is `folder`/fullchain.pem."""
    port = free_port()
    main = nginx_settings(folder, ports, port)
    command = [program("nginx"), "-p", folder, "-e", folder / "error.txt", "-c", main]
    tried = subprocess.run([*command, "-t"], capture_output=True, text=True)
    assert tried.returncode == 0 and "warn" not in tried.stderr, tried.stderr
    process = subprocess.Popen([*command, "-g", "daemon off;"], stdin=subprocess.DEVNULL)
    try:
        _wait(port, process)
        yield f"https://{SITE}:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def caddy_settings(folder: Path, ports: tuple[int, int], port: int) -> Path:
    """The configuration of `deploy/Caddyfile` for replicas on these ports, itself on `port`, in a file of its own."""
    chain, key = certificate(folder)
    changes = {
        "{\n\tservers": "{\n\tadmin off\n\tauto_https off\n\tservers",
        f"{NAME} {{": f"https://{SITE}:{port} {{\n\tbind 127.0.0.1\n\ttls {chain} {key}",
        "reverse_proxy 127.0.0.1:8501 127.0.0.1:8502": f"reverse_proxy 127.0.0.1:{ports[0]} 127.0.0.1:{ports[1]}",
        "/srv/pdrb/deploy": str(ROOT / "deploy"),
    }
    ours = (ROOT / "deploy" / "Caddyfile").read_text(encoding="utf-8")
    made = folder / "Caddyfile"
    made.write_text(changed(ours, changes), encoding="utf-8")
    return made


@contextmanager
def caddy(folder: Path, ports: tuple[int, int]) -> Iterator[str]:
    """Caddy before two replicas: gives the address of the site. Its certificate is `folder`/fullchain.pem."""
    port = free_port()
    made = caddy_settings(folder, ports, port)
    command = [program("caddy"), "run", "--config", made, "--adapter", "caddyfile"]
    places = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with (folder / "caddy.txt").open("w") as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=os.environ | places)
        try:
            _wait(port, process)
            yield f"https://{SITE}:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


@contextmanager
def believed(folder: Path) -> Iterator[None]:
    """Lets this process believe the certificate of the site."""
    with pytest.MonkeyPatch.context() as environment:
        for name in ("REQUESTS_CA_BUNDLE", "SSL_CERT_FILE"):
            environment.setenv(name, str(folder / "fullchain.pem"))
        yield


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as line:
            if line.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(f"nothing listens on port {port}")
