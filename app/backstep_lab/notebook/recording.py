"""A recording under a notebook's cell: the page in a frame, and a picture where there are no frames."""

from base64 import b64encode
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

from backstep_lab.exports.images.png import png
from backstep_lab.exports.images.scene import scene
from backstep_lab.exports.offline.file import FileOptions, file_of
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.stepping.operations import BACKWARD


@dataclass(frozen=True, eq=False)
class Recording:
    """Some iterations of a network, stepped under the cell without a server.

    A notebook shows it by itself. `html` is the whole file, `png` the picture; `save` writes the file.
    """

    session: Session
    options: FileOptions
    height: int

    @cached_property
    def html(self) -> str:
        """The page as one HTML file. Raises Invalid where the recording would be too large."""
        return file_of(self.session, self.options, never_stop)

    @cached_property
    def png(self) -> bytes:
        """The moment that it opens at; from the very start, the end of the first backward pass."""
        here = self.session
        if here.step == 0:
            here = here.at_step(min(here.current.phases[BACKWARD][1], here.current.limit))
        return png(scene(here, self.options.lang))

    def save(self, path: str | Path) -> None:
        """Write the file."""
        Path(path).write_text(self.html, "utf-8")

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        """Both forms: HTML steps, and what has no frames shows the picture."""
        return {
            "text/html": self._frame(),
            "image/png": b64encode(self.png).decode(),
            "text/plain": repr(self),
        }

    def __repr__(self) -> str:
        shape = layered(self.session).program.shape
        sizes = "-".join(map(str, (shape.inputs, *shape.units)))
        return f"<Backstep: {sizes}, {self.options.iterations} iterations>"

    def _frame(self) -> str:
        style = f"border:0;width:100%;height:{self.height}px"
        return (
            '<iframe title="Backstep" sandbox="allow-scripts allow-popups" width="100%" '
            f'height="{self.height}" style="{style}" srcdoc="{escape(self.html)}"></iframe>'
        )
