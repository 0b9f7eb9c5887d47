"""Print the OpenAPI document: `python -m backstep_lab.openapi`."""

import json
import sys

from backstep_lab.config.settings import Settings
from backstep_lab.main import create_app


def document() -> str:
    """The document as indented JSON, the same for every installation."""
    app = create_app(Settings(store="memory:", public_url="", max_body_bytes=2 * 1024 * 1024))
    return json.dumps(app.openapi(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(document())
