"""Write what page and packages have from the server's description and tables, or check that it is current.

make types                          write static/src/wire/*.gen.ts and packages/**/parameters.json
python tools/wire_types.py --check  fail where one differs from what would be written
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.package_parameters import TARGETS, parameters_text  # noqa: E402
from tools.page_constants import CHOICES, LIMITS, choices_text, limits_text  # noqa: E402

SCHEMA = ROOT / "static" / "src" / "wire" / "schema.gen.ts"


def schema_text() -> str:
    """The TypeScript that openapi-typescript makes of the application's OpenAPI document."""
    with TemporaryDirectory() as folder:
        document, types = Path(folder, "openapi.json"), Path(folder, "schema.ts")
        with document.open("wb") as out:
            subprocess.run([sys.executable, "-m", "backstep_lab.openapi"], cwd=ROOT, stdout=out, check=True)
        node = [sys.executable, str(ROOT / "tools" / "node.py")]
        command = [*node, "npx", "openapi-typescript", str(document), "--output", str(types)]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        return types.read_text(encoding="utf-8")


def main(check: bool) -> None:
    page = ((LIMITS, limits_text()), (CHOICES, choices_text()), (SCHEMA, schema_text()))
    for target, text in (*page, *((target, parameters_text()) for target in TARGETS)):
        if not check:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        elif not target.exists() or target.read_text(encoding="utf-8") != text:
            sys.exit(f"{target.relative_to(ROOT)} is not what the server has. Write it with: make types")


if __name__ == "__main__":
    main(check="--check" in sys.argv[1:])
