"""compose.yaml agrees with the Dockerfile that it builds."""

from pathlib import Path

import yaml

from tests.packaging.steps import read

ROOT = Path(__file__).resolve().parents[2]
SERVICE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["services"]["backstep"]
FINAL = read((ROOT / "Dockerfile").read_text(encoding="utf-8"))[-1]


def test_the_published_port_is_the_one_that_the_image_listens_on() -> None:
    (exposed,) = FINAL.texts("EXPOSE")
    assert [port.rpartition(":")[2] for port in SERVICE["ports"]] == [exposed]


def test_the_volume_lies_where_the_image_keeps_its_data() -> None:
    assert [volume.partition(":")[2] for volume in SERVICE["volumes"]] == FINAL.texts("VOLUME")


def test_nothing_else_is_writable_and_no_privilege_is_left() -> None:
    assert SERVICE["read_only"] is True
    assert SERVICE["cap_drop"] == ["ALL"]
    assert SERVICE["security_opt"] == ["no-new-privileges:true"]
