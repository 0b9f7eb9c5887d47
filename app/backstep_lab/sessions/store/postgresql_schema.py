"""The tables of sessions in PostgreSQL, made and migrated by the first process that opens the store.

A step changes one row of `sessions` and no index: `minute` and `stepped`, which the indexes are made of, are
computed from `touched` and `revision` and stay the same for most steps, and part of each page is left free
for the row's next versions (heap-only updates). Parts of histories are mostly float64 and not
compressed.
"""

from psycopg import AsyncConnection

from backstep_lab.sessions.store.base import SchemaTooNew

VERSION = 1
LOCK = 0x6261636B73746570  # "backstep": one process at a time looks at the schema and changes it

# From each version to the next; the first makes what is needed from nothing.
MIGRATIONS = (
    """
    CREATE TABLE sessions (
        id text COLLATE "C" PRIMARY KEY,
        revision bigint NOT NULL,
        version bigint NOT NULL,
        iteration bigint NOT NULL,
        step bigint NOT NULL,
        focus bigint NOT NULL,
        run text,
        client text COLLATE "C" NOT NULL,
        touched double precision NOT NULL,
        minute bigint NOT NULL GENERATED ALWAYS AS (floor(touched / 60)::bigint) STORED,
        stepped boolean NOT NULL GENERATED ALWAYS AS (revision > 0) STORED
    ) WITH (fillfactor = 70);
    CREATE INDEX sessions_by_rest ON sessions (minute);
    CREATE INDEX sessions_never_stepped ON sessions (minute) WHERE NOT stepped;
    CREATE INDEX sessions_of_client ON sessions (client, minute);
    CREATE TABLE history_parts (
        id text COLLATE "C" NOT NULL REFERENCES sessions ON DELETE CASCADE,
        name text COLLATE "C" NOT NULL,
        content bytea NOT NULL,
        PRIMARY KEY (id, name)
    );
    ALTER TABLE history_parts ALTER COLUMN content SET STORAGE EXTERNAL;
    """,
)
assert len(MIGRATIONS) == VERSION, "every version of the schema has one migration that leads to it"


async def prepare(connection: AsyncConnection) -> None:
    """Bring the schema to VERSION in one transaction. Raises SchemaTooNew where it is beyond that."""
    async with connection.transaction():
        # Bound to the transaction, since a pooler may give the next one another connection.
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
        await connection.execute("CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)")
        row = await (await connection.execute("SELECT max(version) FROM schema_version")).fetchone()
        found = (row and row[0]) or 0
        if found > VERSION:
            raise SchemaTooNew(found, VERSION)
        for migration in MIGRATIONS[found:]:
            await connection.execute(migration)
        if found < VERSION:
            await connection.execute("DELETE FROM schema_version")
            await connection.execute("INSERT INTO schema_version VALUES (%s)", (VERSION,))
