"""Another example of the batch: the picture shows its numbers, at the same moment."""

from playwright.sync_api import Locator, expect

from tests.e2e.lab import Lab


def field(lab: Lab) -> Locator:
    return lab.page.get_by_role("spinbutton", name=lab.word("example"), exact=True)


def drawn(lab: Lab, ref: str) -> str:
    return next(text for other, _, text in lab.drawn() if other == ref and text)


def test_the_picture_shows_the_example_that_was_chosen(lab: Lab) -> None:
    lab.open("softmax")
    lab.press("forward-pass")
    step = lab.session()["position"]["step"]
    first = lab.session()["values"]["x"]
    assert lab.press("example-next") == [f"PATCH {lab.session_id}"]
    second = lab.session()
    assert second["position"]["focus"] == 1
    assert second["position"]["step"] == step
    assert second["values"]["x"] != first
    expect(field(lab)).to_have_value("2")
    for k, value in enumerate(second["values"]["x"]):
        # A narrow stage prints two digits of them.
        assert abs(float(drawn(lab, f"x[{k}]").replace("−", "-")) - value) < 5e-3
    outputs = second["values"]["a"][-1]
    last = len(second["values"]["a"])
    for k, value in enumerate(outputs):
        assert abs(float(drawn(lab, f"a{last}[{k}]")) - value) < 5e-3


def test_the_field_is_bounded_by_the_batch(lab: Lab) -> None:
    lab.open("xor", lang="zh-CN", focus="0")
    assert lab.session()["position"]["examples"] == 4
    expect(lab.button("example-previous")).to_be_disabled()
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH"):
        field(lab).fill("4")
        field(lab).press("Enter")
    assert lab.session()["position"]["focus"] == 3
    expect(lab.button("example-next")).to_be_disabled()
    field(lab).fill("9")
    field(lab).press("Enter")
    expect(field(lab)).to_have_value("4")
    assert [call for call in lab.changes if call.startswith("PATCH")] == [f"PATCH {lab.session_id}"]


def test_a_single_example_leaves_nothing_to_choose(lab: Lab) -> None:
    lab.open("mazur")
    expect(field(lab)).to_have_count(0)


def test_in_a_narrow_frame_it_stands_with_the_passes(lab: Lab) -> None:
    lab.page.set_viewport_size({"width": 360, "height": 740})
    lab.open("xor", focus="0")
    expect(field(lab)).to_have_count(0)
    lab.button("more-controls").click()
    expect(field(lab)).to_be_visible()
    lab.press("example-next")
    expect(field(lab)).to_have_value("2")
