"""The store: the one place that attaches a database. Append-only, numbered, every change one transaction."""

from data.store.connecting import StoreBusy
from data.store.opening import home_of, open_store
from data.store.store import Store

__all__ = ["Store", "StoreBusy", "home_of", "open_store"]
