"""The real server in a process of its own, on a free port, with a store of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60


@contextmanager
def running(home: Path, app: Path = ROOT / "app.py", port: int | None = None) -> Iterator[str]:
    """Yields the address of a running dashboard that keeps its files under `home`; stops it afterwards.

    `app` is another server than the product's, for tests of what the product's pages do not do. `port` is a free
    one, unless a server is started again where readers still look for it.
    """
    port = port or free_port()
    log = home / "server.log"
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port)]
    with log.open("wb") as output:
        surroundings = os.environ | {"INSPECTION_HOME": str(home), "PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=output, stderr=output)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_until_healthy(process, address, log)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


def free_port() -> int:
    """Returns a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_healthy(process: subprocess.Popen, address: str, log: Path) -> None:
    """Returns once /healthz answers; raises RuntimeError with the server's log when it dies or takes too long."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"{address}/healthz", timeout=2) as answer:
                if answer.read() == b"ok":
                    return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"The dashboard did not start:\n{log.read_text('utf-8', errors='replace')}")
