"""The conventions of a session that differ from the usual ones, as sentences."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from backstep_lab.engine.optimizers import OPTIMIZERS
from backstep_lab.i18n import catalogue
from backstep_lab.i18n.shown_index import shown_index
from backstep_lab.spec.model import NetworkSpec, Spec, TrainingSpec

Sentence = tuple[str, dict[str, Any]]  # a message key and its arguments


def conventions(spec: Spec, lang: str) -> str:
    """What was chosen, in the order of an iteration; empty where everything is usual."""
    chosen = (*_of_network(spec.network), *_of_training(spec.training))
    return " ".join(catalogue.say(lang, key, **args) for key, args in chosen)


def _of_network(network: NetworkSpec) -> Iterator[Sentence]:
    for number, layer in enumerate(network.layers):
        if layer.alpha is not None:
            yield "convention-alpha", {"layer": shown_index(number), "alpha": f"{layer.alpha:g}"}
    if network.reduction is not None:
        yield f"convention-{network.reduction}", {}
    if network.batch_reduction == "sum":
        yield "convention-batch-sum", {}
    if network.huber_delta is not None:
        yield "convention-huber-delta", {"delta": f"{network.huber_delta:g}"}


def _of_training(training: TrainingSpec) -> Iterator[Sentence]:
    optimizer = training.optimizer
    own = {field.name for field in fields(OPTIMIZERS[optimizer.name])}
    if "dampening" in own and optimizer.dampening:
        yield "convention-dampening", {"dampening": f"{optimizer.dampening:g}"}
    for memory, value in (("m", optimizer.first_m), ("v", optimizer.first_v)):
        if f"first_{memory}" in own and value:
            yield "convention-first-memory", {"memory": memory, "value": f"{value:g}"}
    if "epsilon" in own and optimizer.epsilon == 0.0:
        yield "convention-no-epsilon", {}
    if training.frozen:
        yield "convention-frozen", {"refs": ", ".join(training.frozen)}
