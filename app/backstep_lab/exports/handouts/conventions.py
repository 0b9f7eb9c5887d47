"""The conventions of a session that differ from the usual ones, as sentences."""

from collections.abc import Iterator
from typing import Any

from backstep_lab.i18n import catalogue
from backstep_lab.i18n.shown_index import shown_index
from backstep_lab.spec.model import Network, Spec

Sentence = tuple[str, dict[str, Any]]  # a message key and its arguments


def conventions(spec: Spec, lang: str) -> str:
    """What was chosen, in the order of an iteration; empty where everything is usual."""
    return " ".join(catalogue.say(lang, key, **args) for key, args in _of_network(spec.network))


def _of_network(network: Network) -> Iterator[Sentence]:
    for number, layer in enumerate(network.layers):
        if layer.alpha is not None:
            yield "convention-alpha", {"layer": shown_index(number), "alpha": f"{layer.alpha:g}"}
    if network.reduction is not None:
        yield f"convention-{network.reduction}", {}
    if network.huber_delta is not None:
        yield "convention-huber-delta", {"delta": f"{network.huber_delta:g}"}
