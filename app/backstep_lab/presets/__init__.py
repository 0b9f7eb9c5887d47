"""Ready-made networks and computation graphs: one JSON file each, read and validated at import.

Titles and stories are in the catalogues (`presets.ftl`): `preset-<name>-title` and `preset-<name>-story`.
"""

from pathlib import Path
from types import MappingProxyType

from backstep_lab.presets.preset import Figure, Preset, PresetSource

__all__ = ["DEFAULT", "PRESETS", "Figure", "Preset", "PresetSource"]

_NETWORKS = (  # the worked example first, then from one neuron to deep networks
    "mazur",
    "linear-by-hand",
    "and-perceptron",
    "perceptron-rule",
    "nielsen-neuron",
    "micrograd-neuron",
    "cs231n-neuron",
    "macleod",
    "errors-in-print",
    "errors-in-print-softmax",
    "errors-in-print-hidden",
    "xor",
    "playground",
    "softmax",
    "deep",
    "digits",
)
_GRAPHS = (  # from expressions over networks to what larger models are made of
    "cs231n-circuit",
    "cs231n-max",
    "olah",
    "cs224n",
    "baydin",
    "micrograd-expression",
    "micrograd-readme",
    "apples-and-oranges",
    "power",
    "cs231n-gates",
    "mazur-graph",
    "residual",
    "convolution",
    "convolution-pooling",
    "rnn-two-steps",
    "rnn-three-steps",
    "lstm",
    "batch-norm",
    "layer-norm",
    "dropout",
    "embedding",
    "softmax-cross-entropy",
    "attention",
    "attention-causal",
    "attention-three-tokens",
    "attention-causal-three-tokens",
)
ORDER = (*_NETWORKS, *_GRAPHS)  # as offered
DEFAULT = ORDER[0]


def _load(folder: Path) -> dict[str, Preset]:
    names = {file.stem for file in folder.glob("*.json")}
    assert names == set(ORDER), (
        f"preset files {sorted(names)} and their order {sorted(ORDER)} must be the same"
    )
    presets = {}
    for name in ORDER:
        preset = Preset.model_validate_json((folder / f"{name}.json").read_bytes())
        assert preset.name == name, f"the file {name}.json holds the preset '{preset.name}'"
        presets[name] = preset
    return presets


PRESETS = MappingProxyType(_load(Path(__file__).parent))
