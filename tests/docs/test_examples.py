"""The example in docs/api.md runs, and prints what its comment says."""

import re

import pytest

from backstep_lab.config.settings import Settings
from backstep_lab.main import create_app
from tests.client import Client
from tests.docs.markdown import text_of

(EXAMPLE,) = re.findall(r"^```python\n(.*?)^```", text_of("docs/api.md"), re.MULTILINE | re.DOTALL)
CLIENT = 'httpx2.Client(base_url="http://127.0.0.1:8000/api/v1")'


def test_the_first_session_goes_as_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert CLIENT in EXAMPLE
    app = create_app(Settings(store="memory:"))
    with Client(app, base_url="http://testserver/api/v1") as client:
        exec(EXAMPLE.replace(CLIENT, "client"), {"client": client})
    (promised,) = re.findall(r"# (.+)$", EXAMPLE, re.MULTILINE)
    assert capsys.readouterr().out.strip() == promised


BODIES = re.findall(r"^```json\n(.*?)^```", text_of("docs/api.md"), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("body", BODIES, ids=["network", "graph"])
def test_a_request_body_in_the_text_is_accepted(body: str) -> None:
    with Client(create_app(Settings(store="memory:"))) as client:
        answer = client.post("/api/v1/sessions", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 201, answer.text
