"""The numpy program as a Jupyter notebook (nbformat 4.5): a cell a section, with a heading above it."""

import json
from typing import Any

from backstep_lab.exports.scripts.numpy_script import sections
from backstep_lab.exports.scripts.program_inputs import ProgramInputs
from backstep_lab.sessions.session import Session


def notebook(session: Session, lang: str) -> bytes:
    """The notebook as JSON; it holds no output, so that running it is the reader's own doing."""
    inputs = ProgramInputs.of(session, lang)
    cells = [_cell("markdown", "title", f"# {inputs.title}\n\n{inputs.say('file-program-about')}")]
    for key, code in [*sections(inputs), ("file-result", "W, b")]:
        cells.append(_cell("markdown", f"{key}-words", f"## {inputs.say(key)}"))
        cells.append(_cell("code", key, code))
    metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    whole = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _cell(kind: str, id: str, source: str) -> dict[str, Any]:
    code: dict[str, Any] = {"execution_count": None, "outputs": []} if kind == "code" else {}
    return {"cell_type": kind, "id": id, "metadata": {}, "source": source.splitlines(keepends=True), **code}
