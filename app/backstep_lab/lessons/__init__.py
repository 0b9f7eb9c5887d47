"""Lessons: texts beside scenes on the live network, read from files and checked against the engine.

A lesson is a folder with a Markdown file for each language. `content/` has ours, in the
order of their numbers; `introduction/` has the lesson of a first visit, which is in no list.
"""

from pathlib import Path

CONTENT = Path(__file__).parent / "content"
INTRODUCTION = Path(__file__).parent / "introduction" / "first-minute"
