"""The collector of cycles: no pass through everything while people are answered, no cycle that stays."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from backstep_lab.web.cycle_collector import NEW_PASSES, CycleCollector


class Node:
    """One of two objects that refer to each other."""

    partner: "Node"


def cycle() -> weakref.ref[Node]:
    one, other = Node(), Node()
    one.partner, other.partner = other, one
    return weakref.ref(one)


@pytest.fixture
def collector() -> Iterator[CycleCollector]:
    collector = CycleCollector()
    collector.start()
    yield collector
    collector.stop()


def passes_through_everything() -> int:
    return int(gc.get_stats()[2]["collections"])


def many_objects() -> list[list[int]]:
    """More than Python's own thresholds let pass without a collection of all."""
    return [[number] for number in range(400_000)]


def test_objects_that_stay_are_not_all_looked_through_again_and_again(collector: CycleCollector) -> None:
    before = passes_through_everything()
    kept = many_objects()
    assert passes_through_everything() == before
    collector.stop()
    kept += many_objects()
    assert passes_through_everything() > before


def test_a_new_cycle_is_freed_by_the_next_pass(collector: CycleCollector) -> None:
    lost = cycle()
    assert lost() is not None
    collector.pass_over()
    assert lost() is None


def test_a_cycle_that_was_kept_for_a_while_is_freed_by_the_pass_through_everything(
    collector: CycleCollector,
) -> None:
    kept = cycle()
    held = kept()
    collector.pass_over()
    del held
    for _ in range(NEW_PASSES - 2):
        collector.pass_over()
    assert kept() is not None
    collector.pass_over()
    assert kept() is None


def test_collecting_is_left_as_it_was() -> None:
    before = gc.get_threshold()
    collector = CycleCollector()
    collector.start()
    assert gc.get_threshold() != before
    collector.stop()
    assert (gc.get_threshold(), gc.get_freeze_count()) == (before, 0)
