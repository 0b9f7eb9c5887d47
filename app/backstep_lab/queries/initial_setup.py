"""The initial parameters of a session under its current settings."""

from dataclasses import replace

from backstep_lab.models.layered.apply_change import apply_change
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.restart import settings_at_start
from backstep_lab.sessions.session import Session
from backstep_lab.spec.setup import TrainingSetup


def initial_setup(session: Session) -> TrainingSetup:
    """The parameters of the first iteration, with the current settings and examples."""
    now = layered(session).setup
    first, change = settings_at_start(session)
    start = apply_change(first.setup, change)
    return replace(now, plan=replace(start.plan, data=now.plan.data), state=start.state)
