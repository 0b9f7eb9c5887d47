"""A cache bounded in bytes: what goes, in which order, and how bytes are counted."""

from backstep_lab.compute.bounded_cache import BoundedCache


def filled(max_bytes: int, least: int = 0) -> BoundedCache[str, str]:
    cache: BoundedCache[str, str] = BoundedCache(max_bytes, least)
    for name in "abc":
        cache.put(name, name.upper(), 10)
    return cache


def kept(cache: BoundedCache[str, str]) -> str:
    return "".join(name for name in "abcd" if cache.get(name) is not None)


def test_what_was_put_in_longest_ago_goes_and_is_named() -> None:
    cache = filled(30)
    assert cache.put("d", "D", 20) == ["A", "B"]
    assert (kept(cache), len(cache), cache.bytes) == ("cd", 2, 30)


def test_what_was_touched_is_not_the_oldest_any_more() -> None:
    cache = filled(30)
    cache.touch("a")
    assert cache.put("d", "D", 10) == ["B"]


def test_a_value_put_again_is_counted_once_and_is_the_newest() -> None:
    cache = filled(30)
    assert cache.put("a", "A", 5) == []
    assert cache.bytes == 25
    assert cache.put("d", "D", 10) == ["B"]


def test_a_value_larger_than_the_bound_stays_only_where_one_must() -> None:
    assert filled(30).put("d", "D", 40) == ["A", "B", "C", "D"]
    cache = filled(30, least=1)
    assert cache.put("d", "D", 40) == ["A", "B", "C"]
    assert (kept(cache), cache.bytes) == ("d", 40)


def test_what_is_dropped_frees_its_bytes_once() -> None:
    cache = filled(30)
    cache.drop("b")
    cache.drop("b")
    assert (kept(cache), cache.bytes) == ("ac", 20)
