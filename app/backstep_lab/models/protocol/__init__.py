"""What a session needs of a kind of model: its program, its numbers by ref, how each was computed, what an
edit makes stale, and how iterations are replayed.

A *setup* is all that decides the numbers from the start of an iteration on; its *state* is the part of it
that an iteration changes. Only the model reads them: sessions store them and pass them back.
"""

from backstep_lab.models.protocol.iteration import Epoch, Iteration, NumberSource
from backstep_lab.models.protocol.model import Model, ModelRun
from backstep_lab.models.protocol.spec import ModelSpec

__all__ = ["Epoch", "Iteration", "Model", "ModelRun", "ModelSpec", "NumberSource"]
