"""The child process: reads one workbook under limits and answers with its cells or the reason why not."""

from __future__ import annotations

import gc
import os
import pickle
import sys
from collections.abc import Callable

from . import crossing
from .crossing import DONE, REFUSED
from .limits import hold
from .model import Unreadable
from .reading import contents
from .refusals import too_big


def answer(work: Callable[..., bytes]) -> None:
    """Carry out `work` with the request on standard input and write what it returns, or the refusal it raises.

    The last item of the request must be the `Limits` to work under.
    """
    gc.disable()  # The process is over before garbage could matter.
    request: tuple = pickle.load(sys.stdin.buffer)
    hold(request[-1])
    try:
        reply = DONE + work(*request)
    except Unreadable as refusal:
        reply = REFUSED + pickle.dumps((refusal.code, refusal.message))
    except MemoryError:
        refusal = too_big()
        reply = REFUSED + pickle.dumps((refusal.code, refusal.message))
    sys.stdout.buffer.write(reply)
    sys.stdout.buffer.flush()
    os._exit(0)  # Tearing down half a million objects would take longer than making some of them.


if __name__ == "__main__":
    answer(lambda *request: crossing.bytes_of(*contents(*request)))
