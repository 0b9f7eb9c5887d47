"""The numbers that the update makes, by ref: of the next iteration's parameters and memory."""

import re

from tests.oracle.audit.figures import Known
from tests.oracle.audit.rounding import FEW
from tests.oracle.audit.standings import Standing, arrays

NEXT = re.compile(r"([mv]?)([Wb])(\d+)_next\[(\d+)(?:,(\d+))?\]")


class Following:
    """The next standing by the gradients that the session shows, and how exact it is."""

    def __init__(self, standing: Standing, eta: float, values: dict[str, list[object]]) -> None:
        self.before = standing
        self._gradients = arrays({"W": values["dW"], "b": values["db"]})
        self.standing = standing.after(eta, *self._gradients)

    def of(self, ref: str) -> Known | None:
        """The number of this name; None for one that the update does not make."""
        match = NEXT.fullmatch(ref)
        if not match:
            return None
        memory, kind, layer = match[1], match[2], int(match[3]) - 1
        place = (int(match[4]),) if match[5] is None else (int(match[4]), int(match[5]))
        if memory:
            return self._memory(memory, layer + (len(self.before.W) if kind == "b" else 0), place)
        old = (self.before.W if kind == "W" else self.before.b)[layer][place]
        new = (self.standing.W if kind == "W" else self.standing.b)[layer][place]
        return Known(float(new), float(FEW * (abs(old) + 2 * abs(new - old))))

    def _memory(self, name: str, array: int, place: tuple[int, ...]) -> Known | None:
        if name not in self.standing.memory.numbers:
            return None
        old, new = (one.memory.numbers[name][array][place] for one in (self.before, self.standing))
        dW, db = self._gradients
        g = abs((dW + db)[array][place])
        return Known(float(new), float(FEW * (abs(old) + (g if name == "m" else g * g))))
