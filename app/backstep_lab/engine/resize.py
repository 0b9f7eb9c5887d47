"""Another shape for a network that has learnt something: what stays keeps its numbers."""

from backstep_lab.engine.memory.arrays import frozen
from backstep_lab.engine.network import Network, Shape


def transfer_parameters(old: Network, fresh: Network) -> Network:
    """The network `fresh`, with the numbers of `old` wherever a weight or bias has stayed.

    With as many layers as before, layers are paired in order, and of each pair all weights and biases stay
    whose units are still there: units come and go at the end of a layer. With more or fewer layers those stay
    whole that have kept their size, counted from the inputs on and from the output back.
    """
    theta = fresh.theta.copy()
    news, olds = fresh.shape.matrices(theta), old.shape.matrices(old.theta)
    for to, source in _pairs(fresh.shape, old.shape):
        new, kept = news[to], olds[source]
        rows, columns = min(len(new), len(kept)), min(new.shape[1], kept.shape[1]) - 1
        new[:rows, :columns] = kept[:rows, :columns]
        new[:rows, -1] = kept[:rows, -1]
    return Network(fresh.shape, frozen(theta))


def _pairs(new: Shape, old: Shape) -> list[tuple[int, int]]:
    """Which layer of the new shape takes over which of the old one."""
    least = min(new.depth, old.depth)
    if new.depth == old.depth:
        return [(layer, layer) for layer in range(least)]
    # The output layer is left to the second count: it is the output layer still.
    front = _equal(new.pairs, old.pairs, least - 1)
    back = _equal(new.pairs[::-1], old.pairs[::-1], least - front)
    tail = [(new.depth - n, old.depth - n) for n in range(1, back + 1)]
    return [(layer, layer) for layer in range(front)] + tail


def _equal(some: list[tuple[int, int]], others: list[tuple[int, int]], most: int) -> int:
    """How many entries are equal from the start on, at most `most`."""
    for count in range(most):
        if some[count] != others[count]:
            return count
    return most
