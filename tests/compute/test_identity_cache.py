"""Values by the identity of what they were made from."""

import gc
import weakref

from backstep_lab.compute.identity_cache import ENTRY_BYTES, IdentityCache


class Source:
    """Equal to all others of its kind."""

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0


def test_a_value_is_found_by_the_very_objects_and_words_it_was_made_from() -> None:
    cache: IdentityCache[str] = IdentityCache(10_000)
    one, other = Source(), Source()
    cache.put("of one", 1, (one,), 3)
    assert cache.get((one,), 3) == "of one"
    assert cache.get((one,), 4) is None
    assert cache.get((other,), 3) is None
    assert cache.get((one, other), 3) is None


def test_sources_live_as_long_as_their_value_so_that_no_object_takes_their_identity() -> None:
    cache: IdentityCache[str] = IdentityCache(3 * ENTRY_BYTES)
    source = Source()
    seen = weakref.ref(source)
    cache.put("kept", 1, (source,))
    del source
    gc.collect()
    assert seen() is not None
    for number in range(3):
        cache.put("later", 1, (), number)
    gc.collect()
    assert seen() is None


def test_it_is_bounded_and_forgets_what_was_used_longest_ago() -> None:
    cache: IdentityCache[int] = IdentityCache(3 * (ENTRY_BYTES + 100))
    for number in range(3):
        cache.put(number, 100, (), number)
    assert cache.get((), 0) == 0
    cache.put(3, 100, (), 3)
    assert [cache.get((), number) for number in range(4)] == [0, None, 2, 3]
    assert cache.bytes <= 3 * (ENTRY_BYTES + 100)
