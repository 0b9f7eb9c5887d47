"""Print the OpenAPI document: `python -m app.openapi`."""

import json
import sys

from app.main import create_app
from app.settings import Settings


def document() -> str:
    """The document as indented JSON, the same for every installation."""
    app = create_app(Settings(store="memory:", public_url="", max_body_bytes=2 * 1024 * 1024))
    return json.dumps(app.openapi(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(document())
