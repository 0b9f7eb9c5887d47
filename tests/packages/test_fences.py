"""Which fenced blocks of a page of MkDocs are taken for moments."""

from backstep_embed.mkdocs.fences import Fence, replace_fences


def fences_in(markdown: str) -> list[Fence]:
    found: list[Fence] = []

    def write(fence: Fence) -> str:
        found.append(fence)
        return ""

    replace_fences(markdown, write)
    return found


def test_a_fence_has_its_preset_and_its_options() -> None:
    text = "a\n\n```backstep mazur\nstep: 21\ntitle: a: b\n\n```\n\n~~~~ backstep\nlesson: cost\n~~~~\n"
    assert fences_in(text) == [
        Fence(3, {"step": "21", "title": "a: b", "preset": "mazur"}, ()),
        Fence(9, {"lesson": "cost"}, ()),
    ]


def test_after_an_empty_line_stands_a_program_with_its_indents() -> None:
    program = "h = 1\n\nfor t in range(2):\n    h = h*a"
    inside = "\n".join(f"  {line}".rstrip() for line in f"values: a:2\n\n{program}".split("\n"))
    assert fences_in(f"  ```backstep\n{inside}\n  ```") == [Fence(1, {"values": "a:2", "expr": program}, ())]


def test_what_is_no_option_is_kept_apart() -> None:
    assert fences_in("```backstep xor twice\nstep 21\n```") == [
        Fence(1, {"preset": "xor"}, ("twice", "step 21"))
    ]


def test_only_the_fence_itself_is_replaced_in_its_place() -> None:
    text = "- a\n\n    ```backstep xor\n    ```\n\n```python\nx\n```\n"
    assert replace_fences(text, lambda fence: "<b>") == "- a\n\n    <b>\n\n```python\nx\n```\n"


def test_an_example_of_a_fence_and_an_open_fence_stay() -> None:
    example = "````\n```backstep xor\n```\n````\n"
    assert replace_fences(example, lambda fence: "") == example
    open_at_the_end = "a `backstep` and\n\n```backstep xor\nstep: 1\n"
    assert replace_fences(open_at_the_end, lambda fence: "") == open_at_the_end
    other_language = "```backsteps\n```\n"
    assert replace_fences(other_language, lambda fence: "") == other_language
