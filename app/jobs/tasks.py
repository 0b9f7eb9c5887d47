"""Work that belongs to no session: reading a table, previewing data, drawing what a page's address says."""

from collections.abc import Callable, Mapping
from typing import Any

from app.jobs.address_pages import page_parts, picture_png
from app.jobs.bodies import validated
from app.schemas.examples import preview_json
from app.schemas.spec import Data
from app.schemas.table import TableCall, table_json
from app.sessions.history import Proceed

Arguments = Mapping[str, Any]

TASKS: dict[str, Callable[[Arguments, Proceed], Any]] = {
    "preview": lambda arguments, _: preview_json(validated(Data, arguments["body"])),
    "table": lambda arguments, _: table_json(validated(TableCall, arguments["body"])),
    "page": page_parts,
    "picture": picture_png,
}
