"""The handouts: every formula in them is LaTeX, and their prose has no sign that LaTeX would not print."""

import re

import pytest

from backstep_lab.exports.handouts.latex import latex
from backstep_lab.exports.handouts.markdown import markdown
from backstep_lab.sessions.session import Session
from tests.exports.sessions import CASES, session_of
from tests.latex.engine import refused

# beyond ASCII: what pdflatex prints from UTF-8 as it stands
PRINTED = set("“”‘’–—…é")


def sessions() -> list[Session]:
    return [session_of(case) for case in CASES]


def test_tex_accepts_every_formula_of_every_handout() -> None:
    formulas: set[str] = set()
    for session in sessions():
        for lang in ("en", "zh-CN"):
            text = latex(session, lang).decode()
            shown = re.findall(r"\\begin\{align\*\}.*?\\end\{align\*\}", text, re.DOTALL)
            prose = re.sub(r"\\begin\{align\*\}.*?\\end\{align\*\}", "", text, flags=re.DOTALL)
            formulas |= {*shown, *re.findall(r"(?<!\\)\$(.+?)(?<!\\)\$", prose)}
            formulas |= set(re.findall(r"\$\$\n(.*?)\n\$\$", markdown(session, lang).decode(), re.DOTALL))
    assert len(formulas) > 500
    assert refused(formulas) == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_prose_of_an_english_handout_has_only_signs_that_latex_prints(case: str) -> None:
    text = latex(session_of(case), "en").decode()
    assert {sign for sign in text if not sign.isascii()} <= PRINTED


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_braces_and_dollars_of_a_handout_are_paired(lang: str) -> None:
    for session in sessions():
        text = re.sub(r"\\[\\{}$]", "", latex(session, lang).decode())
        assert (text.count("{"), text.count("$") % 2) == (text.count("}"), 0)
