"""The numpy program as a Jupyter notebook (nbformat 4.5): a cell a section, with a heading above it."""

import json
from typing import Any

from backstep_lab.exports.scripts.graph_numpy_script import graph_sections
from backstep_lab.exports.scripts.numpy_script import sections
from backstep_lab.exports.scripts.program_inputs import ProgramInputs, title_of
from backstep_lab.exports.scripts.section import Section
from backstep_lab.i18n import catalogue
from backstep_lab.models.graph.iteration import GraphIteration
from backstep_lab.sessions.session import Session


def notebook(session: Session, lang: str) -> bytes:
    """The notebook as JSON; it holds no output, so that running it is the reader's own doing."""
    parts, result = _parts(session, lang)
    about = catalogue.say(lang, "file-program-about")
    cells = [_cell("markdown", "title", f"# {title_of(session, lang)}\n\n{about}")]
    for key, code in [*parts, result]:
        cells.append(_cell("markdown", f"{key}-words", f"## {catalogue.say(lang, key)}"))
        cells.append(_cell("code", key, code))
    metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    whole = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _parts(session: Session, lang: str) -> tuple[list[Section], Section]:
    """The program's sections, and the one that shows its result."""
    if isinstance(session.current, GraphIteration):
        return graph_sections(session), Section("file-graph-result", "p")
    return sections(ProgramInputs.of(session, lang)), Section("file-result", "W, b")


def _cell(kind: str, id: str, source: str) -> dict[str, Any]:
    code: dict[str, Any] = {"execution_count": None, "outputs": []} if kind == "code" else {}
    return {"cell_type": kind, "id": id, "metadata": {}, "source": source.splitlines(keepends=True), **code}
