"""A child process for whatever reads or writes files that strangers made."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .crossing import DONE, REFUSED, safe_load
from .limits import Limits
from .model import Unreadable
from .refusals import too_long, unparsable

ROOT = Path(__file__).resolve().parents[2]
# A fresh process spends an eighth of its time on being given memory page by page; elsewhere than on Linux this is unread.
_ALLOCATION = "glibc.malloc.hugetlb=1:glibc.malloc.top_pad=67108864"

# Two files at a time are as many as a small server has processors and memory for.
_turns = threading.BoundedSemaphore(2)


@contextmanager
def _environment(limits: Limits) -> Iterator[dict[str, str]]:
    """Give the environment for a child, with a temporary folder of its own if it may write."""
    environment = {**os.environ, "GLIBC_TUNABLES": _ALLOCATION}
    if not limits.written:
        yield environment
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield {**environment, "TMPDIR": folder, "TEMP": folder, "TMP": folder}


def run(module: str, request: object, limits: Limits) -> memoryview:
    """Run `module` as a child with `request` and return the bytes it answers; raise `Unreadable` on any other end.

    The child gets the pickled request on its standard input; temporary files, where `limits` allow it any, end
    with it however it ends. Waiting for a turn does not count against ``limits.seconds``.
    """
    with _turns, _environment(limits) as environment:
        child = subprocess.Popen(
            [sys.executable, "-m", module],
            env=environment,
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
