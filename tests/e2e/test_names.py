"""Names stand at their marks, and what a lesson does not need is absent."""

from playwright.sync_api import expect

from tests.e2e.lab import Lab


def test_a_lesson_has_its_words_in_the_picture_in_both_languages(lab: Lab) -> None:
    wanted = {
        "en": ["lemons", "sugar", "sour", "sweet", "points"],
        "zh-CN": ["柠檬", "糖", "酸", "甜", "分数"],
    }
    for lang, names in wanted.items():
        lab.page.goto(f"{lab.server.address}/lessons/network?lang={lang}")
        expect(lab.page.locator(".picture .unit-name")).to_have_text(names)


def test_all_numbers_that_a_passage_points_at_are_lit(lab: Lab) -> None:
    lab.page.goto(f"{lab.server.address}/lessons/network?lang=en&passage=2")
    lit = lab.page.locator(".picture .edge.pointed")
    expect(lit).to_have_count(2)
    assert sorted(mark.get_attribute("data-ref") or "" for mark in lit.all()) == ["W1[1,0]", "W1[1,1]"]
    lab.page.locator('.picture .neuron[data-ref="x[0]"]').hover()
    expect(lit).to_have_count(2)


def test_biases_and_loss_are_absent_until_a_lesson_needs_them(lab: Lab) -> None:
    picture = lab.page.locator(".picture")
    lab.page.goto(f"{lab.server.address}/lessons/network?lang=en&passage=9")
    expect(picture.locator(".neuron").first).to_be_visible()
    expect(picture.locator(".target")).to_have_count(1)
    for mark in (".bias", ".loss-node", ".term", ".example-loss"):
        expect(picture.locator(mark)).to_have_count(0)
    lab.page.goto(f"{lab.server.address}/lessons/perceptron?lang=en&passage=3")
    expect(picture.locator(".bias")).to_have_count(1)
    expect(picture.locator(".loss-node")).to_have_count(0)
    lab.page.goto(f"{lab.server.address}/lessons/cost?lang=en")
    expect(picture.locator(".loss-node")).to_have_count(1)


def test_a_learner_names_an_input_and_a_sentence_tells_it(lab: Lab) -> None:
    lab.open()
    lab.button("sheet-data").click()
    data = lab.page.get_by_role("dialog", name=lab.word("sheet-data"))
    data.get_by_text(lab.word("names-title"), exact=True).click()
    field = data.locator("details.names").get_by_label("x₁", exact=True)
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH" and answer.ok):
        field.fill("lemons")
        field.press("Enter")
    assert lab.session()["spec"]["names"]["inputs"] == ["lemons"]
    expect(lab.page.locator(".picture .unit-name")).to_have_text(["lemons"])
    lab.page.keyboard.press("Escape")
    lab.press("next-step")
    formula = lab.region("region-formula")
    expect(formula).to_contain_text("Input 1 (lemons) sends 0.05 along this edge")
    lab.page.locator('.picture .neuron[data-ref="x[0]"]').hover()
    expect(lab.page.locator(".picture")).to_have_attribute("title", "input 1 (lemons) · x[0]")
