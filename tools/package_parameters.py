"""The server's description of its addresses, for the packages that check options while pages are built."""

import json
from pathlib import Path

from backstep_lab.wire.address import schema_json

PACKAGES = Path(__file__).resolve().parent.parent / "packages"
TARGETS = (
    PACKAGES / "python" / "src" / "backstep_embed" / "parameters.json",
    PACKAGES / "hugo" / "assets" / "backstep" / "parameters.json",
    PACKAGES / "quarto" / "_extensions" / "backstep" / "parameters.json",
)


def parameters_text() -> str:
    """What `/embed/schema.json` answers."""
    return json.dumps(schema_json(), ensure_ascii=False, indent=2) + "\n"
