"""Write the page's wire types from the server's own description, or check that they are current.

make types                     write static/src/wire/schema.gen.ts
python tools/wire_types.py --check  fail when it differs from what would be written
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "static" / "src" / "wire" / "schema.gen.ts"


def generated() -> str:
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
    types = generated()
    if not check:
        TARGET.write_text(types, encoding="utf-8")
    elif not TARGET.exists() or TARGET.read_text(encoding="utf-8") != types:
        sys.exit(f"{TARGET.relative_to(ROOT)} is not what the server describes. Write it with: make types")


if __name__ == "__main__":
    main(check="--check" in sys.argv[1:])
