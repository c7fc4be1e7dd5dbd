"""A child process for whatever reads or writes files that strangers made."""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys
import threading
from pathlib import Path

from .crossing import DONE, REFUSED, safe_load
from .limits import Limits
from .model import Unreadable
from .refusals import too_long, unparsable

ROOT = Path(__file__).resolve().parents[2]

# Two files at a time are as many as a small server has processors and memory for.
_turns = threading.BoundedSemaphore(2)


def run(module: str, request: object, limits: Limits) -> memoryview:
    """Run `module` as a child with `request` and return the bytes it answers; raise `Unreadable` on any other end.

    The child gets the pickled request on its standard input; nothing touches the disk. Waiting for a turn does
    not count against ``limits.seconds``.
    """
    with _turns:
        child = subprocess.Popen(
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        with child:
            try:
                answer, _ = child.communicate(pickle.dumps(request, 5), timeout=limits.seconds)
            except subprocess.TimeoutExpired as error:
                raise too_long() from error
            finally:
                child.kill()
    if child.returncode == 0 and answer[:1] == DONE:
        return memoryview(answer)[1:]
    if child.returncode == 0 and answer[:1] == REFUSED:
        raise Unreadable(*safe_load(memoryview(answer)[1:]))
    if child.returncode < 0 and -child.returncode == getattr(signal, "SIGXCPU", None):
        raise too_long()
    raise unparsable()
