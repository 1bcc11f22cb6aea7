"""A bureau's server on this machine: a provider of logins, the dashboard in shared mode, and nginx with TLS before it.

nginx runs with the example of deploy/, of which only ports, name and certificate are changed.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from data.settings.secret_files import write_secret
from tests.browser.dashboard import PROJECT, answers, free_port

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
MODULES = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


@dataclass(frozen=True, slots=True)
class Bureau:
    """`url` is what a browser opens; `direct` is the dashboard past the proxy; `plain` the proxy without TLS."""

    url: str
    direct: str
    plain: str
    store: Path
    provider: str


@contextmanager
def opened_bureau(store: Path, folder: Path) -> Iterator[Bureau]:
    """Start provider, dashboard and nginx on loopback; end them afterwards."""
    port, tls, plain = free_port(), free_port(), free_port()
    url = f"https://localhost:{tls}"
    with provided(folder) as issuer:
        settings = written(folder, port, url, issuer)
        with served(store, folder, port, settings), proxied(folder, port, tls, plain):
            yield Bureau(url, f"http://127.0.0.1:{port}", f"http://localhost:{plain}", store, issuer)


@contextmanager
def provided(folder: Path) -> Iterator[str]:
    """A provider that signs in whoever is named; a program of its own, as it is in life."""
    port = free_port()
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    with (folder / "provider.log").open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)  # noqa: S603 our own command
        try:
            answers(f"http://localhost:{port}/.well-known/openid-configuration", process, folder / "provider.log")
            yield f"http://localhost:{port}"
        finally:
            process.terminate()
            process.wait(timeout=10)


def written(folder: Path, port: int, url: str, issuer: str) -> Path:
    """The settings file of a bureau."""
    write_secret(folder / "cookie-secret")
    write_secret(folder / "client-secret")
    path = folder / "jixiao.toml"
    path.write_text(
        f'[server]\nmode = "shared"\nport = {port}\npublic_address = "{url}"\nproxy = "127.0.0.1"\n'
        f'[login]\ndiscovery = "{issuer}/.well-known/openid-configuration"\nclient_id = "jixiao"\n'
        f'client_secret_file = "{(folder / "client-secret").as_posix()}"\n'
        f'cookie_secret_file = "{(folder / "cookie-secret").as_posix()}"\n',
        encoding="utf-8",
    )
    return path


@contextmanager
def served(store: Path, folder: Path, port: int, settings: Path) -> Iterator[None]:
    environment = {**os.environ, "JIXIAO_STORE": str(store), "JIXIAO_SETTINGS": str(settings), "PYTHONUTF8": "1"}
    with (folder / "log").open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "app.py"], cwd=PROJECT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            answers(f"http://127.0.0.1:{port}/_stcore/health", process, folder / "log")
            yield
        finally:
            process.terminate()
            process.wait(timeout=20)


@contextmanager
def proxied(folder: Path, port: int, tls: int, plain: int) -> Iterator[None]:
    """nginx with the example file, in a folder of its own."""
    assert NGINX
    certify(folder)
    site = (PROJECT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for said, meant in (
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen 443 ssl", f"listen 127.0.0.1:{tls} ssl"),
        ("jixiao.example.gov.cn", "localhost"),
        ("/etc/ssl/jixiao", str(folder)),
        ("127.0.0.1:8501", f"127.0.0.1:{port}"),
    ):
        assert said in site, said
        site = site.replace(said, meant)
    (folder / "site.conf").write_text(site, encoding="utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    main = folder / "nginx.conf"
    main.write_text(MODULES.format(folder=folder, user=user), encoding="utf-8")
    process = subprocess.Popen([NGINX, "-p", str(folder), "-c", str(main)], stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        listens(plain, process, folder / "error.log")
        yield
    finally:
        process.terminate()
        process.wait(timeout=10)


def listens(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=2):
            return
        time.sleep(0.1)
    raise RuntimeError(f"nginx did not start:\n{log.read_text(encoding='utf-8')}")


def certify(folder: Path) -> None:
    """A certificate for localhost that this machine signed itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(names, critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "fullchain.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
