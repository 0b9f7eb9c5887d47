"""Backstep: step through back-propagation one number at a time."""

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from backstep_lab.notebook import CannotShow, show

__all__ = ["CannotShow", "show"]

# Before numpy loads: with several threads a product of matrices may add up in another order from one
# run to the next, and a thousand small ones wait for each other longer than they compute.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def __getattr__(name: str) -> Any:
    """What a notebook uses, loaded when it is asked for: all other ways in need none of it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from backstep_lab import notebook

    return getattr(notebook, name)
