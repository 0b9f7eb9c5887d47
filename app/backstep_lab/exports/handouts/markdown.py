"""The worked solution as Markdown, its formulas between dollars as Jupyter, GitHub and Pandoc read them."""

from itertools import groupby

from backstep_lab.exports.handouts.worked_solution import SolutionLine, about, solution_lines
from backstep_lab.exports.scripts.program_inputs import title_of
from backstep_lab.i18n import catalogue
from backstep_lab.sessions.session import Session


def markdown(session: Session, lang: str) -> bytes:
    """A heading for each phase, a numbered step for each operation."""
    lines = enumerate(solution_lines(session, lang), start=1)
    parts = [f"# {title_of(session, lang)}", about(session, lang)]
    for phase, group in groupby(lines, key=lambda numbered: numbered[1].phase):
        parts.append(f"## {catalogue.say(lang, f'file-phase-{phase}')}")
        parts.extend(_step(ordinal, line) for ordinal, line in group)
    return ("\n\n".join(parts) + "\n").encode()


def _step(ordinal: int, line: SolutionLine) -> str:
    left, *rights = line.steps
    equation = " \\\\\n".join(f"&= {right}" for right in rights)
    words = f"**{ordinal}. {line.title}** {line.sentence}"
    return f"{words}\n\n$$\n\\begin{{aligned}}\n{left} {equation}\n\\end{{aligned}}\n$$"
