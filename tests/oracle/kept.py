"""Some of the oracle's figures, kept in a file, for checking where there is no PyTorch."""

from pathlib import Path

import numpy as np

from tests.oracle.cases import COUNT, Array, Case, case

FILE = Path(__file__).with_name("figures.npz")
KEPT = 60
LARGEST = 2000  # numbers in a case, which keeps the file under 300 KB

RELATIVE, ABSOLUTE = 1e-12, 1e-14  # absolute near 0: a few roundings of numbers about 1


def small_cases() -> list[Case]:
    """The first cases with few enough numbers to be kept."""
    cases = (case(number) for number in range(COUNT))
    small = [one for one in cases if sum(array.size for array in one.figures.values()) <= LARGEST]
    assert len(small) >= KEPT, f"only {len(small)} cases have at most {LARGEST} numbers"
    return small[:KEPT]


def write(figures: dict[int, dict[str, Array]]) -> None:
    """Keep these figures: for each case one vector, its names in their order."""
    vectors = {
        str(number): np.concatenate([a.ravel() for a in named.values()]) for number, named in figures.items()
    }
    np.savez_compressed(FILE, allow_pickle=False, **vectors)


def read() -> dict[int, dict[str, Array]]:
    """The figures kept, by number of the case and name."""
    with np.load(FILE, allow_pickle=False) as vectors:
        return {int(number): _named(case(int(number)), vectors[number]) for number in vectors.files}


def _named(one: Case, vector: Array) -> dict[str, Array]:
    shapes = {name: array.shape for name, array in one.figures.items()}
    ends = np.cumsum([np.prod(shape, dtype=int) for shape in shapes.values()])
    assert ends[-1] == vector.size, f"case {one.number} has {ends[-1]} numbers, the file {vector.size}"
    parts = np.split(vector, ends[:-1])
    return {name: part.reshape(shape) for (name, shape), part in zip(shapes.items(), parts, strict=True)}


def differences(ours: dict[str, Array], theirs: dict[str, Array]) -> list[str]:
    """Where the figures differ: a line for each name, with the worst pair of numbers."""
    lines = [f"only one side has {name}" for name in sorted(ours.keys() ^ theirs.keys())]
    for name in sorted(ours.keys() & theirs.keys()):
        a, b = ours[name], theirs[name]
        if a.shape != b.shape:
            lines.append(f"{name}: shapes {a.shape} and {b.shape}")
            continue
        excess = abs(a - b) - (ABSOLUTE + RELATIVE * abs(b))
        if not (excess <= 0).all():
            worst = np.unravel_index(int(np.nanargmax(excess)), excess.shape)
            lines.append(f"{name}{[int(i) for i in worst]}: {a[worst]!r} and {b[worst]!r}")
    return lines
