"""The choices: presets, activations, losses, initializers, data sets."""

from typing import Any, Literal

from pydantic import Field

from backstep_lab.config import limits
from backstep_lab.engine.datasets.examples import DATASETS
from backstep_lab.engine.functions.activations import ACTIVATIONS
from backstep_lab.engine.functions.conventions import ALPHAS, ONE_REDUCTION
from backstep_lab.engine.functions.losses import LOSSES
from backstep_lab.engine.initializers import INITIALIZERS
from backstep_lab.presets import PRESETS, Preset
from backstep_lab.spec.base import Seed, Wire
from backstep_lab.spec.errors import NotFound
from backstep_lab.spec.fields import BatchSize, InitializerName, LossName
from backstep_lab.spec.model import Layer, OptimizerSpec, TrainingSpec
from backstep_lab.stepping.formulas.mathml import mathml
from backstep_lab.wire.thumbnails import Thumbnail, thumbnail


class PresetSource(Wire):
    """The text that a preset follows."""

    author: str = Field(description="Who wrote it.")
    title: str = Field(description="Its title.")
    year: int = Field(description="The year it appeared.")
    url: str = Field(description="Where it can be read.")


class PresetSummary(Wire):
    """A network or graph to begin with."""

    name: str = Field(description="Its name in addresses.")
    title: str = Field(description="Its title, in the language asked for.")
    summary: str = Field(description="Its story, in the language asked for.")
    source: PresetSource | None = Field(description="The text it follows; null where it is our own.")
    model: Literal["network", "graph"] = Field(description="The kind of model.")
    sizes: list[int] = Field(description="Units of each layer, the inputs first; empty for a graph.")
    data: str | None = Field(description="Its data set; `custom` for examples of its own, null for a graph.")
    examples: int | None = Field(description="How many of its own; null for a data set.")
    figures: int = Field(description="How many published figures it is held against.")


class ActivationInfo(Wire):
    """An activation function."""

    name: str = Field(description="Its name.")
    formula: str = Field(description="a = f(z), LaTeX.")
    slope_formula: str = Field(description="f′(z), LaTeX.")
    alpha: float | None = Field(description="Its usual α, which a layer may replace; null where it has none.")
    last_layer_only: bool = Field(
        description="Whether it takes a whole layer at once, so that it can only come last."
    )


class LossInfo(Wire):
    """A loss of one example."""

    name: str = Field(description="Its name.")
    formula: str = Field(description="ℓ(a, y), LaTeX.")
    slope_formula: str = Field(description="∂ℓ/∂a, LaTeX; empty for a rule, which has none.")
    reduction: str = Field(
        description="Whether the outputs' terms are added up (`sum`) or averaged (`mean`)."
    )
    needs: str | None = Field(description="The output activation it is tied to, if any.")
    is_rule: bool = Field(description="Whether it is a rule for a single layer, without slopes.")
    reductions: list[str] = Field(description="What one may choose instead of `reduction`, itself included.")
    delta: float | None = Field(
        description="Its usual δ, which `huber_delta` may replace; null where it has none."
    )
    target_range: list[float] | None = Field(description="The closed range of a target; null for any number.")


class InitializerInfo(Wire):
    """How weights start."""

    name: str = Field(description="Its name.")
    formula: str = Field(description="The distribution, LaTeX.")
    formula_mathml: str = Field(description="The same in MathML, without the element `math`.")
    bias: float = Field(description="Where every bias starts.")


class DatasetOption(Wire):
    """What a data set lets one choose."""

    name: str = Field(description="The field in `data`.")
    kind: str = Field(description="`integer`, `choice` (one of) or `choices` (several of).")
    default: int | str | list[str] = Field(description="What is taken unless given.")
    minimum: int | None = Field(description="The lowest whole number.")
    maximum: int | None = Field(description="The highest whole number.")
    choices: list[str] = Field(description="What there is to choose.")


class NetworkSuggestion(Wire):
    """A suggested network for a data set."""

    layers: list[Layer] = Field(description="Its layers, the output last.")
    loss: LossName = Field(description="Its loss.")
    learning_rate: float = Field(description="η, the length of a step.")
    batch_size: BatchSize = Field(description="Examples in one iteration, or `all`.")
    shuffle: bool = Field(description="Whether each epoch takes the examples in a new order.")
    initializer: InitializerName = Field(description="How its weights start.")
    seed: Seed = Field(description="Seed of the initializer.")
    training: TrainingSpec = Field(description="All of its training settings, as an edit takes them.")
    iterations: int = Field(description="Within so many iterations it reaches `accuracy`.")
    accuracy: float = Field(
        description="Accuracy on the training examples; of values R². With default options."
    )


class DatasetInfo(Wire):
    """A data set."""

    name: str = Field(description="Its name.")
    samples: int = Field(description="How many examples it makes unless given.")
    max_samples: int = Field(description="The most it can make.")
    inputs: int = Field(description="Inputs of an example, unless columns or features are chosen.")
    regression: bool = Field(description="Whether its targets are values, and not classes.")
    options: list[DatasetOption] = Field(description="What it lets one choose.")
    suggested: NetworkSuggestion = Field(description="A network that learns it.")
    thumbnail: Thumbnail = Field(description="Its small picture.")


