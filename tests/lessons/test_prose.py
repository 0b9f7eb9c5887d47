"""The little Markdown of a passage."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from backstep_lab.lessons.prose import length, read


def test_terms_links_formulas_and_emphasis_become_elements() -> None:
    prose = read("A **weight**: [w](W1[0,1]), `z < w`, *now*.\n\nAnd on\nthe next line.")
    assert prose.html == (
        "<p>A <dfn>weight</dfn>: "
        '<span role="button" tabindex="0" class="mark-link" data-mark="W1[0,1]">w</span>, '
        '<code class="formula-words">z &lt; w</code>, <em>now</em>.</p><p>And on the next line.</p>'
    )
    assert (prose.strong, [link.ref for link in prose.links]) == (["weight"], ["W1[0,1]"])
    assert prose.plain == "A weight: w, , now.\nAnd on the next line.\n"


def test_lines_of_chinese_are_joined_without_a_space() -> None:
    assert read("看一看\n这个数").plain == "看一看这个数\n"


def test_words_that_are_a_number_are_known_as_one() -> None:
    words = {link.ref: link.number for link in read("[−8](a) [1,200.5](b) [8 points](c) [.5](d)").links}
    assert words == {"a": "-8", "b": "1200.5", "c": None, "d": None}


@given(st.text())
def test_no_text_becomes_html_of_its_own(text: str) -> None:
    html = read(text).html
    bare = Markup(html).striptags()
    assert "<script" not in html
    assert isinstance(bare, str)
    assert "<img" not in html


def test_length_counts_words_or_characters() -> None:
    assert length("one two-three 0.5", "en") == (3, 60)
    assert length("权重是 0.15，记作 w1。", "zh-CN") == (7, 110)
