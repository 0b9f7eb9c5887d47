"""Lessons: texts beside scenes on the live network, read from files and checked against the engine.

A lesson is a folder with a Markdown file for each language. `content/` has ours, in the
order of their numbers.
"""

from pathlib import Path

CONTENT = Path(__file__).parent / "content"