class Limits(Wire):
    """Every bound on a request."""

    layers: int = Field(default=limits.MAX_LAYERS, description="Layers with weights.")
    units: int = Field(default=limits.MAX_UNITS, description="Units in a layer.")
    inputs: int = Field(default=limits.MAX_INPUTS, description="Inputs of a network.")
    parameters: int = Field(default=limits.MAX_PARAMETERS, description="Weights and biases together.")
    examples: int = Field(default=limits.MAX_EXAMPLES, description="Examples of a generated data set.")
    custom_numbers: int = Field(default=limits.MAX_CUSTOM_NUMBERS, description="Numbers in X and Y together.")
    batch_numbers: int = Field(
        default=limits.MAX_BATCH_NUMBERS,
        description="Examples of a batch times units of the network, inputs included.",
    )
    number: float = Field(
        default=limits.MAX_NUMBER, description="Absolute value of a parameter, input or target."
    )
    iteration: int = Field(default=limits.MAX_ITERATION, description="A session's furthest iteration.")
    train_iterations: int = Field(
        default=limits.MAX_TRAIN_ITERATIONS, description="Iterations in one training call."
    )
    ahead: int = Field(
        default=limits.MAX_AHEAD, description="Iterations that a seek or a step may run at once."
    )
    count: int = Field(default=limits.MAX_COUNT, description="Units in one step call.")
    edits: int = Field(default=limits.MAX_EDITS, description="Edits in a session's history.")
    changes: int = Field(default=limits.MAX_CHANGES, description="Numbers in one edit.")
    ref: int = Field(default=limits.MAX_REF, description="Characters of a ref.")
    paths: int = Field(default=limits.PATHS_SHOWN, description="Paths of a gradient that are written out.")
    shares: int = Field(default=limits.SHARES_SHOWN, description="Examples of a gradient given one by one.")
    resolution: int = Field(default=limits.MAX_RESOLUTION, description="Points along a loss surface's side.")
    span: float = Field(default=limits.MAX_SPAN, description="How far a slice or a surface reaches.")
    plane_resolution: int = Field(default=limits.PLANE_POINTS, description="Points along a heat map's side.")
    plane_numbers: int = Field(
        default=limits.PLANE_NUMBERS, description="Numbers of all heat maps in one answer."
    )
    plane_units: int = Field(default=limits.PLANE_MAPS, description="Heat maps in one answer.")
    train_seconds: float = Field(description="Seconds that one call may compute.")
    body_bytes: int = Field(description="Bytes of a request's body.")


def preset_summary(preset: Preset, title: str, summary: str) -> PresetSummary:
    """A preset, with its words in the reader's language."""
    source = preset.source
    network, data = preset.network or {}, preset.data or {}
    layers = [layer["units"] for layer in network.get("layers", ())]
    return PresetSummary(
        name=preset.name,
        title=title,
        summary=summary,
        source=None
        if source is None
        else PresetSource(author=source.author, title=source.title, year=source.year, url=str(source.url)),
        model="network" if preset.graph is None else "graph",
        sizes=[network["inputs"], *layers] if network else [],
        data=data.get("name"),
        examples=len(data["X"]) if "X" in data else None,
        figures=len(preset.published),
    )


def activations() -> list[ActivationInfo]:
    """All activation functions."""
    return [
        ActivationInfo(
            name=a.name,
            formula=a.formula,
            slope_formula=a.slope_formula,
            alpha=ALPHAS.get(a.name),
            last_layer_only=a.is_softmax,
        )
        for a in ACTIVATIONS.values()
    ]


def losses() -> list[LossInfo]:
    """All losses."""
    return [
        LossInfo(
            name=loss.name,
            formula=loss.formula,
            slope_formula=loss.slope_formula,
            reduction=loss.reduction,
            needs=loss.needs,
            is_rule=loss.is_rule,
            delta=None if loss.tail is None else loss.tail.error,
            reductions=["sum"] if loss.name in ONE_REDUCTION else ["sum", "mean"],
            target_range=None if loss.target_range is None else list(loss.target_range),
        )
        for loss in LOSSES.values()
    ]


def initializers() -> list[InitializerInfo]:
    """All initializers."""
    return [
        InitializerInfo(name=i.name, formula=i.formula, formula_mathml=mathml(i.formula), bias=i.bias)
        for i in INITIALIZERS.values()
    ]


def datasets() -> list[DatasetInfo]:
    """All data sets that have a name of their own."""
    return [
        DatasetInfo(
            name=d.name,
            samples=d.samples,
            max_samples=d.max_samples,
            inputs=d.inputs,
            regression=d.is_regression,
            options=[_option(o) for o in d.every_option],
            suggested=_suggested(d.suggested),
            thumbnail=thumbnail(d.name),
        )
        for d in DATASETS.values()
    ]


def _suggested(network: Any) -> NetworkSuggestion:
    """Every setting, since an edit keeps what it leaves out: frozen biases, a penalty, another optimizer."""
    training = TrainingSpec(
        optimizer=OptimizerSpec(name="sgd", learning_rate=network.learning_rate),
        batch_size=network.batch_size,
        shuffle=network.shuffle,
    )
    return NetworkSuggestion(
        layers=[Layer(units=units, activation=activation) for units, activation in network.layers],
        loss=network.loss,
        learning_rate=network.learning_rate,
        batch_size=network.batch_size,
        shuffle=network.shuffle,
        initializer=network.initializer,
        seed=network.seed,
        training=training,
        iterations=network.iterations,
        accuracy=network.accuracy,
    )


def _option(option: Any) -> DatasetOption:
    default = list(option.default) if isinstance(option.default, tuple) else option.default
    return DatasetOption(
        name=option.name,
        kind=option.kind,
        default=default,
        minimum=option.minimum,
        maximum=option.maximum,
        choices=list(option.choices),
    )


def presets_in(say: Any) -> list[PresetSummary]:
    """All presets; `say` gives the words for a key."""
    return [preset_in(name, say) for name in PRESETS]


def preset_in(name: str, say: Any) -> PresetSummary:
    """The preset of this name. Raises NotFound."""
    preset = PRESETS.get(name)
    if preset is None:
        raise NotFound.preset(name, list(PRESETS))
    return preset_summary(preset, say(preset.title_key), say(preset.story_key))
