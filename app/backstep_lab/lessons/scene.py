"""A scene block: the position of a passage, the visible parts, and the learner's task."""

from typing import Annotated, Any

from pydantic import Field, ValidationError, model_validator

from backstep_lab.config import limits
from backstep_lab.lessons.tasks import Task, parse_task
from backstep_lab.spec.base import Number, RefText, Wire
from backstep_lab.spec.create import DataPart, GraphPart, NamesPart, NetworkPart, TrainingPart
from backstep_lab.spec.fields import LockName
from backstep_lab.wire.calls import UnitName
from backstep_lab.wire.lesson import HiddenMark, SeenPart, ViewName

SEEN: tuple[SeenPart, ...] = ("formula",)
MAX_TRAINED = 20_000  # iterations before or in a scene: more delays the start of a server


class Scene(Wire):
    """The fields of a block. Fields of the view that are left out stay as in the passage before."""

    preset: str | None = Field(default=None, description="The preset to begin anew with.")
    network: NetworkPart | None = Field(default=None, description="A network of its own.")
    data: DataPart | None = Field(default=None, description="Its examples.")
    graph: GraphPart | None = Field(default=None, description="A computation graph in place of a network.")
    training: TrainingPart | None = Field(default=None, description="How it is trained.")
    names: NamesPart | None = Field(
        default=None, description="What its inputs, neurons and outputs are called."
    )
    lock: list[LockName] = Field(default=[], description="What may be seen but not changed.")
    trained: Annotated[int, Field(ge=0, le=MAX_TRAINED)] = Field(
        default=0, description="Iterations trained before."
    )
    focus: int | None = Field(default=None, ge=0, lt=limits.MAX_EXAMPLES, description="The row shown.")
    parameters: dict[RefText, Number] = Field(default={}, description="Parameters that are set.")
    at: RefText | None = Field(default=None, description="The number that is computed already.")
    view: ViewName | None = Field(default=None, description="The view that stands open; '' for none.")
    unit: UnitName | None = Field(default=None, description="What a step does.")
    point: list[RefText] = Field(default=[], max_length=8, description="Marks that are lit.")
    hide: list[HiddenMark] | None = Field(default=None, description="Marks that the picture leaves out.")
    see: list[SeenPart] | None = Field(default=None, description="Parts of the page besides the picture.")
    do: Task = Field(description="The task.")

    @property
    def begins(self) -> bool:
        """Whether the scene begins anew and does not go on with the one before."""
        begun = (self.preset, self.network, self.data, self.graph, self.training)
        return any(part is not None for part in begun)

    @model_validator(mode="before")
    @classmethod
    def _read(cls, table: Any) -> Any:
        return {**table, "do": parse_task(table.get("do"))} if isinstance(table, dict) else table

    @model_validator(mode="after")
    def _locks_and_names_begin(self) -> "Scene":
        for name in ("lock", "names"):
            if getattr(self, name) and not self.begins:
                raise ValueError(f"{name} can only stand in a scene that begins anew")
        return self

    def body(self) -> dict[str, Any]:
        """The body that creates its session, as far as the block has it."""
        said = {"preset", "network", "data", "graph", "training", "names", "lock"}
        return {
            **self.model_dump(include=said, exclude_unset=True, exclude_none=True),
            "reveal_upcoming": False,
        }


def scene_of(table: dict[str, Any]) -> Scene:
    """A block as a scene. Raises SceneError with the key."""
    strange = sorted(set(table) - set(Scene.model_fields))
    if strange:
        raise SceneError(strange[0], f"{strange[0]} is not known in a scene.")
    try:
        return Scene.model_validate(table)
    except ValidationError as error:
        first = error.errors()[0]
        where = [str(part) for part in first["loc"]] or ["do"]
        detail = first["msg"].removeprefix("Value error, ")
        raise SceneError(where[0], f"{'.'.join(where)}: {detail}.") from None


class SceneError(Exception):
    """An invalid scene, and the key at fault."""

    def __init__(self, key: str, detail: str) -> None:
        super().__init__(detail)
        self.key, self.detail = key, detail
