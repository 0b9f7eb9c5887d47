"""From an address to a store."""

from app.sessions.memory import MemoryStore
from app.sessions.sqlite import SqliteStore, path_of
from app.sessions.store import Room, Store


def open_store(address: str, room: Room) -> Store:
    """The store at `memory:` or `sqlite:///path`. Raises ValueError for any other address."""
    if address == "memory:":
        return MemoryStore(room)
    if address.startswith("sqlite:///") and len(address) > len("sqlite:///"):
        return SqliteStore(path_of(address), room)
    raise ValueError(f"BACKSTEP_STORE is '{address}'; it must be memory: or sqlite:///path.")
