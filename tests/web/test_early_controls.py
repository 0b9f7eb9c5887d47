"""What a page has for steps that are asked for before its scripts are there, by its kind."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post
from tests.web.test_pages import initial

NEXT = '<button type="button" class="button next primary">'
NUMBER = 'data-3="'


def said(html: str) -> dict[str, str]:
    """What the inline script is told."""
    (attributes,) = re.findall(r"<script((?: data-[a-z]+=\"[^\"]*\")*)>", html)
    return dict(re.findall(r'data-([a-z]+)="([^"]*)"', attributes))


@pytest.mark.parametrize(
    ("path", "button", "number", "expected"),
    [
        ("/", True, True, {"kept": "mazur", "introduces": "1"}),
        ("/?lang=zh-CN&digits=6", True, True, {"kept": "mazur", "introduces": "1", "digits": "6"}),
        ("/?preset=xor", True, True, {"kept": "xor"}),
        ("/p/xor", True, True, {"kept": "xor"}),
        ("/graph", True, True, {"kept": "graph"}),
        ("/p/olah", True, True, {"kept": "olah"}),
        ("/embed", True, True, {"kept": ""}),
        ("/embed?expr=a*b&values=a:2,b:3", True, True, {"kept": ""}),
        ("/embed?controls=step", True, True, {"kept": ""}),
        ("/embed?controls=none", False, True, {"kept": ""}),
        ("/embed?hide=steps", False, True, {"kept": ""}),
        ("/?unit=neuron", True, False, {"kept": "mazur"}),
        ("/?predict=1", True, False, {"kept": "mazur"}),
        ("/lessons/network", False, False, {}),
        ("/embed?lesson=network", False, False, {}),
    ],
)
def test_a_page_has_the_button_and_the_number_that_its_lab_will_have(
    client: TestClient, path: str, button: bool, number: bool, expected: dict[str, str]
) -> None:
    html = client.get(path).text
    assert (NEXT in html, NUMBER in html) == (button, number)
    assert said(html) == expected


def test_the_button_is_named_in_the_language_of_the_page(client: TestClient) -> None:
    for lang, name in (("en", "Next step"), ("zh-CN", "下一步")):
        button = client.get(f"/embed?lang={lang}").text.split(NEXT)[1]
        assert button.split("<svg")[0].strip() == name


def test_a_first_visit_begins_with_the_introduction_where_the_address_asks_for_nothing(
    client: TestClient,
) -> None:
    introduced = {
        path: initial(client.get(path).text)["introduces"]
        for path in (
            "/",
            "/?lang=en&theme=dark",
            "/?preset=mazur",
            "/?step=3",
            "/p/mazur",
            "/embed",
            "/graph",
            "/lessons/network",
        )
    }
    assert [path for path, introduces in introduced.items() if introduces] == ["/", "/?lang=en&theme=dark"]


def test_a_session_that_a_program_has_made_introduces_nobody_and_foresees_its_own_number(
    client: TestClient,
) -> None:
    address = new(client, preset="mazur")
    moved = post(client, f"{address}/step", {"unit": "term", "count": 3})
    html = client.get(f"/?session={moved['id']}").text
    assert initial(html)["introduces"] is False
    assert f'data-ref="{moved["ahead"][0]["ref"]}"' in html


def test_where_training_has_diverged_there_is_no_next_step(client: TestClient) -> None:
    address = new(client, preset="linear-by-hand", training={"optimizer": {"learning_rate": 1e4}})
    page = f"/?session={address.rsplit('/', 1)[1]}"
    assert NEXT in client.get(page).text
    session = post(client, f"{address}/train", {"iterations": 5_000})
    left = session["position"]["steps"]
    stood = post(client, f"{address}/step", {"unit": "term", "count": left}) if session["next"] else session
    assert (stood["state"], stood["next"]) == ("diverged", None)
    assert NEXT not in client.get(page).text


def test_the_page_is_as_large_from_the_start_as_its_address_asks(client: TestClient) -> None:
    assert '<html lang="en" style="--scale: 1.5">' in client.get("/embed?scale=1.5").text
    assert '<html lang="en">' in client.get("/embed").text
