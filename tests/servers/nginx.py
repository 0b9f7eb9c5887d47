"""nginx with the configuration that is shipped, in front of processes on this machine."""

import re
import ssl
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.servers.ports import free_port, give_away, unprivileged, wait_for
from tools.debian import nginx, openssl

SHIPPED = Path(__file__).resolve().parents[2] / "deploy" / "nginx.conf"
SERVER = re.compile(r"server app-\d+:8000 (.*);\n\s*")


@dataclass(frozen=True)
class Front:
    """Where nginx listens, and the certificate to trust."""

    port: int
    certificate: Path

    @property
    def base(self) -> str:
        return f"https://localhost:{self.port}"

    def trust(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.certificate)


@contextmanager
def balancing(ports: Sequence[int]) -> Iterator[Front]:
    """nginx that gives each request to the next of these ports."""
    with tempfile.TemporaryDirectory(prefix="nginx-") as name:
        folder = Path(name)
        certificate(folder)
        front = Front(free_port(), folder / "fullchain.pem")
        file = folder / "nginx.conf"
        file.write_text(adapted(SHIPPED.read_text("utf-8"), folder, ports, front.port), "utf-8")
        for path in (folder, *folder.iterdir()):
            give_away(path)
        command: list[str | Path] = [nginx(), "-p", folder, "-c", file, "-e", "stderr", "-g", "daemon off;"]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL, **unprivileged()) as process:
            try:
                wait_for(front.port)
                yield front
            finally:
                process.terminate()


def adapted(configuration: str, folder: Path, ports: Sequence[int], port: int) -> str:
    """The configuration with this machine's ports and folders."""
    (options,) = set(SERVER.findall(configuration))
    servers = "".join(f"server 127.0.0.1:{behind} {options};\n" for behind in ports)
    first = configuration.index("server app-1:8000")
    configuration = SERVER.sub("", configuration)
    configuration = configuration[:first] + servers + configuration[first:]
    configuration = configuration.replace("listen 8443", f"listen 127.0.0.1:{port}")
    return configuration.replace("/tmp/", f"{folder}/").replace("/etc/nginx/certificates/", f"{folder}/")


def certificate(folder: Path) -> None:
    """A certificate for localhost that nobody but its own clients trusts."""
    command: list[str | Path] = [openssl(), "req", "-x509", "-newkey", "ec", "-pkeyopt"]
    command += ["ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost", "-out", folder / "fullchain.pem"]
    command += ["-keyout", folder / "privkey.pem"]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
