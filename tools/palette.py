"""The colours of the server's pictures, from the page's own.

python -m tools.palette          write app/backstep_lab/exports/images/palette.py from static/css/tokens.css
python -m tools.palette --check  fail when it differs from what would be written
"""

import re
import sys
from pathlib import Path
from typing import get_args

from backstep_lab.exports.images.marks import Tone

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "static" / "css" / "tokens.css"
TARGET = ROOT / "app" / "backstep_lab" / "exports" / "images" / "palette.py"
TOKENS = {"quiet": "ink-quiet", "line": "line-strong"}  # where a tone is not called as its token

HEAD = '''"""The colours of a still picture. Generated from static/css/tokens.css by `make types`."""

from backstep_lab.exports.images.marks import Tone

Palette = dict[Tone, str]
'''


def text(tokens: str) -> str:
    """The module, for the text of tokens.css."""
    pairs = {
        name: (light, dark)
        for name, light, dark in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);", tokens)
    }
    colours = {tone: pairs[TOKENS.get(tone, tone)] for tone in get_args(Tone)}
    return HEAD + "\n" + _table("LIGHT", colours, 0) + _table("DARK", colours, 1)


def _table(name: str, colours: dict[str, tuple[str, str]], theme: int) -> str:
    lines = (f'    "{tone}": "{pair[theme]}",\n' for tone, pair in colours.items())
    return f"{name}: Palette = {{\n{''.join(lines)}}}\n"


def main(check: bool) -> None:
    wanted = text(SOURCE.read_text(encoding="utf-8"))
    if not check:
        TARGET.write_text(wanted, encoding="utf-8")
    elif TARGET.read_text(encoding="utf-8") != wanted:
        sys.exit(f"{TARGET.relative_to(ROOT)} has not the colours of the page. Write it with: make types")


if __name__ == "__main__":
    main(check="--check" in sys.argv[1:])
