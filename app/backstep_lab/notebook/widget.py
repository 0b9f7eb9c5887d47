"""The page as an anywidget, which tells Python where it stands."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from backstep_lab.spec.errors import Conflict

ESM = Path(__file__).with_name("live_widget.mjs")


def widget_of(address: str, height: int) -> Any:
    """The widget of an address. Raises Conflict where anywidget is not installed."""
    return _kind()(address=address, height=height)


@lru_cache(maxsize=1)
def _kind() -> Any:
    try:
        import anywidget
        import traitlets
    except ImportError:
        raise Conflict(
            "A live session needs the package anywidget: pip install 'backstep-lab[notebook]'.",
            "problem-no-anywidget",
        ) from None

    class BackstepWidget(anywidget.AnyWidget):  # type: ignore[misc,unused-ignore]
        """The frame; `position` and `answers` come from its messages."""

        _esm = ESM
        address = traitlets.Unicode().tag(sync=True)
        height = traitlets.Int().tag(sync=True)
        position = traitlets.Dict().tag(sync=True)
        answers: Any = traitlets.List().tag(sync=True)

    return BackstepWidget
