"""The worked solution as a LaTeX document of standard packages."""

import re
from itertools import groupby

from backstep_lab.exports.handouts.worked_solution import SolutionLine, about, solution_lines
from backstep_lab.exports.scripts.program_inputs import title_of
from backstep_lab.i18n import catalogue
from backstep_lab.sessions.session import Session

_CLASS = {
    "en": "\\documentclass[11pt]{article}\n\\usepackage[T1]{fontenc}",
    "zh-CN": "% xelatex\n\\documentclass[UTF8]{ctexart}",
}
_WORDS = {
    **{mark: f"\\{mark}" for mark in "%&_#${}"},
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "−": "$-$",
    "×": "$\\times$",
    "·": "$\\cdot$",
    "∂": "$\\partial$",
    "Σ": "$\\Sigma$",
    "δ": "$\\delta$",
    "η": "$\\eta$",
    "λ": "$\\lambda$",
    "α": "$\\alpha$",
    "β": "$\\beta$",
    "τ": "$\\tau$",
    "ε": "$\\varepsilon$",
    "μ": "$\\mu$",
    "σ": "$\\sigma$",
    "√": "$\\surd$",
    "ℓ": "$\\ell$",
    "′": "$'$",
    "²": "$^2$",
}
_MARK = re.compile("|".join(map(re.escape, _WORDS)))


def latex(session: Session, lang: str) -> bytes:
    """A section for each phase, a numbered step for each operation."""
    parts = [
        f"{_CLASS[lang]}\n\\usepackage[a4paper,margin=2.5cm]{{geometry}}\n\\usepackage{{amsmath}}",
        "\\allowdisplaybreaks\n\\begin{document}",
        f"\\section*{{{words(title_of(session, lang))}}}",
        words(about(session, lang)),
    ]
    lines = enumerate(solution_lines(session, lang), start=1)
    for phase, group in groupby(lines, key=lambda numbered: numbered[1].phase):
        parts.append(f"\\subsection*{{{words(catalogue.say(lang, f'file-phase-{phase}'))}}}")
        parts.extend(_step(ordinal, line) for ordinal, line in group)
    return ("\n\n".join([*parts, "\\end{document}"]) + "\n").encode()


def _step(ordinal: int, line: SolutionLine) -> str:
    left, *rights = line.steps
    equation = " \\\\\n".join(f"&= {right}" for right in rights)
    text = f"\\noindent\\textbf{{{ordinal}. {words(line.title)}}} {words(line.sentence)}"
    return f"{text}\n\\begin{{align*}}\n{left} {equation}\n\\end{{align*}}"


def words(text: str) -> str:
    """Prose, with what LaTeX would read as its own escaped."""
    return _MARK.sub(lambda mark: _WORDS[mark[0]], text)
