"""From an address to a store."""

from pathlib import Path

from backstep_lab.sessions.store.base import Capacity, Store
from backstep_lab.sessions.store.memory import MemoryStore
from backstep_lab.sessions.store.sqlite import SqliteStore


def open_store(address: str, capacity: Capacity) -> Store:
    """The store at `memory:`, `sqlite:///path` or `postgresql://user@host/database`, not opened yet.

    Raises ValueError for any other address.
    """
    if address == "memory:":
        return MemoryStore(capacity)
    if address.startswith("sqlite:///") and len(address) > len("sqlite:///"):
        return SqliteStore(Path(address.removeprefix("sqlite:///")), capacity)
    if address.startswith(("postgresql://", "postgres://")):
        # Imported here, since its driver takes longer to load than the users of SQLite should wait.
        from backstep_lab.sessions.store.postgresql import PostgresqlStore

        return PostgresqlStore(address, capacity)
    # What comes after the first colon may hold a password.
    raise ValueError(
        f"BACKSTEP_STORE begins with '{address.partition(':')[0]}'; it must be memory:, sqlite:///path or "
        "postgresql://user@host/database."
    )
