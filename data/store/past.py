"""The facts as they were after earlier events: built when asked for, the last few kept, none taken from under a reader."""

import itertools
import threading
import weakref
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import replace

import duckdb

from data.facts import Facts, Lease

# The sample county takes some 17 MB each.
KEPT = 8

# Builds the facts as of an event into a schema.
Build = Callable[[duckdb.DuckDBPyConnection, str, int], Facts]


class Past:
    """Earlier facts by event, each in a schema of its own beside the store.

    The `KEPT` last asked for stay. A schema goes only when it is not among them and nobody holds its facts any more, so
    that memory is bounded by what is kept and what is being read.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, build: Build) -> None:
        self._connection = connection
        self._build = build
        self._kept: OrderedDict[int, Facts] = OrderedDict()
        self._held: weakref.WeakValueDictionary[int, Facts] = weakref.WeakValueDictionary()
        self._unread: deque[str] = deque()
        self._numbers = itertools.count(1)
        self._looking, self._building = threading.Lock(), threading.Lock()

    def at(self, event: int) -> Facts:
        """The facts as they were right after an event."""
        found = self._known(event)
        if found is None:
            with self._building:
                # While this one waited another reader may have built it.
                found = self._known(event) or self.keep(event, self._made(event))
        return found

    def _known(self, event: int) -> Facts | None:
        with self._looking:
            found = self._held.get(event)
        return None if found is None else self.keep(event, found)

    def keep(self, event: int, found: Facts) -> Facts:
        """Keeps these facts for the next who ask for that event, and returns them."""
        with self._looking:
            self._held[event] = self._kept[event] = found
            self._kept.move_to_end(event)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return found

    def _made(self, event: int) -> Facts:
        cursor = self._connection.cursor()
        # Dropped here and not where the last reader lets go: that may be anywhere, in the middle of another query.
        while self._unread:
            cursor.execute(f"DROP SCHEMA IF EXISTS {self._unread.popleft()} CASCADE")
        # A number of its own: an older schema of the same event may still be read.
        schema = f"scratch.as_of_{event}_{next(self._numbers)}"
        lease = Lease()
        weakref.finalize(lease, self._unread.append, schema).atexit = False
        try:
            built = self._build(cursor, schema, event)
        finally:
            cursor.close()
        return replace(built, connection=self._connection, transaction=False, past=True, lease=lease)
