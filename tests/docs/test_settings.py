"""docs/running.md lists every setting, with the default that it really has."""

from backstep_lab.config.settings import Settings
from tests.docs.markdown import cells, first_codes, table_headed, text_of

TABLE = table_headed(text_of("docs/running.md"), "| setting | default | what it decides |")
WITHOUT_PREFIX = {"host": "HOST", "port": "PORT"}


def variable(field: str) -> str:
    return WITHOUT_PREFIX.get(field, f"BACKSTEP_{field.upper()}")


def written(default: object) -> str:
    """A default as one would put it into the environment."""
    if isinstance(default, float):
        return f"`{default:g}`"
    return f"`{default}`" if default not in ("", ()) else ""


def test_every_setting_is_documented_and_no_other() -> None:
    assert set(first_codes(TABLE)) == {variable(field) for field in Settings.model_fields}


def test_the_defaults_are_the_real_ones() -> None:
    expected = {
        f"`{variable(name)}`": written(field.default) for name, field in Settings.model_fields.items()
    }
    assert {row[0]: row[1] for row in cells(TABLE)} == expected


def test_every_setting_explains_itself_in_the_code_too() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []
