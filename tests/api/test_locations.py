"""Where a Location header leads, whatever the path prefix and whoever names the host."""

import pytest

from backstep_lab.compute.processes import ProcessPool
from backstep_lab.config.settings import Settings
from backstep_lab.main import create_app
from tests.api.calling import SESSIONS
from tests.client import Client

PUBLIC = ("", "https://uni.example", "https://uni.example/tools/backstep")


@pytest.mark.parametrize("public_url", PUBLIC)
@pytest.mark.parametrize("call", ["", "/import"])
def test_the_location_of_a_new_session_leads_to_it(pool: ProcessPool, public_url: str, call: str) -> None:
    settings = Settings(store="memory:", public_url=public_url)
    with Client(create_app(settings, pool)) as client:
        made = client.post(SESSIONS, json={"preset": "xor"})
        if call:
            file = client.get(f"{SESSIONS}/{made.json()['id']}/export/session").json()
            made = client.post(f"{SESSIONS}/import", json=file)
        assert made.status_code == 201
        location = made.headers["location"]
        assert location == f"{settings.root_path}{SESSIONS}/{made.json()['id']}"
        assert client.get(location).json() == made.json()


@pytest.mark.parametrize("public_url", PUBLIC)
@pytest.mark.parametrize("arrives", ["kept", "stripped"])
def test_a_path_with_one_slash_too_many_is_sent_on_by_path_alone(
    pool: ProcessPool, public_url: str, arrives: str
) -> None:
    settings = Settings(store="memory:", public_url=public_url)
    prefix = settings.root_path if arrives == "kept" else ""
    with Client(create_app(settings, pool)) as client:
        answer = client.get(
            f"{prefix}/lessons/?lang=en", headers={"Host": "evil.example"}, follow_redirects=False
        )
        assert answer.status_code == 307
        assert answer.headers["location"] == f"{settings.root_path}/lessons?lang=en"
        assert client.get(answer.headers["location"]).status_code == 200
