"""The files of the built page."""

import gzip
from pathlib import Path

DIST = Path(__file__).resolve().parents[2] / "static" / "dist"
AT_ONCE = b"//# allFunctionsCalledOnLoad\n"  # counts in the first line alone


def test_a_packed_copy_is_that_of_its_file() -> None:
    copies = [*DIST.rglob("*.gz")]
    assert len(copies) > 50
    for copy in copies:
        assert gzip.decompress(copy.read_bytes()) == copy.with_suffix("").read_bytes()
    for copy in [*copies, *DIST.rglob("*.br")]:
        assert copy.stat().st_size < copy.with_suffix("").stat().st_size


def test_what_the_page_begins_with_is_compiled_beside_the_main_thread() -> None:
    for name in ("start", "panels", "frame"):
        (script,) = DIST.glob(f"assets/{name}-*.js")
        assert script.read_bytes().startswith(AT_ONCE), name
    assert not any(script.read_bytes().startswith(AT_ONCE) for script in DIST.glob("assets/*Sheet-*.js"))
