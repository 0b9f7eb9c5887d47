"""All operations of the iteration as a table for a spreadsheet (CSV, RFC 4180)."""

import csv
from io import StringIO

from backstep_lab.config import limits
from backstep_lab.exports.handouts.worked_solution import operations
from backstep_lab.sessions.session import Session

COLUMNS = ("operation", "phase", "kind", "layer", "unit", "ref", "value", "operands")


def table(session: Session, lang: str) -> bytes:
    """A row for each operation, every number with all its digits; the same in every language."""
    text = StringIO()
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for one in operations(session, limits.TABLE_OPERATIONS):
        made_of = "; ".join(f"{o.ref} = {'' if o.value is None else repr(o.value)}" for o in one.operands)
        value = "" if one.value is None else repr(one.value)
        rows.writerow((one.ordinal, one.phase, one.kind, one.layer, one.unit, one.ref, value, made_of))
    return text.getvalue().encode()
