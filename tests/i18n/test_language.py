"""The language of a page from `lang` and `Accept-Language`."""

import re
from pathlib import Path

import pytest

from backstep_lab.i18n import catalogue

CATALOGUE = Path(__file__).parents[2] / "static" / "src" / "notation" / "catalogue"


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("*", "en"),
        ("fr", "en"),
        ("en-GB", "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"),
        ("zh-Hans-CN,en;q=0.5", "zh-CN"),
        ("zh-TW,en;q=0.4", "zh-CN"),
        ("fr, zh;q=0.8, en;q=0.5", "zh-CN"),
        ("en;q=0.5, zh-SG;q=0.9", "zh-CN"),
        ("zh;q=0.4, en;q=0.6", "en"),
        ("zh;q=0, en", "en"),
        ("zh;q=0", "en"),
        ("zh;q=high", "en"),
        (",;,zh", "zh-CN"),
    ],
)
def test_the_most_preferred_of_our_languages_is_taken(header: str, language: str) -> None:
    assert catalogue.language(None, header) == language


def test_the_language_of_the_address_is_preferred_to_the_browsers() -> None:
    assert catalogue.language("zh", "en") == "zh-CN"
    assert catalogue.language("xx", "zh") == "zh-CN"
    assert catalogue.language("xx", None) == "en"


@pytest.mark.parametrize("lang", catalogue.LANGUAGES)
def test_every_topic_but_the_servers_own_is_in_one_of_the_pages_chunks(lang: str) -> None:
    folders = (catalogue.EXPLANATIONS, catalogue.GRAPH, catalogue.LATER)
    chunks = [CATALOGUE / folder / f"{lang}.ts" for folder in ("", *folders)]
    globs = [re.findall(r"/locales/[\w-]+/([^']+)'", chunk.read_text("utf-8"))[0] for chunk in chunks]
    assert globs == [catalogue.FIRST, *(f"{folder}/**/*.ftl" for folder in folders)]
    taken = [path for part in (*globs, "server/*.ftl") for path in (catalogue.FOLDER / lang).glob(part)]
    assert sorted(taken) == sorted(path for path in (catalogue.FOLDER / lang).rglob("*") if path.is_file())


def test_no_space_stays_beside_the_bracket_of_a_chinese_name() -> None:
    unit = catalogue.say("zh-CN", "named-index", index=2, name="甜")
    assert catalogue.say("zh-CN", "ref-weighted-sum", layer=1, unit=unit) == "第 1 层神经元 2（甜）的加权和"
    assert catalogue.say("en", "ref-weighted-sum", layer=1, unit="2 (甜)").count(" ") > 3
