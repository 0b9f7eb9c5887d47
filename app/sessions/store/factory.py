"""From an address to a store."""

from pathlib import Path

from app.sessions.store.base import Capacity, Store
from app.sessions.store.memory import MemoryStore
from app.sessions.store.sqlite import SqliteStore


def open_store(address: str, capacity: Capacity) -> Store:
    """The store at `memory:` or `sqlite:///path`, not opened yet. Raises ValueError for any other address."""
    if address == "memory:":
        return MemoryStore(capacity)
    if address.startswith("sqlite:///") and len(address) > len("sqlite:///"):
        return SqliteStore(Path(address.removeprefix("sqlite:///")), capacity)
    raise ValueError(f"BACKSTEP_STORE is '{address}'; it must be memory: or sqlite:///path.")
