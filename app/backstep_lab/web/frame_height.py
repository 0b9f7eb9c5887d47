"""The height at which a frame shows its parts, as in the page (`static/src/session/frameHeight.ts`)."""

from typing import get_args

from backstep_lab.wire.address import AddressQuery, Panel

LOW, PANEL, CONTROLS, HEADER = 240, 260, 96, 52
BESIDE = 700  # from this width on the panel stands beside the picture
_VIEWED = {"network": {"network"}, "formula": {"formula"}, "table": {"numbers"}}


def natural_height(width: int, query: AddressQuery) -> int:
    """The height in pixels for a frame of this width."""
    hidden = set(query.hide)
    shown = _VIEWED.get(query.view, {"network", *query.panels}) - hidden
    picture = min(520, max(200, (width + 1) // 2)) if "network" in shown else 0
    has_panel = bool(shown & set(get_args(Panel)))
    under = PANEL if has_panel and (width <= BESIDE or picture == 0) else 0
    has_bars = query.controls != "none"
    header = HEADER if has_bars and "header" not in hidden else 0
    controls = CONTROLS if has_bars and not {"steps", "timeline"} <= hidden else 0
    return max(LOW, picture + under + header + controls)
