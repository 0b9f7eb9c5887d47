"""compose.yaml agrees with the Dockerfile that it builds, with nginx.conf, and with itself."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from backstep_lab.config.settings import Settings
from backstep_lab.sessions.store.base import Capacity
from backstep_lab.sessions.store.factory import open_store
from tests.packaging.steps import read

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
SERVICE = SERVICES["backstep"]
APPS = [name for name in SERVICES if name.startswith("app-")]
FINAL = read((ROOT / "Dockerfile").read_text(encoding="utf-8"))[-1]
NGINX = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
(EXPOSED,) = FINAL.texts("EXPOSE")


def inside(service: str) -> list[str]:
    """The places in the container where something from outside is."""
    return [volume.removesuffix(":ro").rpartition(":")[2] for volume in SERVICES[service]["volumes"]]


def test_the_published_port_is_the_one_that_the_image_listens_on() -> None:
    assert [port.rpartition(":")[2] for port in SERVICE["ports"]] == [EXPOSED]


def test_the_volume_lies_where_the_image_keeps_its_data() -> None:
    assert inside("backstep") == FINAL.texts("VOLUME")


@pytest.mark.parametrize("name", ["backstep", "nginx", *APPS])
def test_nothing_else_is_writable_and_no_privilege_is_left(name: str) -> None:
    assert SERVICES[name]["read_only"] is True
    assert SERVICES[name]["cap_drop"] == ["ALL"]
    assert SERVICES[name]["security_opt"] == ["no-new-privileges:true"]


def test_one_container_runs_unless_many_are_asked_for() -> None:
    assert [name for name, service in SERVICES.items() if "profiles" not in service] == ["backstep"]
    assert {tuple(service.get("profiles", ["scale"])) for service in SERVICES.values()} == {("scale",)}


def test_nginx_knows_every_app_container_and_its_port() -> None:
    assert re.findall(r"^ +server (\S+) ", NGINX, re.MULTILINE) == [f"{name}:{EXPOSED}" for name in APPS]
    assert SERVICES["nginx"]["depends_on"] == APPS
    assert len(APPS) == 4


def test_nginx_finds_its_files_and_is_reached_at_its_port() -> None:
    certificates = set(re.findall(r"ssl_certificate\S* (.+)/\S+;", NGINX))
    assert inside("nginx") == ["/etc/nginx/nginx.conf", *certificates]
    (port,) = re.findall(r"listen (\d+) ssl http2;", NGINX)
    assert [published.rpartition(":")[2] for published in SERVICES["nginx"]["ports"]] == [port]


@pytest.mark.parametrize("name", APPS)
def test_the_app_containers_share_the_database(name: str) -> None:
    environment, database = SERVICES[name]["environment"], SERVICES["postgres"]["environment"]
    user, name_of_database = database["POSTGRES_USER"], database["POSTGRES_DB"]
    assert environment["BACKSTEP_STORE"] == f"postgresql://{user}@postgres/{name_of_database}"
    assert environment["PGPASSWORD"] == database["POSTGRES_PASSWORD"]
    open_store(environment["BACKSTEP_STORE"], Capacity(1, 1.0))


@pytest.mark.parametrize("name", ["backstep", *APPS])
def test_every_setting_that_is_passed_on_exists(name: str) -> None:
    settings = {f"BACKSTEP_{field.upper()}" for field in Settings.model_fields}
    elsewhere = {"PGPASSWORD", "FORWARDED_ALLOW_IPS"}
    assert set(SERVICES[name]["environment"]) - elsewhere <= settings


def test_only_nginx_reaches_the_app_containers_and_only_they_the_database() -> None:
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    for name in (*APPS, "postgres"):
        assert SERVICES[name]["networks"] == ["inside"]
        assert "ports" not in SERVICES[name]
