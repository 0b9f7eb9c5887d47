"""What is asked of PostgreSQL. All values come as parameters, named as in `postgresql.py`."""

RECORD = "revision, iteration, step, focus, version, run"
OWN = """
SELECT count(*) AS sessions
FROM (SELECT FROM sessions WHERE client = %(client)s LIMIT %(sessions_of_client)s) AS of_client
"""
CREATE = f"""
WITH own AS ({OWN}), made AS (
    INSERT INTO sessions (id, revision, version, iteration, step, focus, client, touched)
    SELECT %(id)s, 0, 0, %(iteration)s, %(step)s, %(focus)s, %(client)s, %(now)s
    FROM own WHERE sessions < %(sessions_of_client)s
    RETURNING id
), parts AS (
    INSERT INTO history_parts (id, name, content)
    SELECT made.id, part.name, part.content
    FROM made, unnest(%(names)s::text[], %(contents)s::bytea[]) AS part (name, content)
)
SELECT FROM made
"""
FIND = f"SELECT {RECORD} FROM sessions WHERE id = %(id)s AND touched >= %(live_since)s"
LOAD = f"""
SELECT {RECORD}, name, content FROM sessions LEFT JOIN history_parts USING (id)
WHERE id = %(id)s AND touched >= %(live_since)s
"""
STEP = f"""
UPDATE sessions SET
    revision = revision + 1, version = version + %(changes)s,
    iteration = %(iteration)s, step = %(step)s, focus = %(focus)s, touched = %(now)s,
    run = CASE WHEN %(keep_run)s THEN run ELSE %(run)s::text END
WHERE id = %(id)s AND revision = %(revision)s AND touched >= %(live_since)s
    AND (%(of_run)s::text IS NULL OR run = %(of_run)s::text)
RETURNING {RECORD}
"""
REWRITE = f"""
WITH written AS ({STEP.strip()}, id), deleted AS (
    DELETE FROM history_parts USING written
    WHERE history_parts.id = written.id AND name = ANY(%(deleted)s::text[])
), put AS (
    INSERT INTO history_parts (id, name, content)
    SELECT written.id, part.name, part.content
    FROM written, unnest(%(names)s::text[], %(contents)s::bytea[]) AS part (name, content)
    ON CONFLICT (id, name) DO UPDATE SET content = excluded.content
)
SELECT {RECORD} FROM written
"""
DELETE = "DELETE FROM sessions WHERE id = %(id)s RETURNING id"
COUNT = "SELECT count(*) FROM sessions"
REMOVE = """
DELETE FROM sessions WHERE id IN (
    SELECT id FROM sessions WHERE {which} ORDER BY minute, touched LIMIT %(most)s FOR UPDATE SKIP LOCKED
) RETURNING id
"""
OVER = "minute <= floor(%(over)s::float8 / 60)::bigint AND touched < %(over)s"
NEVER_STEPPED = (
    "NOT stepped AND minute <= floor(%(untouched)s::float8 / 60)::bigint AND touched <= %(untouched)s"
)
RESTED = "minute <= floor(%(rested)s::float8 / 60)::bigint AND touched <= %(rested)s"
MAY_GO = (OVER, NEVER_STEPPED, RESTED)  # in this order
