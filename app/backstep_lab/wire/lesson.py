"""Lessons on the wire: what a page needs to teach one. No answer to any question is among it."""

from typing import Annotated, Literal

from pydantic import Field

from backstep_lab.spec.base import Number, RefText, Wire
from backstep_lab.wire.calls import UnitName
from backstep_lab.wire.quiz import AskName

ViewName = Literal[
    "",
    "loss",
    "slice",
    "surface",
    "boundary",
    "quality",
    "activation",
    "matrices",
    "gradients",
    "check",
    "batch",
    "race",
    "combine",
    "line",
    "graph",
    "snapshot",
    "paths",
    "modes",
    "table",
]
SeenPart = Literal["formula", "inspector", "views", "numbers", "timeline", "play", "passes", "training"]
HiddenMark = Literal["biases", "loss"]
UseName = Literal["line-moved", "separated", "plain", "weighted", "slid", "race", "order"]


class StepTask(Wire):
    """Step until a number is made."""

    kind: Literal["step"] = Field(description="To step.")
    ref: RefText = Field(description="The number.")
    step: int = Field(description="Operations of the iteration that are done then.")


class EditTask(Wire):
    """Change a number."""

    kind: Literal["edit"] = Field(description="To change a number.")
    ref: RefText = Field(description="The number.")
    above: Number | None = Field(description="More than this.")
    below: Number | None = Field(description="Less than this.")
    to: Number | None = Field(description="Exactly this.")
    show: Number = Field(description="The value that is set when the learner asks to be shown.")


class PredictTask(Wire):
    """Predict a number before it is computed."""

    kind: Literal["predict"] = Field(description="To predict.")
    ref: RefText = Field(description="The number.")
    ask: AskName = Field(description="What is asked about it.")
    other: RefText | None = Field(description="What it is compared with.")
    among: list[RefText] | None = Field(description="The numbers to choose from.")
    later: Literal[0, 1] = Field(description="1 for its value in the next iteration.")
    digits: int = Field(description="Significant digits that must be right.")
    step: int | None = Field(description="Operations done once the number is made; null for a later one.")


class TrainTask(Wire):
    """Train."""

    kind: Literal["train"] = Field(description="To train.")
    iterations: int = Field(description="At most so many.")
    loss: float | None = Field(description="Until the loss is at most this.")
    settled: bool = Field(description="Until the loss no longer falls.")
    diverge: bool = Field(description="Until a number leaves the range.")


class OpenTask(Wire):
    """Open a number in the inspector."""

    kind: Literal["open"] = Field(description="To open a number.")
    ref: RefText = Field(description="The number.")


class LookTask(Wire):
    """Open a view."""

    kind: Literal["view"] = Field(description="To open a view.")
    view: ViewName = Field(description="Its name.")


class UseTask(Wire):
    """Do something in a view, which then reports it."""

    kind: Literal["use"] = Field(description="To use a view.")
    use: UseName = Field(description="What it reports.")
    show: dict[RefText, Number] | None = Field(description="Parameters that do it.")


class WriteTask(Wire):
    """Write the program of a graph; `GET …/same-function` says whether it is the one that is wanted."""

    kind: Literal["write"] = Field(description="To write a program.")
    program: str = Field(description="One that does, with values.")


class ReadTask(Wire):
    """Read only."""

    kind: Literal["read"] = Field(description="To read.")


Task = Annotated[
    StepTask | EditTask | PredictTask | TrainTask | OpenTask | LookTask | UseTask | WriteTask | ReadTask,
    Field(discriminator="kind"),
]


class LessonPassage(Wire):
    """One passage and its scene."""

    name: str = Field(description="The scene's name, the same in every language.")
    heading: str = Field(description="A few words.")
    html: str = Field(description="The text; numbers in it are buttons with `data-mark`.")
    state: str = Field(description="The moment that it begins at, for `POST /sessions`.")
    goes_on: bool = Field(description="Whether the session of the passage before goes on.")
    view: ViewName = Field(description="The view that stands open, or nothing.")
    unit: UnitName = Field(description="What a step does.")
    see: list[SeenPart] = Field(description="Parts of the page besides picture and text.")
    hide: list[HiddenMark] = Field(description="Marks that the picture leaves out.")
    point: list[RefText] = Field(description="Marks that are lit.")
    task: Task = Field(description="The one thing to do.")


class LessonSummary(Wire):
    """A lesson in a list."""

    slug: str = Field(description="Its name in addresses.")
    number: int = Field(description="Its place in the order, from 1; 0 for the introduction.")
    title: str = Field(description="Its title.")
    about: str = Field(description="What it is about, in a sentence.")
    passages: int = Field(description="How many passages it has.")


class LessonAnswer(LessonSummary):
    """A lesson with all that is needed to teach it."""

    script: list[LessonPassage] = Field(description="Its passages in order.")
    previous: LessonSummary | None = Field(description="The lesson before it.")
    next: LessonSummary | None = Field(description="The lesson after it.")
