"""Other names for a session's inputs, neurons, outputs and classes.

This is no edit: no number changes, so the position stays, nothing is stale, and a step back does not undo it.
"""

from collections.abc import Mapping
from typing import Any

from backstep_lab.models.change import Change
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.quota import check_edits
from backstep_lab.sessions.session import Session
from backstep_lab.spec.names import whole


def with_names(session: Session, part: Mapping[str, Any]) -> Session:
    """The session with these lists of names in place of its own.

    Raises Invalid where they do not fit, OtherModel where the session has no layers to name.
    """
    model, current = session.history.model, layered(session)
    setup = model.apply(current.setup, Change(parts={"names": part}))
    history = session.history.with_names(whole(setup.spec.names), setup.spec.names, session.iteration)
    check_edits(history.edits)
    return session.at_edit(session.head, history, model.compute(session.iteration, setup))
