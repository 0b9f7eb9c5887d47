"""What the packages hold against an option is what the server holds against it in an address."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstep_embed.parameters import (
    OF_ELEMENT,
    PARAMETERS,
    SET_BY_ELEMENT,
    completed,
    language_for,
    problems_of,
)
from backstep_lab.i18n import catalogue
from backstep_lab.presets import PRESETS
from backstep_lab.wire.address import LISTS, AddressQuery, parse_query
from tools.package_parameters import TARGETS, parameters_text

NAMES = sorted(set(AddressQuery.model_fields) - set(SET_BY_ELEMENT))
JUDGED = [name for name in NAMES if name != "values"]  # which the server alone can read
# Texts that are likely to be values, and their neighbours.
TEXTS = st.one_of(
    st.sampled_from([*PRESETS, *catalogue.LANGUAGES, "formula", "header,text", "train", "off", "step"]),
    st.integers(-3, 20_000).map(str),
    st.floats(0, 3).map(lambda number: f"{number:.2f}"),
    st.text("abz019-_,. ", max_size=12),
)


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.parts[-4])
def test_every_package_has_the_servers_description(target: Path) -> None:
    assert target.read_text("utf-8") == parameters_text()


def test_no_parameter_has_the_name_of_an_attribute_of_the_element_alone() -> None:
    assert sorted(PARAMETERS) == NAMES
    assert set(OF_ELEMENT) & set(AddressQuery.model_fields) == set()
    assert set(json.loads(parameters_text())["properties"]) == set(AddressQuery.model_fields)


@settings(deadline=None)
@given(st.sampled_from(JUDGED), TEXTS)
def test_a_value_is_held_to_be_wrong_where_the_server_replaces_it(name: str, text: str) -> None:
    text = ",".join(filter(None, (entry.strip() for entry in text.split(",")))) if name in LISTS else text
    assert bool(problems_of({name: text})) == bool(parse_query({name: text})[1])


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"stpe": "3"}, 'unknown option "stpe"; did you mean "step"?'),
        ({"preset": "mazurr"}, 'preset: unknown value "mazurr"; did you mean "mazur"?'),
        ({"theme": "pink"}, 'theme: unknown value "pink"; there are auto, light, dark'),
        ({"hide": "header, text,sheats"}, 'hide: unknown value "sheats"; did you mean "sheets"?'),
        ({"focus": "-1"}, 'focus: "-1" is not a whole number from 0 to 9999'),
        ({"scale": "2.5"}, 'scale: "2.5" is not a number from 1 to 2'),
        ({"height": "90"}, 'height: "90" is not a number of pixels from 120 to 4000'),
        ({"lang": "fr"}, 'lang: unknown value "fr"; there are en, zh-CN'),
        ({"lesson": "Not a slug"}, 'lesson: "Not a slug" is not a value that an address can have'),
    ],
)
def test_a_problem_is_one_sentence_with_what_there_is(options: dict[str, str], problem: str) -> None:
    assert problems_of(options) == [problem]


def test_what_is_right_is_no_problem() -> None:
    right = {
        "preset": "xor",
        "step": "21",
        "hide": "header, text",
        "height": "500",
        "title": "A <b>",
        "scale": "1.5",
    }
    assert problems_of(right) == []


def test_a_switch_needs_no_value() -> None:
    assert completed({"predict": "", "step": " 3 ", "title": ""}) == {
        "predict": "1",
        "step": "3",
        "title": "",
    }


@pytest.mark.parametrize(
    ("tag", "language"), [("zh_CN", "zh-CN"), ("zh", "zh-CN"), ("EN-gb", "en"), ("fr", ""), ("", "")]
)
def test_the_language_of_a_page_is_one_of_the_servers_or_none(tag: str, language: str) -> None:
    assert language_for(tag) == language
