"""Runs the programs of a folder one after the other and prints what parameters each ends with, as JSON."""

import contextlib
import io
import json
import runpy
import sys
from pathlib import Path
from typing import Any


def ended(file: Path) -> dict[str, Any]:
    """The parameters at a program's end, or its error."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            names = runpy.run_path(str(file))
    except Exception as error:  # whatever an exported program may raise is a finding
        return {"error": repr(error)}
    if "layers" in names:
        W = [layer.weight.tolist() for layer in names["layers"]]
        return {"error": "", "W": W, "b": [layer.bias.tolist() for layer in names["layers"]]}
    return {"error": "", "W": [w.tolist() for w in names["W"]], "b": [b.tolist() for b in names["b"]]}


def main() -> None:
    """Run them in the order of their numbers."""
    files = sorted(Path(sys.argv[1]).glob("*.py"), key=lambda file: int(file.stem))
    print(json.dumps([ended(file) for file in files]))


if __name__ == "__main__":
    main()
