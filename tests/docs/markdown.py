"""The little of Markdown that the documents' tests read."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def text_of(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def documents() -> list[Path]:
    """Every document of the repository."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def without_code(text: str) -> str:
    """The text without fenced blocks (of three or more backquotes) and without code spans."""
    unfenced = re.sub(r"^(```+).*?^\1$", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"(`+).*?\1", "", unfenced)


def tables(text: str) -> list[list[str]]:
    """Every table as its lines, header first."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.startswith("|"):
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [table for table in found if table]


def cells(table: list[str]) -> list[list[str]]:
    r"""The rows of a table below its header, as the texts of their cells. `\|` does not part cells."""
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in table[2:]]


def table_headed(text: str, header: str) -> list[str]:
    """The one table whose header is this."""
    (found,) = [table for table in tables(text) if table[0] == header]
    return found


def first_codes(table: list[str]) -> list[str]:
    """What stands in backquotes in the first cell of each row."""
    return [code for row in cells(table) for code in re.findall(r"`([^`]+)`", row[0])]


def shell_commands(text: str) -> list[str]:
    """The commands in a document's `sh` blocks, comments and continuations taken away."""
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = "\n".join(blocks).replace("\\\n", " ").splitlines()
    return [command for line in lines if (command := line.split("#")[0].strip())]
