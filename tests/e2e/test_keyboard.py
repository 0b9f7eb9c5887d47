"""The page without a mouse."""

from playwright.sync_api import expect

from tests.e2e.lab import Lab

MOST_STOPS = 60


_NAME = """() => {
  const focused = document.activeElement;
  return focused.getAttribute('aria-label') ?? focused.textContent.trim();
}"""
_DESCRIPTION = (
    "() => document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent"
)


def tab_to(lab: Lab, name: str) -> None:
    """Press Tab until the control of that name has the focus."""
    for _ in range(MOST_STOPS):
        lab.page.keyboard.press("Tab")
        if focused_name(lab) == name:
            return
    raise AssertionError(f"Tab does not lead to {name}")


def focused_name(lab: Lab) -> str:
    name: str = lab.page.evaluate(_NAME)
    return name


def test_a_whole_iteration_by_keyboard(lab: Lab) -> None:
    lab.open()
    tab_to(lab, lab.word("skip-steps"))
    lab.page.keyboard.press("Enter")
    expect(lab.button("next-step")).to_be_focused()
    for step in range(1, 56):
        with lab.page.expect_response(lambda answer: answer.url.endswith("/step")):
            lab.page.keyboard.press("Enter" if step % 2 else "ArrowRight")
        assert lab.session()["position"]["step"] == step
    with lab.page.expect_response(lambda answer: answer.url.endswith("/back")):
        lab.page.keyboard.press("ArrowLeft")
    assert lab.session()["position"]["step"] == 54


def test_the_keyboard_network_is_one_tab_stop_and_arrows_move_in_it(lab: Lab) -> None:
    lab.open()
    tab_to(lab, "neuron x[0]")
    focused = [focused_name(lab)]
    for key in (
        "ArrowRight",
        "ArrowRight",
        "ArrowRight",
        "ArrowDown",
        "ArrowRight",
        "ArrowDown",
        "ArrowLeft",
        "Home",
    ):
        lab.page.keyboard.press(key)
        focused.append(focused_name(lab))
    assert focused == [
        "neuron x[0]", "weight W1[0,0]", "neuron a1[0]", "weight W2[0,0]", "weight W2[0,1]", "neuron a2[0]",
        "neuron a2[1]", "weight W2[1,1]", "neuron x[0]",
    ]  # fmt: skip
    lab.page.keyboard.press("Tab")
    assert not focused_name(lab).startswith(("neuron", "weight"))
    assert "POST step" not in lab.changes


def test_the_mark_in_hand_lights_up_and_is_reported_with_its_numbers(lab: Lab) -> None:
    lab.open()
    lab.press("forward-pass")
    lab.page.get_by_role("button", name="neuron a1[0]", exact=True).focus()
    expect(lab.page.locator('.picture .neuron[data-ref="a1[0]"]')).to_have_class(r"neuron positive pointed")
    description = lab.page.evaluate(_DESCRIPTION)
    assert "activation 0.593" in description
    assert "weighted sum 0.378" in description


def test_enter_opens_the_inspector_and_escape_leads_back(lab: Lab) -> None:
    lab.open()
    lab.press("forward-pass")
    tab_to(lab, "neuron x[0]")
    lab.page.keyboard.press("ArrowRight")
    lab.page.keyboard.press("Enter")
    inspector = lab.region("region-inspector")
    expect(inspector.get_by_role("heading", level=2)).to_be_focused()
    expect(inspector).to_contain_text("0.15")
    lab.page.keyboard.press("Escape")
    expect(lab.page.get_by_role("button", name="weight W1[0,0]", exact=True)).to_be_focused()


def test_a_weight_is_changed_by_keyboard(lab: Lab) -> None:
    lab.open()
    lab.page.get_by_role("button", name="weight W1[0,0]", exact=True).focus()
    lab.page.keyboard.press("Enter")
    expect(lab.region("region-inspector").get_by_role("heading", level=2)).to_be_focused()
    field = lab.region("region-inspector").get_by_role("textbox")
    for _ in range(MOST_STOPS):
        lab.page.keyboard.press("Tab")
        if field.evaluate("field => field === document.activeElement"):
            break
    lab.page.keyboard.press("ControlOrMeta+a")
    lab.page.keyboard.type("0.4")
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH"):
        lab.page.keyboard.press("Enter")
    assert lab.session()["parameters"]["W"][0][0][0] == 0.4
