"""Work that belongs to no session: parsing a table, previewing data, drawing the picture of an address."""

from collections.abc import Callable, Mapping
from typing import Any

from backstep_lab.jobs.address_pages import page_parts, picture_png
from backstep_lab.jobs.bodies import validated
from backstep_lab.queries.preview import preview
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.spec.graph import GraphProgram
from backstep_lab.spec.model import DataSpec
from backstep_lab.wire.graph_reading import graph_read
from backstep_lab.wire.json_encoder import json_bytes
from backstep_lab.wire.table_preview import TableCall, table_json

Arguments = Mapping[str, Any]

TASKS: dict[str, Callable[[Arguments, ShouldContinue], Any]] = {
    "preview": lambda arguments, _: json_bytes(preview(validated(DataSpec, arguments["body"]))),
    "table": lambda arguments, _: table_json(validated(TableCall, arguments["body"])),
    "graph": lambda arguments, _: graph_read(validated(GraphProgram, arguments["body"])),
    "page": page_parts,
    "picture": picture_png,
}
